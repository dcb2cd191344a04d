/** A clause taken apart for asking: subject, verb, what stays beside them, and what is left away. */
import type { FoundFact } from '@/lib/facts/candidate';
import type { Clause } from '@/lib/language/clauses';
import {
  childOf,
  childrenOf,
  headOf,
  isLabelled,
  sureness,
  type Tree,
  type Word,
  wordsUnder,
} from '@/lib/language/tree';
import { isSetOff, phraseWords } from './phrase';

/** `place`: before the subject, between it and the predicate, or after the predicate. */
export type Part = {
  readonly head: Word;
  readonly words: readonly Word[];
  readonly place: 'front' | 'middle' | 'end';
};

export type ClauseParts = {
  readonly tree: Tree;
  readonly clause: Clause;
  readonly subject: readonly Word[];
  /** The auxiliaries, shared ones of the clause that this one is joined to included. */
  readonly auxiliaries: readonly Word[];
  /** The predicate alone, or with its modifiers where it is a noun or adjective. */
  readonly predicate: readonly Word[];
  readonly parts: readonly Part[];
  /** 0..1: the least sureness of the clause, and of what moves with it. */
  readonly certainty: number;
};

/** A phrase in front of the subject belongs to the clause more often than the parser believes. */
const FRONTED = 0.7;

/** Adverbs that join the clause to another, or only colour it. */
const LOOSE_ADVERBS = new Set(
  `however therefore thus instead meanwhile nevertheless nonetheless consequently hence moreover furthermore also too
  additionally accordingly then still indeed besides likewise similarly otherwise finally subsequently afterwards thereafter eventually later`.split(
    /\s+/u,
  ),
);
/** What such a clause says is a condition: without it the rest may be false. */
const CONDITIONS = new Set(
  'if unless whether until till once lest whenever provided when where wherever'.split(' '),
);
/** What such a clause adds can be left away even without a comma. */
const LOOSE_MARKS = new Set('because while although though since after before so whereas'.split(' '));
/** The labels of what hangs on a noun or adjective as part of its own phrase. */
const OWN_OF_NOUN = [
  'det',
  'amod',
  'compound',
  'nmod',
  'nummod',
  'case',
  'flat',
  'fixed',
  'acl',
  'appos',
  'goeswith',
];

/** What is told behind these gives a reason or an aside: the rest is as true without it. */
const ASIDES = /^(?:because|due|despite|owing|thanks|following|besides|including|along)$/u;

/** "…, because of the crisis": a reason at the end, which is not what is asked for. */
const isAside = (tree: Tree, child: Word, predicate: Word): boolean =>
  isLabelled(child, 'obl') &&
  child.index > predicate.index &&
  ASIDES.test(wordsUnder(tree, child)[0]?.low ?? '');

/** Below this what is joined to a clause may as well be a piece of it. */
const SURE_TO_PART = 0.6;

const markOf = (tree: Tree, predicate: Word): string =>
  childrenOf(tree, predicate, 'mark', 'advmod')[0]?.low ?? '';

/** Whether a dependant of the predicate is left away; `null` where neither keeping nor leaving it is safe. */
const isLeftAway = (tree: Tree, child: Word, predicate: Word): boolean | null => {
  if (child.upos === 'PUNCT' || isLabelled(child, 'cc', 'discourse', 'vocative')) return true;
  if (isLabelled(child, 'mark')) return true;
  if (isLabelled(child, 'conj')) {
    // "Attacked and burned the town": the first verb shares what only the second one has.
    const isShared = tree.words[predicate.index + 1]?.upos === 'CCONJ';
    const isClause =
      child.upos === 'VERB' || child.upos === 'AUX' || childOf(tree, child, 'cop', 'nsubj') !== undefined;
    const isApart = isSetOff(tree, child) || sureness(child) >= SURE_TO_PART;
    return isClause && !isShared && isApart ? true : null;
  }
  if (isLabelled(child, 'parataxis', 'dep', 'reparandum', 'dislocated', 'orphan'))
    return child.index > predicate.index ? true : null;
  if (isLabelled(child, 'advmod'))
    return LOOSE_ADVERBS.has(child.low) && childrenOf(tree, child).every(({ upos }) => upos === 'PUNCT');
  if (isLabelled(child, 'advcl')) {
    if (CONDITIONS.has(markOf(tree, child))) return false;
    // "to show", "as having", "by melting" right after the verb say what it is about.
    if (child.index < predicate.index || isSetOff(tree, child)) return true;
    const mark = markOf(tree, child);
    return LOOSE_MARKS.has(mark) || (mark === 'as' && childOf(tree, child, 'nsubj') !== undefined);
  }
  return false;
};

const subjectOf = (tree: Tree, clause: Clause): Word[] | null => {
  const { subject, kind, predicate } = clause;
  if (subject === null) return null;
  if (kind !== 'relative' || subject.upos !== 'PRON') return phraseWords(tree, subject);
  // "Momus, which was founded …": the noun that the clause hangs on, if it says which.
  const noun = headOf(tree, predicate);
  if (noun === undefined || childrenOf(tree, noun, 'det').some(({ low }) => low === 'a' || low === 'an'))
    return null;
  // "One of the spots in Britain which hit 36%": it is one of them that did.
  const outer = headOf(tree, noun);
  if (outer !== undefined && isLabelled(noun, 'nmod') && /^(?:one|some|many|most|all)$/u.test(outer.low))
    return null;
  const own = new Set(wordsUnder(tree, predicate));
  const cases = new Set(childrenOf(tree, noun, 'case').flatMap((word) => wordsUnder(tree, word)));
  return phraseWords(tree, noun).filter((word) => !own.has(word) && !cases.has(word));
};

