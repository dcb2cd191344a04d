/**
 * Whether a noun phrase says by itself which thing it means: it is named, told apart by what hangs on it, known to
 * everyone, brought in earlier, or in the title.
 */
import { kindOfNoun } from '@/lib/language/class-nouns';
import { ROLE_NOUNS } from '@/lib/language/names';
import { isDemonym } from '@/lib/language/places';
import { childrenOf, headOf, isLabelled, type Tree, type Word, wordsUnder } from '@/lib/language/tree';
import { isTitleWord, type ReadSentence, type Reading, stemOf } from './reading';
import { leansOf } from './references';
import { meansTheTwo } from './two-countries';

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** One in the world, or the same for everyone. */
const KNOWN_TO_ALL = set(
  `world sun moon earth universe sea sky internet public media past future environment atmosphere ocean equator north south
  east west northeast northwest southeast southwest poor rich elderly young web weather planet globe human brain heart
  present left right majority minority same way first time body beginning end middle rest only most least
  countryside law arts sciences`,
);
/** What the country, town or house that is spoken of has one of. */
const INSTITUTIONS = set(
  `president government king queen emperor minister army navy police parliament senate mayor governor constitution military
  forces treasury crown state nation capital pope authorities chancellor congress economy country city population
  monarchy republic empire kingdom throne coast border police church court administration region island area town
  province district mainland interior`,
);
/** Parts that a museum, a university or a place has: the title says whose. */
const PARTS_OF_A_TOPIC = set(
  `collection collections gallery galleries museum building buildings campus library university college school faculty
  city town country state region island population economy government president founder board river capital
  company organisation organization church parliament constitution climate coast students endowment headquarters`,
);
/** Heads that point to a matter unless a clause or a phrase with "of" tells it. */
const MATTERS = set(
  `moment status move decision step measure plan proposal idea policy project program programme study survey test
  experiment trial data result results finding findings figure figures number numbers rate level increase decrease change
  changes effect impact process problem issue situation case event incident system method approach theory version
  versions design work report article agreement pact deal act law bill treaty statute claim attempt visit meeting
  election battle war revolt campaign`,
);
/** What hangs on these behind "for", "to" or "on" says which. */
const RELATIONS = set(
  `need basis reason demand search fight support responsibility access right attack influence solution answer key road
  path call desire opposition approach contribution entrance exit`,
);
const OPENING_PREPOSITION =
  /^(?:of|that|which|who|whose|where|whom|between|called|known|named|when|why|to)$/u;

/** What is seen: `words` of the sentence's tree in their order, the answer's own left out. */
export type Seen = {
  readonly sentence: ReadSentence;
  readonly tree: Tree;
  readonly words: readonly Word[];
  /** The sentence before, where it is shown too. */
  readonly before: ReadSentence | null;
  /** Whether what is asked is what a thing is or is called: that is told of things in general. */
  readonly isDefinition: boolean;
};

export type View = Seen & { readonly reading: Reading; readonly has: ReadonlySet<number> };

/** Whether what the sentence tells is so at all times. */
export const isTimeless = ({ sentence }: View): boolean => {
  const main = sentence.clauses.find(({ kind }) => kind === 'main');
  return main !== undefined && /^VB[ZP]$/u.test(main.finite.xpos);
};

const isCapital = ({ text, index }: Word): boolean =>
  (index > 0 && /^\p{Lu}\p{L}/u.test(text)) || /^\p{Lu}{3,}$/u.test(text);

const isInName = ({ sentence }: View, word: Word): boolean =>
  sentence.names.some(({ start, end }) => start <= word.start && word.end <= end);

/** Whether a word belongs to a date that has its year. */
export const isInDate = ({ sentence }: View, word: Word): boolean =>
  sentence.dates.some(({ start, end, year }) => year !== null && start <= word.start && word.end <= end);

/** A word that is the same to every reader: a name, a people, a year, what the countries of the title share. */
export const isAnchor = (view: View, word: Word): boolean =>
  view.has.has(word.index) &&
  (isInName(view, word) ||
    isDemonym(word.text) ||
    meansTheTwo(view.reading, word) ||
    isInDate(view, word) ||
    (isCapital(word) && word.upos !== 'PRON'));

/** Whether a word is one of the title's. */
export const isTitled = ({ reading }: View, word: Word): boolean =>
  isTitleWord(reading, word.text) && word.text.length > 2;

const underOf = (view: View, noun: Word): Word[] =>
  wordsUnder(view.tree, noun, (word) => word.head === noun.index && isLabelled(word, 'conj', 'nsubj', 'cop'));

/** Whether a noun's phrase holds a word that is the same to every reader. */
export const hasAnchor = (view: View, noun: Word): boolean =>
  underOf(view, noun).some((word) => isAnchor(view, word));

const isTopicNamed = ({ reading }: View): boolean => /^\p{Lu}/u.test(reading.article.title ?? '');

