import 'server-only';
import { proofOf } from '@/lib/facts/proof';
import { passageOf } from '@/lib/live/passage';
import { pinOf } from '@/lib/live/pins';
import { livelyGroups, type Slower } from '@/lib/live/playable';
import { START_STATE, type LiveItem, type LiveOptions } from '@/lib/live/session';
import { readNumberKey } from '@/lib/quiz/number-answer';
import { paperItemSchema, type PaperItem } from '@/lib/quiz/paper';
import { USUAL_SETTINGS, type QuizSettings } from '@/lib/quiz/settings';
import { Refusal } from '@/lib/refusal';
import { makePaper } from '@/lib/server/data/attempts-paper';
import { articlesOf } from '@/lib/server/data/attempts-result';
import { proveMay } from '@/lib/server/data/classes';
import { untilNoClash } from '@/lib/server/data/clash';
import { settingsOf } from '@/lib/server/data/quizzes';
import { db } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

/** What is played: questions of a deck, or a stored quiz with its settings. */
export type LiveSource =
  (Slower & { readonly deckId: string; readonly count: number }) | { readonly quizId: string };

export type NewLive = {
  readonly source: LiveSource;
  readonly options: LiveOptions;
  /** The class whose reports are to count it. */
  readonly classId: string | null;
  readonly seed: string;
  /** Chance in [0, 1). */
  readonly random: () => number;
  readonly now: Date;
};

type Found = { readonly deckId: string; readonly title: string; readonly settings: QuizSettings };

/** @throws Refusal NOT_FOUND */
const findSource = async (user: User, source: LiveSource): Promise<Found> => {
  const database = await db();
  if ('quizId' in source) {
    const quiz = await database.quiz.findFirst({
      where: { id: source.quizId, userId: user.id },
      select: { deckId: true, count: true, settings: true, deck: { select: { title: true } } },
    });
    if (quiz === null) throw new Refusal('NOT_FOUND');
    return { deckId: quiz.deckId, title: quiz.deck.title, settings: settingsOf(quiz.settings, quiz.count) };
  }
  const { deckId, count } = source;
  const deck = await database.deck.findFirst({
    where: { id: deckId, userId: user.id },
    select: { title: true },
  });
  if (deck === null) throw new Refusal('NOT_FOUND');
  const settings = { ...USUAL_SETTINGS, count, groups: livelyGroups(source) };
  return { deckId, title: deck.title, settings };
};

/** The questions of a session. */
const makeItems = async (
  user: User,
  { deckId, settings }: Found,
  { seed, now }: NewLive,
): Promise<LiveItem[]> => {
  const paper = await makePaper(user, { deckId, settings, seed, now });
  const articles = await articlesOf(user, paper);
  return paper.map((stored) => {
    const item = paperItemSchema.parse(stored);
    const article = item.articleId === null ? null : (articles.get(item.articleId) ?? null);
    const proof = proofOf(item, article);
    const { optionStatements } = stored;
    return {
      ...item,
      prompt: promptOf(item),
      optionStatements,
      source: article?.title ?? null,
      proof,
      ...passageOf(proof),
    };
  });
};

/** The question, with the unit in which a number is asked for. */
const promptOf = (item: PaperItem): string => {
  const unit = item.form === 'number' ? (readNumberKey(item.answer)?.unitWords ?? null) : null;
  return unit === null ? item.prompt : `${item.prompt} (${unit})`;
};

/** Opens a room for a deck or a quiz; answers the session's id. @throws Refusal NOT_FOUND, NO_QUESTIONS */
export const createLive = async (user: User, wish: NewLive): Promise<string> => {
  const database = await db();
  const found = await findSource(user, wish.source);
  const paper = await makeItems(user, found, wish);
  const { classId } = wish;
  if (classId !== null) await proveMay(user, classId, 'assign');
  if (paper.length === 0) throw new Refusal('NO_QUESTIONS');
  // A number that is taken is drawn again.
  const { id } = await untilNoClash(() =>
    database.liveSession.create({
      data: {
        userId: user.id,
        deckId: found.deckId,
        quizId: 'quizId' in wish.source ? wish.source.quizId : null,
        classId,
        title: found.title,
        pin: pinOf(wish.random()),
        options: wish.options,
        paper,
        state: START_STATE,
        createdAt: wish.now,
        seenAt: wish.now,
      },
      select: { id: true },
    }),
  );
  return id;
};
