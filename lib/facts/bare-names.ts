/** Names of one word that say too little to whoever has not read the article: "Lindstedt", "the Palazzo". */
import { kindOfNoun } from '@/lib/language/class-nouns';
import type { Name } from '@/lib/language/names';
import { isDemonym, isPlace } from '@/lib/language/places';
import { childOf, childrenOf, headOf, isLabelled, type Tree, type Word } from '@/lib/language/tree';
import { headOfSpan } from './name-clues';
import { type ReadSentence, type Reading, stemOf } from './reading';
import { FAMOUS } from './reference-words';

/** What many people do: by it alone nobody is known. */
export const OF_MANY_LIVES: ReadonlySet<string> = new Set(
  `born died lived lives grew moved returned returns graduated studied attended married joined retired served worked
  played appeared performed travelled traveled emigrated immigrated settled raised educated remained stayed left met
  visited became trained taught competed represented starred featured appears plays works revealed debuted`.split(
    /\s+/u,
  ),
);
/** What places do not do, though a person may bear their name: "Essex left Dublin". */
const ONLY_OF_PEOPLE =
  /^(?:born|died|left|moved|returned|married|graduated|studied|retired|grew|lived|settled|attended)$/u;

/** Who is named so often by one word alone is called so by everyone. */
const OFTEN = 5;
/** "SOHAY", "Internet2", "DECnet": made up for one thing. */
const COINED = /\p{L}.*[\p{Lu}\d]/u;

/** "President Trump": what stands before it says who. */
export const SAYS_WHO =
  /\b(?:President|Chancellor|King|Queen|Emperor|Empress|Pope|Prince|Princess|Saint|St\.|Sultan|Tsar|Minister|Bishop|Archbishop|General|Senator|Governor)\s$/u;

/** "Commissioners' Plan", "Marie d'Agoult": the name goes on. */
const PART_OF_NAME = /^(?:['’]s?\s\p{Lu}|\s(?:d['’]|de\s|du\s|von\s|van\s|al-|el-|bin\s)\p{Lu})/u;

/** "Kongola is a constituency", "Tettnang, a small town", "the band Nangma": the words say what it is. */
const isIntroduced = (tree: Tree, head: Word): boolean => {
  if (isLabelled(head, 'compound', 'flat', 'appos', 'nmod:desc')) return true;
  if (childrenOf(tree, head, 'appos', 'compound', 'nmod:desc').length > 0) return true;
  const predicate = headOf(tree, head);
  if (predicate === undefined || !isLabelled(head, 'nsubj') || childOf(tree, predicate, 'cop') === undefined)
    return false;
  return predicate.upos === 'NOUN' || predicate.upos === 'PROPN';
};

const isActor = (tree: Tree, head: Word): boolean => {
  const top = isLabelled(head, 'conj') ? (headOf(tree, head) ?? head) : head;
  return isLabelled(top, 'nsubj', 'obl:agent', 'nmod:poss');
};

/** What a state or a union has one of: in an article on it they go by their short names. */
export const BODIES_OF_STATE: ReadonlySet<string> = new Set(
  'Parliament Commission Council Senate Congress Duma Crown Constitution Treaties Charter'.split(' '),
);

/** Whether the title names a place or a body: "European Union law", "History of Norway". */
export const isTopicABody = ({ article, entities }: Reading): boolean => {
  const title = article.title ?? '';
  return entities.some(
    ({ kind, name }) => (kind === 'place' || kind === 'organisation') && title.includes(name),
  );
};

/** "The Commission", "the Palazzo": a class of things with a capital. */
const isClassOfThings = ({ statement, start }: ReadSentence, name: Name): boolean =>
  kindOfNoun(name.text.toLowerCase()) !== null && /\bthe\s$/iu.test(statement.slice(0, name.start - start));

/** Whether a name does not say by itself who or what is meant; one that the text has in full elsewhere is a lean. */
export const isBareName = (reading: Reading, sentence: ReadSentence, name: Name): boolean => {
  const { tree } = sentence;
  const { text } = name;
  if (tree === null || name.words.length !== 1 || /\s/u.test(text)) return false;
  const entity = reading.named.get(name.start);
  if (reading.titleWords.has(stemOf(text)) || FAMOUS.has(text)) return false;
  if (entity !== undefined && (entity.mentions.length >= OFTEN || entity.name !== text)) return false;
  const lead = sentence.statement.slice(0, name.start - sentence.start);
  const rest = sentence.statement.slice(name.end - sentence.start);
  if (PART_OF_NAME.test(rest)) return false;
  if (BODIES_OF_STATE.has(text) && isTopicABody(reading)) return false;
  if (isClassOfThings(sentence, name)) return true;
  const subject = tree.words.find(({ start }) => start === name.start);
  const isAlive =
    subject !== undefined &&
    isLabelled(subject, 'nsubj') &&
    ONLY_OF_PEOPLE.test(headOf(tree, subject)?.low ?? '');
  if (COINED.test(text) || (isPlace(text) && !isAlive) || isDemonym(text)) return false;
  // "The Keraite tribe", "the Mamluks": a people, or what a thing belongs to.
  if (subject !== undefined && (subject.xpos === 'NNPS' || isLabelled(subject, 'compound', 'amod')))
    return false;
  // "The Rhineland" is one more than once, "the Monument" may be any.
  const own = headOfSpan(tree, name.start, name.end);
  const isAside = own !== undefined && !isActor(tree, own) && !isLabelled(own, 'obj', 'root');
  if (/\b[Tt]he\s$/u.test(lead)) return !isAside && (entity?.mentions.length ?? 0) < 2;
  const kind = entity?.kind ?? name.kind;
  if ((kind === 'place' && !isAlive) || kind === 'organisation') return false;
  const head = headOfSpan(tree, name.start, name.end);
  if (head === undefined || /["“'‘]$/u.test(lead) || SAYS_WHO.test(lead)) return false;
  return isActor(tree, head) && !isIntroduced(tree, head);
};
