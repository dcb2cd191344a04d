/**
 * The clauses of a sentence: who does what, and under whose word it stands. The labels are those of Universal
 * Dependencies (https://universaldependencies.org/u/dep/), where a predicate is a verb, or a noun or adjective
 * beside a copula ("Oslo is the capital": "capital").
 */
import {
  childOf,
  childrenOf,
  headOf,
  isLabelled,
  isUnbroken,
  leastSure,
  type Tree,
  type Word,
  wordsUnder,
} from './tree';

/**
 * `main`: the root; `joined`: hangs on another by "and" or the like; `reported`: what someone says, thinks or
 * knows; `relative`, `adverbial`: inside another clause.
 */
export type ClauseKind = 'main' | 'joined' | 'reported' | 'relative' | 'adverbial';

export type Clause = {
  readonly kind: ClauseKind;
  readonly predicate: Word;
  /** The head of the subject; a joined clause without a subject of its own has that of the clause it joins. */
  readonly subject: Word | null;
  readonly ownsSubject: boolean;
  /** Auxiliaries and copula in the order of the text: "has been", "was", "can be". */
  readonly auxiliaries: readonly Word[];
  /** The word that bears the tense: the first auxiliary, or the verb. */
  readonly finite: Word;
  readonly isPassive: boolean;
  readonly isCopular: boolean;
  /** "not", "never", "n't", "no longer" on the predicate. */
  readonly negation: Word | null;
  /** "could", "may", "is expected to", "reportedly": what keeps it from being plain fact. */
  readonly hedge: Word | null;
  /** 0..1: the least sureness of the predicate, the auxiliaries and all words of the subject's phrase. */
  readonly confidence: number;
  /** 0..1: as `confidence`, but of the subject's head alone: enough where the subject's phrase stays as it is. */
  readonly certainty: number;
};

const HEDGING_VERBS = new Set(
  `expect believe think say claim allege report suppose consider estimate predict rumour rumor know hope plan intend
  seem appear suspect suggest aim propose threaten fear`.split(/\s+/u),
);
const HEDGING_ADVERBS = new Set(
  `reportedly allegedly probably possibly perhaps maybe likely supposedly apparently presumably potentially arguably
  seemingly purportedly ostensibly hopefully`.split(/\s+/u),
);
const HEDGING_AUXILIARIES = new Set('may might could would should must can ought'.split(' '));
const NEGATIONS = new Set([
  'not',
  "n't",
  'never',
  'neither',
  'nor',
  'hardly',
  'scarcely',
  'barely',
  'rarely',
  'seldom',
]);

/** Whether a word ends as a form of one of `verbs` does; the parser gives no lemmas. */
const isFormOf = (low: string, verbs: ReadonlySet<string>): boolean =>
  [
    low,
    low.replace(/s$/u, ''),
    low.replace(/ed$/u, ''),
    low.replace(/d$/u, ''),
    low.replace(/ied$/u, 'y'),
    low.replace(/ned$/u, 'n'),
  ].some((form) => verbs.has(form)) ||
  (low === 'said' && verbs.has('say')) ||
  (low === 'thought' && verbs.has('think')) ||
  (low === 'known' && verbs.has('know'));

const kindOf = (tree: Tree, predicate: Word): ClauseKind | null => {
  if (predicate.head === -1) return 'main';
  if (isLabelled(predicate, 'conj')) {
    const head = headOf(tree, predicate);
    return head !== undefined && kindOf(tree, head) !== null ? 'joined' : null;
  }
  if (isLabelled(predicate, 'parataxis')) return 'joined';
  if (isLabelled(predicate, 'ccomp')) return 'reported';
  if (isLabelled(predicate, 'acl:relcl')) return 'relative';
  if (isLabelled(predicate, 'advcl')) return 'adverbial';
  return null;
};

