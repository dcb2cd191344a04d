import 'server-only';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { readArticleInSteps, type Reading } from '@/lib/facts/reading';
import { isEnglish } from '@/lib/language/language-guess';
import type { Article, Span } from '@/lib/model';
import type { ArticleQuestions } from '@/lib/questions/article-questions';
import { mergeProposals, type AcceptedProposal } from '@/lib/questions/merge-proposals';
import { modelAnswerSchema, partsOf, proposalSchema } from '@/lib/questions/proposal';
import { openProposalCheck, type ProposalCheck, type SoundProposal } from '@/lib/questions/proposal-checks';
import { isSameAnswer } from '@/lib/quiz/typed-answer';
import { englishParser } from '@/lib/server/english-parser';
import { logFailure } from '@/lib/server/log';
import { connect } from '@/lib/server/model/connection';
import { ModelFailure } from '@/lib/server/model/failure';
import { openInterview, type Ask } from '@/lib/server/model/interview';
import { outcomeInWords, type Outcome } from '@/lib/server/model/outcome';
import { ANSWER, material, numbered, PROPOSE } from '@/lib/server/model/prompts';
import type { Chance } from '@/lib/server/model/retry';
import type { ModelSettings } from '@/lib/server/model/settings';

export type ProposingMore = {
  readonly article: Article;
  readonly offline: ArticleQuestions;
  readonly seed: string;
  readonly settings: ModelSettings;
  /** Is told how far the work has come, 0..1. */
  readonly onProgress: (progress: number) => void;
  readonly signal: AbortSignal;
  readonly chance?: Chance;
};
/** `words` say what happened with the model. */
export type MoreProposed = { readonly reading: ArticleQuestions; readonly words: string };

const CHANCE: Chance = {
  random: Math.random,
  now: Date.now,
  wait: async (milliseconds, signal) => {
    await setTimeout(milliseconds, undefined, { signal });
  },
};

/** The longest that reading the article again holds up everyone else, in milliseconds. */
const SLICE_MS = 15;

const readAgain = async (article: Article, signal: AbortSignal): Promise<Reading> => {
  const steps = readArticleInSteps(article, englishParser());
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await setImmediate();
    signal.throwIfAborted();
    since = performance.now();
  }
};

/** Which of the questions the model answers right, by index. */
const answerAll = async (
  ask: Ask,
  proposals: readonly SoundProposal[],
  passage: string | null,
): Promise<ReadonlySet<number>> => {
  const questions = numbered(proposals.map(({ question }) => question));
  const prompt = passage === null ? questions : `${passage}\n\nQuestions:\n${questions}`;
  const answers = await ask({ system: ANSWER, prompt, item: modelAnswerSchema });
  return new Set(
    proposals.flatMap(({ fact }, index) => {
      const own = answers.filter(({ number }) => number === index + 1);
      return own.length === 1 && isSameAnswer(fact.answer, own[0]?.answer ?? '') ? [index] : [];
    }),
  );
};

type PartRead = { readonly proposed: number; readonly accepted: AcceptedProposal[] };

type PartWork = {
  readonly ask: Ask;
  readonly check: ProposalCheck;
  readonly article: Article;
  readonly onProgress: (share: number) => void;
};

/** So many items of a part are likely: what the bar goes by until the part is done. */
const LIKELY_ITEMS = 8;

const readPart = async (part: Span, { ask, check, article, onProgress }: PartWork): Promise<PartRead> => {
  const title = article.title ?? '';
  const passage = material(title, article.text.slice(part.start, part.end));
  const proposals = await ask({
    system: PROPOSE,
    prompt: passage,
    item: proposalSchema,
    onItems: (count) => {
      onProgress(0.6 * Math.min(1, count / LIKELY_ITEMS));
    },
  });
  onProgress(0.6);
  const sound: SoundProposal[] = [];
  for (const proposal of proposals) {
    const checked = check(part, proposal);
    if ('refusal' in checked) continue;
    if (!sound.some(({ fact }) => fact.key === checked.fact.key)) sound.push(checked);
  }
  if (sound.length === 0) return { proposed: proposals.length, accepted: [] };
  const found = await answerAll(ask, sound, passage);
  onProgress(0.8);
  const answerable = sound.filter((_, index) => found.has(index));
  const known = answerable.length === 0 ? new Set<number>() : await answerAll(ask, answerable, null);
  const accepted = answerable.map((proposal, index) => ({ ...proposal, isKnown: known.has(index) }));
  return { proposed: proposals.length, accepted };
};

/**
 * Has a language model propose facts and questions for an article, part by part, and joins what passes the checks
 * with the offline reading. Whatever fails on the way, the offline reading stands, and what was accepted before.
 * @throws the signal's reason once it is aborted; nothing else.
 */
export const proposeMore = async (proposing: ProposingMore): Promise<MoreProposed> => {
  const { article, offline, seed, settings, onProgress, signal, chance = CHANCE } = proposing;
  const accepted: AcceptedProposal[] = [];
  let proposed = 0;
  const close = (end: Outcome['end'], reading: Reading | null): MoreProposed => {
    const merged =
      reading === null
        ? { reading: offline, facts: 0, questions: 0 }
        : mergeProposals({ reading, offline, accepted, seed });
    const { facts, questions } = merged;
    return { reading: merged.reading, words: outcomeInWords({ proposed, facts, questions, end }) };
  };
  if (!isEnglish(article.language)) return close('not-english', null);
  const outOfTime = AbortSignal.timeout(settings.seconds * 1000);
  const either = AbortSignal.any([signal, outOfTime]);
  let reading: Reading | null = null;
  try {
    reading = await readAgain(article, signal);
    const interview = { connection: connect(settings), budget: settings.tokens, chance, signal: either };
    const ask = openInterview(interview);
    const check = openProposalCheck(reading, englishParser());
    const parts = partsOf(reading.sentences);
    for (const [index, part] of parts.entries()) {
      const onPart = (share: number): void => {
        onProgress((index + share) / parts.length);
      };
      const read = await readPart(part, { ask, check, article, onProgress: onPart });
      proposed += read.proposed;
      accepted.push(...read.accepted);
      onPart(1);
    }
    return close('finished', reading);
  } catch (error) {
    signal.throwIfAborted();
    if (outOfTime.aborted) return close('out-of-time', reading);
    if (error instanceof ModelFailure) return close(error, reading);
    logFailure(error);
    return close('broken', null);
  }
};
