import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { DeckWorkbench } from '@/components/deck/deck-workbench';
import { layOutText, withoutTitle } from '@/components/deck/lay-out-text';
import { Refusal } from '@/lib/refusal';
import { currentUser } from '@/lib/server/auth/session';
import { articlesOf } from '@/lib/server/data/articles';
import { deckOf } from '@/lib/server/data/decks';
import { factsOf } from '@/lib/server/data/facts';
import {
  acceptProposedAction,
  addCardAction,
  askAboutSentenceAction,
  editQuestionAction,
  keepQuestionAction,
  setFactStatusAction,
  takeInSpareAction,
} from './actions';

const readDeck = cache(async (deckId: string) => {
  const user = await currentUser();
  if (user === null) redirect(`/sign-in?next=/decks/${deckId}`);
  try {
    const deck = await deckOf(user, deckId);
    const [articles, facts] = await Promise.all([articlesOf(user, deckId), factsOf(user, deckId)]);
    return { deck, articles, facts };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps<'/decks/[id]'>): Promise<Metadata> {
  return { title: (await readDeck((await params).id)).deck.title };
}

export default async function DeckPage({ params }: PageProps<'/decks/[id]'>) {
  const { deck, articles, facts } = await readDeck((await params).id);
  return (
    <DeckWorkbench
      deck={deck}
      articles={articles.map((article) => ({
        ...article,
        blocks: withoutTitle(layOutText(article.text), article.title, article.text),
      }))}
      facts={facts}
      readingId={randomUUID()}
      actions={{
        setFactStatus: setFactStatusAction,
        acceptProposed: acceptProposedAction,
        keepQuestion: keepQuestionAction,
        editQuestion: editQuestionAction,
        addCard: addCardAction,
        takeInSpare: takeInSpareAction,
        askAboutSentence: askAboutSentenceAction,
      }}
    />
  );
}