/** A place in what is seen, or as the subject of the article, has one government. */
const hasPlace = (view: View): boolean => {
  const { sentence, reading, words } = view;
  const inView = sentence.names.some(
    ({ kind, start }) => kind === 'place' && words.some((word) => word.start === start),
  );
  if (inView || words.some(({ text }) => isDemonym(text))) return true;
  const title = reading.article.title ?? '';
  return reading.entities.some(({ kind, name }) => kind === 'place' && title.includes(name));
};

/** The same noun earlier among the words, brought in there: "a new temple … the temple"; or a name of its kind. */
const isBroughtIn = (view: View, noun: Word): boolean => {
  const kind = kindOfNoun(noun.low);
  const stem = stemOf(noun.text);
  const earlier = view.words.filter(({ index }) => index < noun.index);
  if (earlier.some((word) => word.upos === 'NOUN' && stemOf(word.text) === stem)) return true;
  if (kind === null) return false;
  return view.sentence.names.some(
    (name) =>
      name.end <= noun.start &&
      view.reading.named.get(name.start)?.kind === kind &&
      earlier.some(({ start }) => start === name.start),
  );
};

/** "the city" where the title names one and the reference to it is certain. */
const isResolved = ({ reading, sentence, before }: View, noun: Word): boolean =>
  leansOf(reading, sentence).some(
    ({ span, resolvedBy, antecedent }) =>
      span.end === noun.end &&
      (resolvedBy === 'title' || antecedent !== null || (resolvedBy === 'before' && before !== null)),
  );

const isShortTitle = ({ reading }: View): boolean => {
  const title = reading.article.title ?? '';
  return title.split(' ').length <= 5 && !/[?!:]/u.test(title) && isTopicNamed({ reading } as View);
};

/** Whether what hangs on the noun behind it says which one is meant; its own nouns are looked at by themselves. */
const isToldApart = (view: View, noun: Word): boolean => {
  const { tree } = view;
  const after = childrenOf(tree, noun, 'nmod', 'acl', 'appos').filter(
    (word) => word.index > noun.index && view.has.has(word.index),
  );
  // "The film premiered in Oslo, was shown": a verb that was read as belonging to the noun.
  const last = wordsUnder(tree, noun).at(-1);
  const isMisread =
    after.some(({ xpos, label }) => xpos === 'VBN' && label === 'acl') &&
    tree.words[(last?.index ?? 0) + 1]?.text === ',';
  if (after.length === 0 || isMisread) return false;
  const opener = tree.words[noun.index + 1]?.low ?? '';
  const byOf = OPENING_PREPOSITION.test(opener);
  if (RELATIONS.has(noun.low) && /^(?:for|to|on|of)$/u.test(opener)) return true;
  const isMatter = MATTERS.has(noun.low);
  if (byOf)
    return (
      !isMatter || hasAnchor(view, noun) || opener !== 'of' || after.some((word) => word.upos === 'NOUN')
    );
  return hasAnchor(view, noun) && !isMatter;
};

/** "The first bridge", "the longest one": set apart from others of its kind by a rank. */
export const isUnlike = (tree: Tree, noun: Word): boolean => {
  const own = childrenOf(tree, noun, 'amod', 'nummod');
  return own.some(
    ({ low, xpos, upos }) =>
      upos === 'NUM' ||
      xpos === 'JJS' ||
      /^(?:first|second|third|fourth|fifth|last|next|only|main|chief|final|key)$/u.test(low),
  );
};

const MADE_FIRST =
  /^(?:invented|discovered|built|made|developed|patented|designed|isolated|produced|introduced)$/u;

/** "The first oil lamp was invented": of all that there are in the world. A first claim or move is not "made" so. */
const isFirstOfItsKind = ({ tree }: View, noun: Word): boolean =>
  !MATTERS.has(noun.low) &&
  childrenOf(tree, noun, 'amod').some(({ low }) => low === 'first') &&
  MADE_FIRST.test(headOf(tree, noun)?.low ?? '');

const NEW_KINDS = /^(?:invented|discovered|patented|isolated|created)$/u;

/** "The polygraph was invented by John Larson": a kind of thing, and not one of them. */
const isNewKind = ({ tree }: View, noun: Word): boolean => {
  const verb = headOf(tree, noun);
  if (verb === undefined || !isLabelled(noun, 'nsubj:pass') || !NEW_KINDS.test(verb.low)) return false;
  const isBare = childrenOf(tree, noun).every((word) => isLabelled(word, 'det', 'compound'));
  return isBare && noun.xpos === 'NN' && kindOfNoun(noun.low) === null && !MATTERS.has(noun.low);
};

/** "The working fluid", "the cell wall" in what is true at all times: one part of each thing of the kind. */
const isTermOfArt = (view: View, noun: Word): boolean => {
  if (!isTimeless(view) || kindOfNoun(noun.low) !== null || MATTERS.has(noun.low)) return false;
  const own = childrenOf(view.tree, noun, 'amod', 'compound').filter(({ index }) => index < noun.index);
  return own.some(({ upos, xpos }) => upos === 'NOUN' || xpos === 'VBG' || xpos === 'VBN');
};

