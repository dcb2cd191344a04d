/** What a thing consists of or is divided into: closed lists, asked whole where they are short. */
import { clauseOf } from '@/lib/language/clauses';
import { childOf, childrenOf, isLabelled, sureness, type Tree, type Word } from '@/lib/language/tree';
import type { Candidate } from './candidate';
import { countWords, type Cue, cuedPhrase, cuesIn, headBehind, isBare } from './cued-phrase';
import type { ReadSentence, Reading } from './reading';
import { gateOf } from './sentence-gate';
import { topicality } from './worth';

const phrases = (list: string): string[][] => list.split(',').map((cue) => cue.trim().split(/\s+/u));

/** Lists behind these are closed; "includes" and "such as" leave them open. */
const CUES = phrases(
  `consist of, consists of, consisted of, composed of, made up of, made of, divided into, subdivided into, split into,
  comprise, comprises, comprised`,
);
const MOST_WORDS = 12;
const FEWEST_WORDS = 2;
const MOST_MEMBERS = 3;
/** A name for the whole and a word for how it is parted are enough to know its parts by. */
const FEWEST_IN_VIEW = 3;
const SURE_HEAD = 0.8;
const WEIGHT = 0.6;

const VAGUE =
  /^(?:some|several|many|various|different|certain|other|others|more|such|etc|mainly|mostly|parts?|pieces|groups?|categories)$/u;

const membersOf = (tree: Tree, head: Word): readonly Word[] => [head, ...childrenOf(tree, head, 'conj')];

const refusalOf = (sentence: ReadSentence, tree: Tree, cue: Cue, words: readonly Word[]): string | null => {
  if (words.some(({ low, xpos }) => VAGUE.test(low) || xpos === 'PRP' || xpos === 'PRP$'))
    return 'the list leaves open what belongs to it';
  const verb = tree.words[cue.from];
  const hedged = childrenOf(tree, verb ?? tree.root, 'advmod').some(({ low }) =>
    /^(?:mainly|mostly|largely|partly|primarily|often|usually|sometimes|typically)$/u.test(low),
  );
  if (hedged) return 'says what it is made of for the most part only';
  const clause = verb === undefined ? undefined : clauseOf(tree, sentence.clauses, verb);
  return clause !== undefined && (clause.negation !== null || clause.hedge !== null)
    ? 'does not say it for certain'
    : null;
};

/** "comprises A and B" has an object where "consists of A and B" has a preposition. */
const headOfList = (tree: Tree, cue: Cue): Word | null => {
  const verb = tree.words[cue.from];
  if (verb === undefined || cue.to > cue.from + 1) return headBehind(tree, cue);
  return childOf(tree, verb, 'obj') ?? null;
};

/** The parts and members that a sentence lists, each with what speaks against asking for them. */
export const findMembers = (reading: Reading, sentence: ReadSentence): Candidate[] => {
  const { tree, clauses } = sentence;
  if (tree === null || gateOf(sentence).question !== null) return [];
  return cuesIn(tree, CUES).flatMap((cue): Candidate[] => {
    const head = headOfList(tree, cue);
    const verb = tree.words[cue.from];
    if (head === null || verb === undefined || sureness(head) < SURE_HEAD) return [];
    const members = membersOf(tree, head);
    if (members.length > MOST_MEMBERS || members.some((word) => !/^(?:NOUN|PROPN)$/u.test(word.upos)))
      return [];
    const phrase = cuedPhrase(sentence, head, cue, MOST_WORDS);
    const clause = clauseOf(tree, clauses, verb);
    if (phrase === null || clause === undefined || countWords(phrase.words) < FEWEST_WORDS) return [];
    const isOwn = clause.predicate === verb && isLabelled(head, 'obl', 'obj');
    return [
      {
        start: phrase.start,
        end: phrase.end,
        kind: 'member',
        answerType: 'phrase',
        place: { role: isOwn && isLabelled(head, 'obj') ? 'object' : 'part', head, clause: clause.predicate },
        confidence: Math.min(clause.certainty, sureness(head)),
        weight: WEIGHT + 0.1 * topicality(reading, tree.words),
        refusal: isBare(sentence, phrase, FEWEST_IN_VIEW)
          ? 'too little in view to know the parts by'
          : refusalOf(sentence, tree, cue, phrase.words),
      },
    ];
  });
};
