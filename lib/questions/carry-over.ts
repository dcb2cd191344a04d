/** What becomes of the facts of an article, and of their questions, when its text has changed. */
import { normaliseAnswer } from '@/lib/facts/answer-leaks';
import type { SentenceChange } from '@/lib/facts/sentence-changes';
import { sameWords } from '@/lib/facts/sentence-pairs';
import type { DraftFact, DraftQuestion, Span } from '@/lib/model';
import type { ArticleQuestions } from './article-questions';
import { carryQuestions, type CarriedQuestions } from './carry-questions';
import { placeOfAnswer, placeOfSame, placeOfSentence } from './new-places';
import { isByHand, type NewPlace, type OldFact } from './old-facts';

export type MovedFact = {
  readonly id: string;
  readonly place: NewPlace;
  /** The article says it again. */
  readonly isBack: boolean;
};

export type ChangedFact = {
  readonly id: string;
  /** Its sentence until now. */
  readonly before: string;
  readonly place: NewPlace;
  /** What the reader makes of the sentence now; `null`: the fact is what it was, in other words. */
  readonly draft: DraftFact | null;
  readonly questions: CarriedQuestions;
};

export type CarryOver = {
  /** Their words stayed; all but the place stays with them. */
  readonly moved: readonly MovedFact[];
  readonly changed: readonly ChangedFact[];
  /** Cards by hand whose proof the text no longer holds. */
  readonly unproved: readonly string[];
  readonly archived: readonly string[];
  /** Spare facts that nobody ever met. */
  readonly dropped: readonly string[];
  /** What is said in new and changed sentences and has not become of an old fact. */
  readonly fresh: Omit<ArticleQuestions, 'leftOut'>;
  /** By the key of a draft the fact that stands for it already, where an option names it. */
  readonly standsFor: ReadonlyMap<string, string>;
};

export type ArticleUpdate = {
  readonly before: string;
  readonly after: string;
  readonly changes: readonly SentenceChange[];
  readonly facts: readonly OldFact[];
  readonly reading: ArticleQuestions;
};

type Waiting = { readonly fact: OldFact; readonly answer: string | null; readonly sentence: Span };
type Sorted = { readonly moved: MovedFact[]; readonly waiting: Waiting[]; readonly gone: OldFact[] };

const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** A fact that had lost its sentence, where the text has it again. */
const placeOfReturn = (fact: OldFact, text: string, span: Span): NewPlace => {
  const answered = fact.questions.flatMap(({ answer }) => placeOfAnswer({ text, span }, answer) ?? []);
  return answered[0] ?? placeOfSentence({ text, span });
};

/** Facts whose words stayed, those of a changed sentence, and those whose sentence is gone. */
const sortFacts = ({ before, after, changes, facts }: ArticleUpdate): Sorted => {
  const old = changes.filter((change) => 'before' in change);
  old.sort((a, b) => a.before.start - b.before.start);
  const sentences = new Map<string, Span>();
  for (const change of changes) {
    if ('after' in change)
      sentences.set(sameWords(after.slice(change.after.start, change.after.end)), change.after);
  }
  const sorted: Sorted = { moved: [], waiting: [], gone: [] };
  for (const fact of facts) {
    const { span, statement, answerSpan } = fact;
    if (span === null) {
      const back = sentences.get(sameWords(statement));
      if (back !== undefined) {
        sorted.moved.push({ id: fact.id, place: placeOfReturn(fact, after, back), isBack: true });
      }
      continue;
    }
    const [change] = old
      .slice(firstFrom(old, span.start), firstFrom(old, span.end) + 1)
      .filter((each) => overlap(each.before, span) > 0)
      .sort((a, b) => overlap(b.before, span) - overlap(a.before, span));
    const found = after.indexOf(statement);
    const place =
      change?.kind === 'same'
        ? placeOfSame(
            { ...fact, span },
            { text: before, span: change.before },
            { text: after, span: change.after },
          )
        : null;
    const elsewhere = { text: after, span: { start: found, end: found + statement.length } };
    const kept =
      place ?? placeOfSame({ ...fact, span }, { text: before, span }, found === -1 ? null : elsewhere);
    if (kept !== null) sorted.moved.push({ id: fact.id, place: kept, isBack: false });
    else if (change === undefined || change.kind === 'removed') sorted.gone.push(fact);
    else {
      const answer = answerSpan === null ? null : before.slice(answerSpan.start, answerSpan.end);
      sorted.waiting.push({ fact, answer, sentence: change.after });
    }
  }
  return sorted;
};

/** The place in `changes`, sorted by the old text, of the last one that begins at or before `offset`; 0 for none. */
const firstFrom = (changes: readonly { readonly before: Span }[], offset: number): number => {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.before.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
};

