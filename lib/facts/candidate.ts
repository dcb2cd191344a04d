/** A stretch of a sentence that might be asked for, or that must not be. */
import type { Word } from '@/lib/language/tree';
import type { AnswerType, DraftFact, FactKind, Lean, Span } from '@/lib/model';
import type { ReadSentence } from './reading';

/** What the answer does in its clause; `part` for what stands inside another phrase. */
export type AnswerRole =
  | 'subject'
  | 'object'
  | 'predicate'
  | 'agent'
  | 'when'
  | 'birth'
  /** "Oslo, the largest city of Norway, …": `clause` is the noun that says what it is. */
  | 'apposition'
  /** "The Storting, the parliament of Norway, …": the answer says what `clause`, a name, is. */
  | 'gloss'
  | 'death'
  | 'where'
  | 'amount'
  | 'reason'
  | 'purpose'
  | 'means'
  | 'speaker'
  | 'part';

/** Where an answer stands in the tree of its sentence; `null` where no parse was used to find it. */
export type Place = {
  readonly role: AnswerRole;
  /** The word that the answer's other words hang on. */
  readonly head: Word;
  /** The predicate of the clause that the answer belongs to: its verb, or its noun beside a copula. */
  readonly clause: Word;
};

/** A fact with what a writer of questions needs beside it. */
export type FoundFact = DraftFact & {
  readonly sentence: ReadSentence;
  readonly place: Place | null;
  /** Why it may not be worth keeping, in plain words; such facts are spare. */
  readonly doubt: string | null;
};

/**
 * `weight`, 0..1: how much facts of this sort tend to matter. `confidence`, 0..1: how sure the reader is of scope
 * and span. `refusal`: why it must not be asked, if so. `leans`: what the answer itself leaves open, if anything.
 */
export type Candidate = Span & {
  readonly kind: FactKind;
  readonly answerType: AnswerType;
  readonly place: Place | null;
  readonly confidence: number;
  readonly weight: number;
  readonly refusal: string | null;
  readonly leans?: readonly Lean[];
};

/** What stands right before a stretch, within its sentence. */
export const textBefore = (sentence: ReadSentence, span: Span): string =>
  sentence.statement.slice(0, span.start - sentence.start);

/** What stands right after a stretch, within its sentence. */
export const textAfter = (sentence: ReadSentence, span: Span): string =>
  sentence.statement.slice(span.end - sentence.start);

/** Whether the stretch lies in quotation marks or in brackets. */
export const isEnclosed = ({ enclosures }: ReadSentence, span: Span): 'quotes' | 'brackets' | null => {
  const holds = ({ start, end }: Span): boolean => start <= span.start && span.end <= end;
  if (enclosures.quotes.some(holds)) return 'quotes';
  return enclosures.brackets.some(holds) ? 'brackets' : null;
};

/** Whether nothing but a comma, "and", "or" or the like stands between two stretches: then they are equals in a list. */
export const areEquals = ({ statement, start }: ReadSentence, a: Span, b: Span): boolean => {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return /^[\s,;/–—-]*(?:and|or|to|nor|but|versus)?[\s–—-]*(?:\p{L}+\s)?$/u.test(
    statement.slice(first.end - start, second.start - start),
  );
};
