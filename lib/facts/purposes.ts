/** What for and how: the purpose behind "to", "in order to" or "used for", and the means behind "by" and "using". */
import { type Clause, clauseOf } from '@/lib/language/clauses';
import { childrenOf, headOf, isLabelled, sureness, type Tree, type Word } from '@/lib/language/tree';
import type { Candidate } from './candidate';
import {
  type Cue,
  type CuedPhrase,
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

const MOST_WORDS = 15;
const FEWEST_WORDS = 3;
const SURE_VERB = 0.8;
const SURE_CLAUSE = 0.8;
const PURPOSE_WEIGHT = 0.65;
const MEANS_WEIGHT = 0.6;
/** The span is plain, what it hangs on is not. */
const UNSURE = 0.6;

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** With these "to" tells what happens or can happen, not what for. */
const NO_PURPOSE = set(
  `want wants wanted begin begins began start starts started continue continues continued seem seems seemed appear
  appears appeared come comes came go goes went going have has had need needs needed happen happens happened tend tends
  tended fail fails failed refuse refuses refused agree agrees agreed decide decides decided likely able due ready
  enough too grow grew grows live lived lives prove proved proves turn turned hope hopes hoped wait waits waited rise
  rose rises fall fell falls return returns returned take takes took taken wake woke survive survived allow allows
  allowed expected thought said believed known`,
);
/** A passive of these says what a thing is for. */
const MADE_FOR = set('used designed intended meant built created made employed developed adapted');
const AIMING = set('aims aim aimed seeks seek sought serves serve served');

type Found = { readonly head: Word; readonly cue: Cue; readonly role: 'purpose' | 'means' };

const toOf = (tree: Tree, head: Word): Word | undefined =>
  childrenOf(tree, head, 'mark').find(({ low }) => low === 'to');

const isPassive = (tree: Tree, word: Word): boolean => childrenOf(tree, word, 'aux:pass').length > 0;

/** "was built to", "aims to", and any act done "to": what the verb under "to" says is what for. */
const isPurpose = (tree: Tree, head: Word, to: Word): boolean => {
  const outer = headOf(tree, head);
  if (outer?.upos !== 'VERB') return false;
  const before = tree.words[to.index - 1];
  if (before?.low === 'order') return true;
  if (before === undefined || /^(?:only|enough|as|how|what|not|or|and)$/u.test(before.low)) return false;
  if (AIMING.has(outer.low) || (MADE_FOR.has(outer.low) && isPassive(tree, outer)))
    return isLabelled(head, 'xcomp', 'advcl');
  return isLabelled(head, 'advcl') && !NO_PURPOSE.has(outer.low);
};

const findInfinitives = (tree: Tree): Found[] =>
  tree.words.flatMap((head): Found[] => {
    if (head.xpos !== 'VB' || !isLabelled(head, 'advcl', 'xcomp')) return [];
    const to = toOf(tree, head);
    if (to === undefined || !isPurpose(tree, head, to)) return [];
    return [{ head, cue: { from: to.index, to: to.index + 1, answerFrom: to.index }, role: 'purpose' }];
  });

/** "is used for storing grain", not "used to work". */
const findUses = (tree: Tree): Found[] =>
  cuesIn(tree, [
    ['used', 'for'],
    ['responsible', 'for'],
  ]).flatMap((cue): Found[] => {
    const [verb, head] = [tree.words[cue.from], headBehind(tree, cue)];
    if (verb === undefined || head === null || childrenOf(tree, verb, 'aux:pass', 'cop').length === 0)
      return [];
    return [{ head, cue, role: 'purpose' }];
  });

const findMeans = (tree: Tree): Found[] =>
  tree.words.flatMap((head): Found[] => {
    if (head.xpos !== 'VBG' || !isLabelled(head, 'advcl')) return [];
    const by = childrenOf(tree, head, 'mark', 'case').find(({ low }) => low === 'by');
    const opens = by ?? (head.low === 'using' ? head : undefined);
    if (opens === undefined) return [];
    return [
      { head, cue: { from: opens.index, to: opens.index + 1, answerFrom: opens.index }, role: 'means' },
    ];
  });

const refusalOf = (sentence: ReadSentence, clause: Clause, phrase: CuedPhrase): string | null => {
  if (isHollow(phrase.words)) return 'the answer points outside itself';
  if (isBare(sentence, phrase)) return 'too little in view to know the purpose by';
  if (clause.negation !== null) return 'says what is not so';
  return isChatter(clause.predicate) ? 'tells a scene or a feeling rather than a fact' : null;
};

/** "in order to" says what for, whatever the tree makes of it. */
const findOrders = (sentence: ReadSentence, tree: Tree, taken: readonly Candidate[]): Candidate[] =>
  cuesIn(tree, [['in', 'order', 'to']]).flatMap((cue): Candidate[] => {
    const tail = tailBehind(sentence, { ...cue, answerFrom: cue.to - 1 }, MOST_WORDS);
    if (tail === null || taken.some(({ start }) => start === tail.start)) return [];
    if (isHollow(tail.words) || isBare(sentence, tail)) return [];
    const { start, end } = tail;
    const refusal = sentence.clauses.some(({ negation }) => negation !== null) ? 'says what is not so' : null;
    return [
      {
        start,
        end,
        kind: 'purpose',
        answerType: 'phrase',
        place: null,
        confidence: UNSURE,
        weight: PURPOSE_WEIGHT,
        refusal,
      },
    ];
  });

const findPlaced = (reading: Reading, sentence: ReadSentence, tree: Tree): Candidate[] =>
  [...findInfinitives(tree), ...findUses(tree), ...findMeans(tree)].flatMap(
    ({ head, cue, role }): Candidate[] => {
      const outer = headOf(tree, head);
      const clause = outer === undefined ? undefined : clauseOf(tree, sentence.clauses, outer);
      const phrase = cuedPhrase(sentence, head, cue, MOST_WORDS);
      if (clause === undefined || phrase === null || phrase.words.length < FEWEST_WORDS) return [];
      // Deeper inside a phrase the purpose is of a detail.
      if (outer !== clause.predicate || sureness(head) < SURE_VERB || clause.certainty < SURE_CLAUSE)
        return [];
      const weight =
        (role === 'purpose' ? PURPOSE_WEIGHT : MEANS_WEIGHT) + 0.1 * topicality(reading, tree.words);
      return [
        {
          start: phrase.start,
          end: phrase.end,
          kind: role === 'purpose' ? 'purpose' : 'statement',
          answerType: 'phrase',
          place: { role, head, clause: clause.predicate },
          confidence: Math.min(clause.certainty, sureness(head)),
          weight,
          refusal: refusalOf(sentence, clause, phrase),
        },
      ];
    },
  );
/** The purposes and means that a sentence names, each with what speaks against asking for it. */
export const findPurposes = (reading: Reading, sentence: ReadSentence): Candidate[] => {
  const { tree } = sentence;
  if (tree === null || gateOf(sentence).question !== null) return [];
  const placed = findPlaced(reading, sentence, tree);
  return [...placed, ...findOrders(sentence, tree, placed)];
};
