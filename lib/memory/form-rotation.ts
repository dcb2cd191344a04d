/**
 * In which form a fact is asked next. Recognising comes before recalling: an answer that is chosen among others is
 * easier than one that fills a gap, and that is easier than one that answers a bare question. Which of them it is
 * hangs on stability, so that a lapse leads back to the easier ones.
 */
import { hasOptions } from '@/lib/forms';
import type { MemoryState, QuestionForm } from '@/lib/model';
import { KNOWN_FROM } from './queue';

export const FORM_STAGES = ['recognition', 'cloze', 'recall'] as const;
export type FormStage = (typeof FORM_STAGES)[number];

/** Days of stability from which a fact is no longer recognised but recalled: more than one night. */
const RECALLED_FROM = 2;

/** The stage that a form belongs to. */
export const stageOfForm = (form: QuestionForm): FormStage =>
  hasOptions(form) ? 'recognition' : form === 'cloze' ? 'cloze' : 'recall';

/** The stage that a memory has come to; `null` is a fact never seen. */
export const stageOfMemory = (state: Pick<MemoryState, 'stability'> | null): FormStage => {
  if (state === null || state.stability < RECALLED_FROM) return 'recognition';
  return state.stability < KNOWN_FROM ? 'cloze' : 'recall';
};

/** Harder before easier, from the stage that has been reached. */
const PREFERENCE: Readonly<Record<FormStage, readonly FormStage[]>> = {
  recognition: ['recognition', 'cloze', 'recall'],
  cloze: ['cloze', 'recall', 'recognition'],
  recall: ['recall', 'cloze', 'recognition'],
};

/**
 * The question by which a fact is asked next, of those that it has, in their order; `undefined` where it has none.
 * Those of the stage that its memory has come to take turns from review to review; where there is but one, it takes
 * turns with the next best, so that the shape of a card is never what is learned.
 */
export const questionFor = <Question extends { readonly form: QuestionForm }>(
  questions: readonly Question[],
  state: Pick<MemoryState, 'stability' | 'reps'> | null,
): Question | undefined => {
  const groups = PREFERENCE[stageOfMemory(state)]
    .map((stage) => questions.filter(({ form }) => stageOfForm(form) === stage))
    .filter((group) => group.length > 0);
  const [best = [], next = []] = groups;
  // Who has begun to recall is not led back to choosing for the sake of a change.
  const others = next.filter(
    ({ form }) => state === null || !hasOptions(form) || hasOptions(best[0]?.form ?? form),
  );
  const turns = best.length > 1 || state === null ? best : [...best, ...others.slice(0, 1)];
  return turns[(state?.reps ?? 0) % turns.length];
};