/** Whether "the …" says which. */
export const isDefiniteLicensed = (view: View, noun: Word): boolean => {
  const { tree } = view;
  if (isFirstOfItsKind(view, noun) || isNewKind(view, noun)) return true;
  const isOffice = ROLE_NOUNS.has(noun.low);
  const isOfSome =
    childrenOf(tree, noun, 'nmod', 'nmod:poss', 'appos', 'flat').length > 0 ||
    /^\p{Lu}/u.test(tree.words[noun.index + 1]?.text ?? '');
  if (isOffice && !isOfSome && !INSTITUTIONS.has(noun.low))
    return isResolved(view, noun) || isBroughtIn(view, noun);
  if (isInName(view, noun) || isCapital(noun)) return true;
  const before = childrenOf(tree, noun, 'amod', 'compound', 'nmod:poss', 'nummod').flatMap((word) =>
    wordsUnder(tree, word),
  );
  if (before.some((word) => isAnchor(view, word)) && !MATTERS.has(noun.low)) return true;
  if (before.some((word) => isAnchor(view, word)) && !isUnlike(tree, noun)) return true;
  if (isResolved(view, noun) || isBroughtIn(view, noun)) return true;
  if (isTitled(view, noun) && !isUnlike(tree, noun)) return true;
  if (isToldApart(view, noun) || isTermOfArt(view, noun)) return true;
  if (KNOWN_TO_ALL.has(noun.low)) return true;
  if (INSTITUTIONS.has(noun.low) && hasPlace(view)) return true;
  return PARTS_OF_A_TOPIC.has(noun.low) && isShortTitle(view) && !isUnlike(tree, noun);
};

const isOver = (tree: Tree, subject: Word): boolean => {
  const verb = headOf(tree, subject);
  const finite = verb === undefined ? undefined : (childrenOf(tree, verb, 'aux', 'cop')[0] ?? verb);
  return finite?.xpos === 'VBD';
};

/** "How many schools were toppled in Dover?": all of them that the name beside holds. */
const isCounted = (view: View, noun: Word): boolean =>
  childrenOf(view.tree, noun, 'nummod').some(({ index }) => !view.has.has(index)) &&
  view.words.some(
    (word) =>
      isInName(view, word) &&
      view.sentence.names.some(({ start, kind }) => start === word.start && kind !== 'person'),
  );

/** Adjectives that tell no kind: of "large drugs" or "early versions" nobody knows which. */
const NO_KIND =
  /^(?:large|larger|big|small|great|early|late|new|old|other|many|several|some|few|typical|common|different|various|good|bad|major|minor|main|important|young|popular|famous|local|certain|such|first|second|last|recent|modern|similar)$/u;

/** "Cytotoxic drugs", "a steam turbine" in what is true at all times: all of the kind. */
export const isKind = (view: View, noun: Word): boolean => {
  if (!isTimeless(view) || noun.upos !== 'NOUN' || MATTERS.has(noun.low.replace(/s$/u, ''))) return false;
  const det = childrenOf(view.tree, noun, 'det', 'nummod', 'nmod:poss');
  const isBarePlural = noun.xpos === 'NNS' && det.length === 0;
  const isAny = noun.xpos === 'NN' && det.length === 1 && /^an?$/u.test(det[0]?.low ?? '');
  const own = childrenOf(view.tree, noun, 'amod', 'compound').filter(({ index }) => index < noun.index);
  const tellsKind =
    own.length > 0 && own.every(({ low, xpos }) => !NO_KIND.test(low) && xpos !== 'JJR' && xpos !== 'JJS');
  return (isBarePlural || isAny) && tellsKind && kindOfNoun(noun.low.replace(/s$/u, '')) === null;
};

/** The subject tells what the whole is about: it must be someone, something of the title, or told apart. */
export const isSubjectLicensed = (view: View, noun: Word): boolean => {
  const { tree } = view;
  const det = childrenOf(tree, noun, 'det', 'nmod:poss');
  if (isKind(view, noun)) return true;
  const isOneOfMany = isOver(tree, noun) && det.some(({ low }) => low === 'a' || low === 'an');
  // "A statue of Ada was unveiled in 1989": there may be others of her.
  if (isOneOfMany && tree.words[noun.index + 1]?.low === 'of' && !isUnlike(tree, noun)) return false;
  // "Two portraits of a couple date from …": which two, nobody can say.
  const isSomeOfMany = childrenOf(tree, noun, 'nummod').some(({ index }) => view.has.has(index));
  if (isSomeOfMany && det.length === 0 && !hasAnchor(view, noun) && !isTitled(view, noun)) return false;
  if (hasAnchor(view, noun) || isTitled(view, noun) || isToldApart(view, noun)) return true;
  if (isCounted(view, noun) || det.some((owner) => owner.upos === 'NOUN' && isTitled(view, owner)))
    return true;
  // "A new exhibit was opened in 2009": one of many, somewhere.
  if (isOneOfMany) return false;
  if (det.some(({ xpos }) => xpos === 'PRP$' || xpos === 'DT') && !noun.xpos.startsWith('NNS')) return true;
  const own = childrenOf(tree, noun, 'amod', 'compound').filter((word) => isTitled(view, word));
  return own.length > 0;
};