/** How well a draft on the new sentence is the old fact again; 0: not at all. */
const kinship = ({ fact, answer }: Waiting, draft: DraftFact): number => {
  if (answer !== null && normaliseAnswer(answer) === normaliseAnswer(draft.answer)) {
    return draft.kind === fact.kind ? 3 : 2;
  }
  return draft.kind === fact.kind && draft.answerType === fact.answerType ? 1 : 0;
};

/** Which draft each changed fact has become; each draft is one fact at most, and of two the one that was met. */
const claimDrafts = (waiting: readonly Waiting[], drafts: readonly DraftFact[]): Map<string, DraftFact> => {
  const offers = waiting.flatMap((each) =>
    drafts
      .filter(({ span }) => overlap(span, each.sentence) > 0)
      .map((draft) => ({ fact: each.fact, draft, kin: kinship(each, draft) }))
      .filter(({ kin }) => kin > 0),
  );
  offers.sort((a, b) => b.kin - a.kin || Number(b.fact.met) - Number(a.fact.met));
  const claimed = new Map<string, DraftFact>();
  const taken = new Set<string>();
  for (const { fact, draft } of offers) {
    if (claimed.has(fact.id) || taken.has(draft.key)) continue;
    claimed.set(fact.id, draft);
    taken.add(draft.key);
  }
  return claimed;
};

/** Where a fact stands in its changed sentence; `null` where it says nothing of it any more. */
const newPlace = (
  text: string,
  { fact, answer, sentence }: Waiting,
  draft: DraftFact | null,
): NewPlace | null => {
  if (draft !== null) {
    const { statement, span, answerSpan, leans } = draft;
    return { statement, span, answerSpan, leans };
  }
  if (answer !== null) return placeOfAnswer({ text, span: sentence }, answer);
  return isByHand(fact) ? placeOfSentence({ text, span: sentence }) : null;
};

const groupByFact = (questions: readonly DraftQuestion[]): Map<string, DraftQuestion[]> => {
  const groups = new Map<string, DraftQuestion[]>();
  for (const question of questions) {
    const group = groups.get(question.factKey);
    if (group === undefined) groups.set(question.factKey, [question]);
    else group.push(question);
  }
  return groups;
};

/**
 * Says for every fact what becomes of it, and which facts are new. Facts whose sentence stayed keep all they have. Those
 * of a changed sentence become what the reader now finds in it of the same kind, or keep their gap where their answer
 * still stands; else they are archived, as are those whose sentence is gone. Cards by hand stay in any case.
 */
export const carryOver = (update: ArticleUpdate): CarryOver => {
  const { after, changes, reading } = update;
  const { moved, waiting, gone } = sortFacts(update);
  const drafts = [...reading.facts, ...reading.spare.facts];
  const claimed = claimDrafts(
    waiting.filter(({ fact }) => !isByHand(fact)),
    drafts,
  );
  const questionsOf = groupByFact([...reading.questions, ...reading.spare.questions]);
  const changed: ChangedFact[] = [];
  const standsFor = new Map<string, string>();
  for (const each of waiting) {
    const { fact } = each;
    const draft = claimed.get(fact.id) ?? null;
    const place = newPlace(after, each, draft);
    const written = draft === null ? [] : (questionsOf.get(draft.key) ?? []);
    const questions = place === null ? null : carryQuestions(fact, place, written);
    if (place === null || questions?.isAsked !== true) {
      gone.push(fact);
      continue;
    }
    changed.push({ id: fact.id, before: fact.statement, place, draft, questions });
    if (draft !== null) standsFor.set(draft.key, fact.id);
  }
  const known = new Set(changes.flatMap((change) => (change.kind === 'same' ? [change.after.start] : [])));
  const placed = new Map<number, string>();
  for (const { id, place } of moved) {
    known.add(place.span.start);
    if (place.answerSpan !== null) placed.set(place.answerSpan.start, id);
  }
  for (const { key, answerSpan } of drafts) {
    const twin = placed.get(answerSpan.start);
    if (twin !== undefined && !standsFor.has(key)) standsFor.set(key, twin);
  }
  const isFresh = ({ key, span }: DraftFact): boolean => !standsFor.has(key) && !known.has(span.start);
  const fresh = new Set(drafts.filter(isFresh).map(({ key }) => key));
  const freshOf = ({ facts, questions }: Omit<ArticleQuestions, 'leftOut' | 'spare'>) => ({
    facts: facts.filter(({ key }) => fresh.has(key)),
    questions: questions.filter(({ factKey }) => fresh.has(factKey)),
  });
  const isDropped = ({ status, met }: OldFact): boolean => status === 'spare' && !met;
  const read = gone.filter((fact) => !isByHand(fact));
  return {
    moved,
    changed,
    unproved: gone.filter(isByHand).map(({ id }) => id),
    archived: read.filter((fact) => !isDropped(fact)).map(({ id }) => id),
    dropped: read.filter(isDropped).map(({ id }) => id),
    fresh: { ...freshOf(reading), spare: freshOf(reading.spare) },
    standsFor,
  };
};
