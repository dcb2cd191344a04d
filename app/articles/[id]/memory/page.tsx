import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';
import { layOutText, withoutTitle } from '@/components/deck/lay-out-text';
import { dateWords } from '@/components/history/moments';
import { MapLegend } from '@/components/memory/map-legend';
import type { MapFact } from '@/components/memory/map-model';
import { MapTable } from '@/components/memory/map-table';
import { MapWords } from '@/components/memory/map-words';
import { MemoryMap } from '@/components/memory/memory-map';
import { dueInWords } from '@/components/study/due-words';
import { promptParts } from '@/lib/questions/prompt-parts';
import { Refusal } from '@/lib/refusal';
import { currentUser } from '@/lib/server/auth/session';
import { articleMemory, type RememberedFact } from '@/lib/server/data/article-memory';
import type { User } from '@/lib/server/user';

const ANSWER_WORDS = { again: 'Forgot', hard: 'Hard', good: 'Knew it', easy: 'Easy' } as const;

const readMap = cache(async (articleId: string) => {
  const user = await currentUser();
  if (user === null) redirect(`/sign-in?next=/articles/${articleId}/memory`);
  const now = new Date();
  try {
    return { user, now, ...(await articleMemory(user, articleId, now)) };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') notFound();
    throw error;
  }
});

const inWords = (fact: RememberedFact, now: Date, user: User): MapFact => ({
  id: fact.id,
  statement: fact.statement,
  span: fact.span,
  prompt: promptParts(fact.prompt),
  answer: fact.answer,
  recall: fact.recall,
  due: fact.due === null ? null : fact.isDue ? 'now' : dueInWords(fact.due, now, user.learner),
  answers: fact.answers.map(
    ({ rating, at }) => `${ANSWER_WORDS[rating]}, ${dateWords(at, user.learner.zone)}`,
  ),
});

export async function generateMetadata({ params }: PageProps<'/articles/[id]/memory'>): Promise<Metadata> {
  return { title: `Memory map of ${(await readMap((await params).id)).article.title}` };
}

export default async function ArticleMemoryPage({ params }: PageProps<'/articles/[id]/memory'>) {
  const { user, now, article, facts } = await readMap((await params).id);
  const { id, title, text, deck } = article;
  const shown = { text, blocks: withoutTitle(layOutText(text), title, text) };
  const mapped = facts.map((fact) => inWords(fact, now, user));
  return (
    <>
      <PageHead title={title} lead="Memory map: what you would recall of this article today">
        {facts.some((fact) => fact.isDue) && (
          <Link
            href={`/study?article=${id}`}
            className={`${controls.button ?? ''} ${controls.primary ?? ''}`}
          >
            Study what is faint
          </Link>
        )}
        {facts.some((fact) => fact.recall === null) && (
          <Link href={`/study?deck=${deck.id}`} className={controls.button}>
            Study this deck
          </Link>
        )}
        <Link href={`/decks/${deck.id}`} className={controls.button}>
          Open the deck
        </Link>
        <Link href={`/memory?deck=${deck.id}`} className={controls.button}>
          What you know
        </Link>
      </PageHead>
      <MapWords facts={mapped} />
      <MapLegend whose="you" />
      <MapTable article={shown} facts={mapped} />
      <MemoryMap article={shown} facts={mapped} />
    </>
  );
}
