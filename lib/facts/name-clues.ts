/** What the words around a name say about what it names: "the physicist X", "X, a city in Y", "X was born". */
import { kindOfNoun, pronounOfNoun } from '@/lib/language/class-nouns';
import type { Name } from '@/lib/language/names';
import { childOf, childrenOf, headOf, isLabelled, sureness, type Tree, type Word } from '@/lib/language/tree';

/** How much speaks for each kind and each pronoun; `nouns` are the common nouns that stand for the name. */
export type Clues = {
  readonly person: number;
  readonly organisation: number;
  readonly place: number;
  readonly he: number;
  readonly she: number;
  readonly nouns: readonly string[];
};

const NONE: Clues = { person: 0, organisation: 0, place: 0, he: 0, she: 0, nouns: [] };
const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** What people do, and hardly any organisation or thing. */
const HUMAN_VERBS = set(
  `born died wrote writes married studied graduated smiled laughed slept wept divorced
  baptized baptised knighted educated raised recalls recalled remembers`,
);
/** What people and organisations do. */
const SAYING_VERBS = set(
  'said says added told argued argues explained explains warned insisted claims claimed',
);
const HE = /^(?:Mr\.?|King|Prince|Emperor|Pope|Sir|Lord|Father|Baron|Duke|Sultan)$/u;
const SHE = /^(?:Mrs\.?|Ms\.?|Miss|Queen|Princess|Empress|Lady|Duchess|Dame)$/u;
const TITLE =
  /^(?:Dr\.?|Prof\.?|Professor|President|Chancellor|Senator|Governor|Mayor|General|Colonel|Captain)$/u;

const add = (clues: Clues, more: Partial<Clues>): Clues => ({
  person: clues.person + (more.person ?? 0),
  organisation: clues.organisation + (more.organisation ?? 0),
  place: clues.place + (more.place ?? 0),
  he: clues.he + (more.he ?? 0),
  she: clues.she + (more.she ?? 0),
  nouns: [...clues.nouns, ...(more.nouns ?? [])],
});

const ofNoun = (noun: Word, weight: number): Partial<Clues> => {
  const kind = kindOfNoun(noun.low);
  const pronoun = pronounOfNoun(noun.low);
  const nouns = noun.xpos === 'NN' || kind !== null ? [noun.low] : [];
  if (kind === null) return { nouns };
  return { [kind]: weight, ...(pronoun === null ? {} : { [pronoun]: 1 }), nouns };
};

/** The word of a name that its other words hang on. */
export const headOfSpan = (tree: Tree, start: number, end: number): Word | undefined =>
  tree.words.find((word) => {
    if (word.start < start || word.end > end) return false;
    const head = headOf(tree, word);
    return head === undefined || head.start < start || head.end > end;
  });

const besideClues = (tree: Tree, head: Word, name: Name): Clues => {
  let clues = NONE;
  const outer = headOf(tree, head);
  const inName = (word: Word): boolean => word.start >= name.start && word.end <= name.end;
  for (const noun of childrenOf(tree, head, 'appos', 'compound', 'nmod:desc', 'flat'))
    if (!inName(noun) && sureness(noun) > 0.5) clues = add(clues, ofNoun(noun, 3));
  if (outer === undefined || sureness(head) < 0.5) return clues;
  if (isLabelled(head, 'appos', 'flat') && !inName(outer)) clues = add(clues, ofNoun(outer, 3));
  const isSubject = isLabelled(head, 'nsubj');
  if (isSubject && HUMAN_VERBS.has(outer.low)) clues = add(clues, { person: 2 });
  if (isSubject && SAYING_VERBS.has(outer.low)) clues = add(clues, { person: 0.8, organisation: 0.3 });
  if (isSubject && outer.upos === 'NOUN' && childOf(tree, outer, 'cop') !== undefined)
    clues = add(clues, ofNoun(outer, 2.5));
  if (isLabelled(head, 'nmod') && childOf(tree, head, 'case')?.low === 'of') {
    if (/^(?:city|town|village|province|region|state|island)$/u.test(outer.low))
      clues = add(clues, { place: 3 });
    if (/^(?:ceo|chairman|founder|employees|shareholders)$/u.test(outer.low))
      clues = add(clues, { organisation: 1.5 });
  }
  if (
    isLabelled(head, 'nmod:poss') &&
    /^(?:wife|husband|death|mother|father|son|daughter|brother|sister)$/u.test(outer.low)
  )
    clues = add(clues, { person: 2 });
  const preposition = childOf(tree, head, 'case')?.low;
  if (isLabelled(head, 'obl', 'nmod') && (preposition === 'in' || preposition === 'near'))
    clues = add(clues, { place: 0.5 });
  return clues;
};

/** The clues that the tree of the sentence gives about `name`; none where there is no tree. */
export const readClues = (tree: Tree | null, name: Name): Clues => {
  const head = tree === null ? undefined : headOfSpan(tree, name.start, name.end);
  if (tree === null || head === undefined) return NONE;
  let clues = besideClues(tree, head, name);
  const first = tree.words.findIndex(({ start }) => start === name.start);
  const before = tree.words[first - 1];
  if (before !== undefined) {
    if (HE.test(before.text)) clues = add(clues, { person: 3, he: 1 });
    if (SHE.test(before.text)) clues = add(clues, { person: 3, she: 1 });
    if (TITLE.test(before.text)) clues = add(clues, { person: 3 });
    const own = tree.words[first - 2];
    if (kindOfNoun(before.low) === 'person' && before.upos === 'NOUN') {
      clues = add(clues, ofNoun(before, 3));
      if (own?.low === 'his') clues = add(clues, { person: 0.5 });
    }
  }
  const relative = childrenOf(tree, head, 'acl:relcl').some((verb) =>
    childrenOf(tree, verb, 'nsubj').some(({ low }) => low === 'who'),
  );
  return relative ? add(clues, { person: 2 }) : clues;
};