const findHedge = (
  tree: Tree,
  predicate: Word,
  auxiliaries: readonly Word[],
  isPassive: boolean,
): Word | null => {
  const aux = auxiliaries.find(({ low }) => HEDGING_AUXILIARIES.has(low));
  if (aux !== undefined) return aux;
  const adverb = childrenOf(tree, predicate, 'advmod').find(({ low }) => HEDGING_ADVERBS.has(low));
  if (adverb !== undefined) return adverb;
  const hasComplement = childOf(tree, predicate, 'xcomp') !== undefined;
  const hedges = hasComplement && isFormOf(predicate.low, HEDGING_VERBS);
  const likely =
    predicate.low === 'likely' ||
    predicate.low === 'set' ||
    predicate.low === 'due' ||
    predicate.low === 'poised';
  return hedges || (likely && (hasComplement || isPassive)) ? predicate : null;
};

/** "not" hangs on the predicate, now and then on its auxiliary; of "no longer" it is "longer" that does. */
const findNegation = (tree: Tree, verbs: readonly Word[]): Word | null =>
  verbs
    .flatMap((verb) => childrenOf(tree, verb, 'advmod'))
    .find(
      (word) =>
        NEGATIONS.has(word.low) ||
        (word.low === 'longer' && childrenOf(tree, word).some(({ low }) => low === 'no')),
    ) ?? null;

const readClause = (
  tree: Tree,
  predicate: Word,
  kind: ClauseKind,
  outer: Clause | undefined,
): Clause | null => {
  const own = childOf(tree, predicate, 'nsubj', 'csubj');
  const auxiliaries = childrenOf(tree, predicate, 'aux', 'cop');
  const finite = auxiliaries[0] ?? predicate;
  const isVerbal = predicate.upos === 'VERB' || predicate.upos === 'AUX';
  if (!isVerbal && auxiliaries.length === 0 && kind !== 'main') return null;
  const isPassive = auxiliaries.some((word) => isLabelled(word, 'aux:pass')) || own?.label === 'nsubj:pass';
  const subject = own ?? (kind === 'joined' ? (outer?.subject ?? null) : null);
  const negation = findNegation(tree, [predicate, ...auxiliaries]);
  const core = [predicate, ...auxiliaries, ...(own === undefined ? [] : wordsUnder(tree, own))];
  return {
    kind,
    predicate,
    subject,
    ownsSubject: own !== undefined,
    auxiliaries,
    finite,
    isPassive,
    isCopular: childOf(tree, predicate, 'cop') !== undefined,
    negation,
    hedge: findHedge(tree, predicate, auxiliaries, isPassive),
    confidence: Math.min(leastSure(core), own === undefined && outer !== undefined ? outer.confidence : 1),
    certainty: Math.min(
      leastSure([predicate, ...auxiliaries, ...(own === undefined ? [] : [own])]),
      own === undefined && outer !== undefined ? outer.certainty : 1,
    ),
  };
};

/** The clauses of a sentence in the order of their predicates, the main one first among equals. */
export const readClauses = (tree: Tree): Clause[] => {
  const found = new Map<Word, Clause>();
  const visit = (predicate: Word): void => {
    const kind = kindOf(tree, predicate);
    const head = headOf(tree, predicate);
    const clause = kind === null ? null : readClause(tree, predicate, kind, head && found.get(head));
    if (clause !== null) found.set(predicate, clause);
    for (const child of childrenOf(tree, predicate)) visit(child);
  };
  visit(tree.root);
  return [...found.values()];
};

/** The whole phrase of a clause's subject, or `null` where it has none or its words do not stand together. */
export const subjectWords = (tree: Tree, { subject }: Clause): Word[] | null => {
  if (subject === null) return null;
  const words = wordsUnder(tree, subject);
  return isUnbroken(words) ? words : null;
};

/** The clause that a word stands in: that of the nearest predicate above it. */
export const clauseOf = (tree: Tree, clauses: readonly Clause[], word: Word): Clause | undefined => {
  for (let at: Word | undefined = word; at !== undefined; at = headOf(tree, at)) {
    const clause = clauses.find(({ predicate }) => predicate === at);
    if (clause !== undefined) return clause;
  }
  return undefined;
};