const sharedAuxiliaries = (
  clause: Clause,
  clauses: readonly Clause[],
  tree: Tree,
): readonly Word[] | null => {
  if (clause.kind !== 'joined' || clause.ownsSubject || clause.auxiliaries.length > 0)
    return clause.auxiliaries;
  const outer = clauses.find(({ predicate }) => predicate === headOf(tree, clause.predicate));
  if (clause.predicate.xpos === 'VBN' || clause.predicate.xpos === 'VB') {
    if (outer === undefined || outer.auxiliaries.length === 0) return null;
    return outer.isCopular ? null : outer.auxiliaries;
  }
  return clause.auxiliaries;
};

/** Whether a noun is joined to a verb: "to leave work and 2,000 others" was read wrong, or written so. */
const isMismatched = (tree: Tree, words: readonly Word[]): boolean =>
  words.some((word) => {
    const head = headOf(tree, word);
    return (
      isLabelled(word, 'conj') &&
      head?.upos === 'VERB' &&
      (word.upos === 'NOUN' || word.upos === 'PROPN' || word.upos === 'NUM') &&
      childOf(tree, word, 'cop', 'nsubj') === undefined
    );
  });

/** The parts of the clause that `fact` stands in, or why it cannot be taken apart. */
export const takeApart = (fact: FoundFact): ClauseParts | { readonly refusal: string } => {
  const { sentence, place } = fact;
  const { tree, clauses } = sentence;
  const clause = clauses.find(({ predicate }) => predicate === place?.clause);
  if (tree === null || place === null || clause === undefined) return { refusal: 'no clause was read' };
  if (clause.isCopular && clause.predicate.upos === 'VERB')
    return { refusal: '“is” and a verb make no plain clause' };
  if (clause.kind === 'adverbial') return { refusal: 'only a clause inside another one says it' };
  if (clause.predicate.low === 'one') return { refusal: '“the one” says nothing of its own' };
  if (childOf(tree, clause.predicate, 'expl') !== undefined)
    return { refusal: '“there” or “it” is no subject' };
  const subject = subjectOf(tree, clause);
  if (subject === null || subject.length === 0) return { refusal: 'the clause has no subject' };
  const auxiliaries = sharedAuxiliaries(clause, clauses, tree);
  if (auxiliaries === null) return { refusal: 'the verb shares what stands before it with another' };
  // "Four prisons are to be closed": what is to come, and no plain passive.
  const [first, last] = [auxiliaries[0], auxiliaries.at(-1)];
  if (first !== undefined && last !== undefined)
    if (tree.words.slice(first.index, last.index).some(({ low }) => low === 'to'))
      return { refusal: 'told of what is to come' };
  const { predicate } = clause;
  const isVerbal = predicate.upos === 'VERB' || predicate.upos === 'AUX';
  const own = new Set<Word>([predicate]);
  const parts: Part[] = [];
  let certainty = Math.min(clause.certainty, sureness(clause.subject ?? predicate));
  for (const child of childrenOf(tree, predicate)) {
    if (child === clause.subject || auxiliaries.includes(child) || isLabelled(child, 'aux', 'cop')) continue;
    const isAsked = wordsUnder(tree, child).some(
      ({ start, end }) => fact.answerSpan.start <= start && end <= fact.answerSpan.end,
    );
    const left = !isAsked && isAside(tree, child, predicate) ? true : isLeftAway(tree, child, predicate);
    if (left === null) return { refusal: 'the sentence is joined in a way that cannot be parted' };
    if (isLabelled(child, 'punct', 'cc', 'mark')) continue;
    if (left) continue;
    // What keeps its place means the same whatever it hangs on; what is moved must belong to the clause.
    if (child.index < (clause.subject?.index ?? 0))
      certainty = Math.min(certainty, Math.max(child.arcConfidence, FRONTED));
    if (
      !isVerbal &&
      (isLabelled(child, ...OWN_OF_NOUN) ||
        (isLabelled(child, 'advmod', 'conj') &&
          child.index > (auxiliaries.at(-1)?.index ?? -1) &&
          child.index < predicate.index))
    ) {
      if (!isSetOff(tree, child)) for (const word of phraseWords(tree, child)) own.add(word);
      continue;
    }
    const last = auxiliaries.at(-1)?.index ?? clause.subject?.index ?? -1;
    const words = phraseWords(tree, child);
    const place =
      child.index > predicate.index ? 'end' : child.index < (clause.subject?.index ?? 0) ? 'front' : 'middle';
    if (!isVerbal && child.index < predicate.index && child.index > last && place === 'middle')
      for (const word of words) own.add(word);
    else parts.push({ head: child, words, place });
  }
  if (parts.some(({ words }) => isMismatched(tree, words)))
    return { refusal: 'the sentence is joined in a way that cannot be parted' };
  return {
    tree,
    clause,
    subject,
    auxiliaries,
    predicate: [...own].sort((a, b) => a.index - b.index),
    parts,
    certainty,
  };
};
