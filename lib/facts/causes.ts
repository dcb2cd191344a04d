/** Why something is so, and what it led to: the cause or the effect behind a cue that says which. */
import { clauseOf } from '@/lib/language/clauses';
import { headOf, sureness, type Tree, type Word } from '@/lib/language/tree';
import type { Span } from '@/lib/model';
import type { AnswerRole, Candidate } from './candidate';
import {
  countWords,
  type Cue,
  cuedPhrase,
  cuesIn,
  headBehind,
  isBare,
  isHollow,
  tailBehind,
} from './cued-phrase';
import type { ReadSentence, Reading } from './reading';
import { gateOf } from './sentence-gate';
import { isChatter, topicality } from './worth';

const phrases = (list: string): string[][] => list.split(',').map((cue) => cue.trim().split(/\s+/u));

const CAUSES = phrases(
  'because, because of, due to, owing to, thanks to, as a result of, on account of, caused by, triggered by',
);
const EFFECTS = phrases(
  'led to, leads to, lead to, resulted in, results in, result in, gave rise to, gives rise to, give rise to',
);
const MOST_WORDS = 15;
const FEWEST_WORDS = 2;
/** Behind these the cause is denied, or not the only one. */
const LIMITED = /^(?:not|n't|just|only|simply|merely|perhaps|maybe|possibly|probably|or|and|even)$/u;
const SURE_CUE = 0.7;
/** The span is plain, what it hangs on is not. */
const UNSURE = 0.6;
const CAUSE_WEIGHT = 0.7;
const EFFECT_WEIGHT = 0.65;

const roleOf = (tree: Tree, cue: Cue, isEffect: boolean): AnswerRole => {
  if (isEffect) return 'part';
  const last = tree.words[cue.to - 1];
  return last?.low === 'by' ? 'part' : 'reason';
};

const isVerb = ({ upos }: Word): boolean => upos === 'VERB' || upos === 'AUX';

const limitOf = (sentence: ReadSentence, tree: Tree, cue: Cue): string | null => {
  const before = tree.words[cue.from - 1];
  if (before !== undefined && LIMITED.test(before.low)) return 'a cause that is denied, or one of several';
  const isDenied = sentence.clauses.some(
    ({ negation }) => negation !== null && negation.index < cue.from && before?.text !== ',',
  );
  return isDenied ? 'does not say whether the cause or the effect is denied' : null;
};

type Cued = { readonly cue: Cue; readonly isEffect: boolean };

/** By the tree, with its place; `null` where the tree is unsure. */
const readPlaced = (sentence: ReadSentence, tree: Tree, { cue, isEffect }: Cued): Found | null => {
  const head = headBehind(tree, cue);
  if (head === null || sureness(head) < SURE_CUE) return null;
  const opensClause = cue.to === cue.from + 1;
  if (opensClause !== isVerb(head) && !(opensClause && head.label.startsWith('advcl'))) return null;
  const phrase = cuedPhrase(sentence, head, cue, MOST_WORDS);
  const outer = headOf(tree, head);
  const clause = outer === undefined ? undefined : clauseOf(tree, sentence.clauses, outer);
  if (phrase === null || clause === undefined) return null;
  const { start, end, words } = phrase;
  const place = { role: roleOf(tree, cue, isEffect), head, clause: clause.predicate };
  return { start, end, words, place, confidence: Math.min(clause.certainty, sureness(head)) };
};

type Found = Span & Pick<Candidate, 'place' | 'confidence'> & { readonly words: readonly Word[] };

const readTail = (sentence: ReadSentence, { cue }: Cued): Found | null => {
  const tail = tailBehind(sentence, cue, MOST_WORDS);
  return tail === null ? null : { ...tail, place: null, confidence: UNSURE };
};

/** "due to open in May" tells when, not why: behind a preposition a noun comes before anything else. */
const tellsWhen = (words: readonly Word[], { cue }: Cued): boolean => {
  const first = words.find(({ upos }) => !/^(?:DET|ADJ|ADV|NUM|PUNCT)$/u.test(upos));
  return (
    cue.to > cue.from + 1 &&
    (first === undefined || /^(?:ADP|PART)$/u.test(first.upos) || first.xpos === 'VB')
  );
};

const toCandidates = (reading: Reading, sentence: ReadSentence, tree: Tree, cued: Cued): Candidate[] => {
  const found = readPlaced(sentence, tree, cued) ?? readTail(sentence, cued);
  if (found === null) return [];
  const { start, end, words, place, confidence } = found;
  if (tellsWhen(words, cued) || countWords(words) < FEWEST_WORDS) return [];
  const predicate = place?.clause ?? tree.root;
  const weight = (cued.isEffect ? EFFECT_WEIGHT : CAUSE_WEIGHT) + 0.1 * topicality(reading, tree.words);
  const refusal = (): string | null => {
    if (isHollow(words)) return 'the answer points outside itself';
    if (isBare(sentence, found)) return 'too little in view to know the cause by';
    if (isChatter(predicate)) return 'tells a scene or a feeling rather than a fact';
    return limitOf(sentence, tree, cued.cue);
  };
  return [{ start, end, kind: 'cause', answerType: 'phrase', place, confidence, weight, refusal: refusal() }];
};

/** The causes and effects that a sentence names, each with what speaks against asking for it. */
export const findCauses = (reading: Reading, sentence: ReadSentence): Candidate[] => {
  const { tree } = sentence;
  if (tree === null || gateOf(sentence).question !== null) return [];
  return [
    ...cuesIn(tree, CAUSES).map((cue) => ({ cue, isEffect: false })),
    ...cuesIn(tree, EFFECTS).map((cue) => ({ cue, isEffect: true })),
  ].flatMap((cued) => toCandidates(reading, sentence, tree, cued));
};
