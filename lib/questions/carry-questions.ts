/** What becomes of the questions of a fact whose sentence has changed. */
import { holdsAnswer } from '@/lib/facts/answer-leaks';
import { BLANK } from '@/lib/blank';
import type { DraftQuestion } from '@/lib/model';
import type { NewPlace, OldFact, OldQuestion } from './old-facts';

/** A question that stays itself with other words: all of what the reader writes now, or only the prompt. */
export type RewrittenQuestion =
  { readonly id: string; readonly draft: DraftQuestion } | { readonly id: string; readonly prompt: string };

export type CarriedQuestions = {
  readonly rewritten: readonly RewrittenQuestion[];
  /** No longer asked, since the sentence does not say it any more. */
  readonly setAside: readonly string[];
  readonly added: readonly DraftQuestion[];
  /** Whether there is still something to ask. */
  readonly isAsked: boolean;
};

const HINT = /^(?: \[[^\]]*\])?$/u;

/** The words on either side of the answer. */
const sidesOf = ({ statement, span, answerSpan }: Pick<NewPlace, 'statement' | 'span' | 'answerSpan'>) =>
  answerSpan === null
    ? null
    : {
        before: statement.slice(0, answerSpan.start - span.start),
        after: statement.slice(answerSpan.end - span.start),
      };

/** The new sentence with the gap of a prompt that was no more than the old sentence with a gap; `null`: it was. */
const regapped = (prompt: string, fact: OldFact, place: NewPlace): string | null => {
  const old = fact.span === null ? null : sidesOf({ ...fact, span: fact.span });
  const young = sidesOf(place);
  if (old === null || young === null) return null;
  const head = `${old.before}${BLANK}`;
  if (!prompt.startsWith(head) || !prompt.endsWith(old.after)) return null;
  const hint = prompt.slice(head.length, prompt.length - old.after.length);
  if (prompt.length < head.length + old.after.length || !HINT.test(hint)) return null;
  return `${young.before}${BLANK}${hint}${young.after}`;
};

/** Whether the sentence said the answer and says it no more. */
const isDisproved = ({ answer }: OldQuestion, { statement }: OldFact, place: NewPlace): boolean =>
  holdsAnswer(statement, answer) && !holdsAnswer(place.statement, answer);

/**
 * The reader's questions are written anew where `drafts` has one of their form, and else stay only as a moved gap. What
 * a person wrote or edited stays as long as the sentence still holds its answer.
 */
export const carryQuestions = (
  fact: OldFact,
  place: NewPlace,
  drafts: readonly DraftQuestion[],
): CarriedQuestions => {
  const draftOf = new Map(drafts.map((draft) => [draft.form, draft]));
  const rewritten: RewrittenQuestion[] = [];
  const setAside: string[] = [];
  const kept: OldQuestion[] = [];
  for (const question of fact.questions) {
    const { id, form, origin, prompt } = question;
    const gap = prompt.includes(BLANK) ? regapped(prompt, fact, place) : null;
    const draft = origin === 'reader' ? draftOf.get(form) : undefined;
    const stays =
      origin === 'reader' ? gap !== null && form === 'cloze' : !isDisproved(question, fact, place);
    if (draft === undefined && !stays) {
      setAside.push(id);
      continue;
    }
    kept.push(question);
    if (draft !== undefined) rewritten.push({ id, draft });
    else if (gap !== null) rewritten.push({ id, prompt: gap });
  }
  const added = drafts.filter(({ form }) => !kept.some((question) => question.form === form));
  const isLive = ({ status }: OldQuestion): boolean => status !== 'rejected';
  const isAsked = kept.some(isLive) || added.length > 0 || !fact.questions.some(isLive);
  return { rewritten, setAside, added, isAsked };
};
