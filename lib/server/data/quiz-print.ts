import 'server-only';
import { versionLetters } from '@/lib/quiz/versions';
import { articleTitles, makePaper, type StoredItem } from '@/lib/server/data/attempts-paper';
import { quizToGive } from '@/lib/server/data/quiz-to-give';
import type { User } from '@/lib/server/user';

/** One version of a quiz on paper. */
export type PrintedPaper = { readonly version: string; readonly items: readonly StoredItem[] };

export type PrintedQuiz = {
  readonly deckTitle: string;
  readonly papers: readonly PrintedPaper[];
  /** The titles of the articles that it asks about, by id. */
  readonly titles: ReadonlyMap<string, string>;
};

/**
 * A quiz of theirs on paper: the facts that its last attempt asked, in each version by other questions, options and
 * order as far as there are any. The same quiz gives the same versions as long as its deck stays as it is.
 * @throws Refusal NOT_FOUND
 */
export const printedQuiz = async (user: User, quizId: string, versions: number): Promise<PrintedQuiz> => {
  const { deckId, deckTitle, settings, paper, takenAt } = await quizToGive(user, quizId);
  const factIds = paper.map(({ factId }) => factId);
  const isOne = versions === 1;
  const papers: PrintedPaper[] = [];
  for (const version of versionLetters(versions)) {
    const items = await makePaper(user, {
      deckId,
      factIds,
      before: papers.map((other) => other.items).reverse(),
      seed: `${quizId} ${version}`,
      now: takenAt,
      settings: {
        ...settings,
        count: factIds.length,
        prefer: 'any',
        // One version keeps the order that its maker chose; several are there to differ.
        shuffleQuestions: !isOne || settings.shuffleQuestions,
        shuffleOptions: !isOne || settings.shuffleOptions,
      },
    });
    papers.push({ version, items });
  }
  const titles = await articleTitles(
    user,
    papers.flatMap(({ items }) => items),
  );
  return { deckTitle, papers, titles };
};
