/** Whom and what pronouns mean. */
import { kindOfNoun, pronounOfNoun } from '@/lib/language/class-nouns';
import {
  childOf,
  childrenOf,
  headOf,
  isLabelled,
  type Tree,
  type Word,
  wordsUnder,
} from '@/lib/language/tree';
import type { Lean } from '@/lib/model';
import type { Entity } from './entities';
import { stemsOf } from './reading';
import { HE, IT, POSSESSIVE, SHE, SPEAKER, THEY } from './reference-words';
import {
  entityOf,
  isNominal,
  isPlural,
  mainSubject,
  nameOf,
  namedBefore,
  phraseOf,
  type Scene,
  toLean,
} from './scene';

type Gender = 'he' | 'she';

const mayBe = (gender: Gender, { kind, pronoun }: Entity): boolean =>
  kind === 'person' && (pronoun === null || pronoun === gender);

/** Nouns for people before `at`, beside no name: "an artist". */
const peopleInWords = (scene: Scene, at: number, gender: Gender): Word[] =>
  scene.tree.words.filter((word) => {
    if (word.index >= at || (word.upos !== 'NOUN' && word.upos !== 'PRON')) return false;
    if (/^(?:who|someone|anyone|everyone|nobody|whoever)$/u.test(word.low)) return true;
    if (word.upos !== 'NOUN' || kindOfNoun(word.low) !== 'person' || word.low.endsWith('s')) return false;
    const own = pronounOfNoun(word.low);
    const beside = [
      headOf(scene.tree, word),
      ...childrenOf(scene.tree, word, 'appos', 'flat', 'compound', 'nsubj'),
      scene.tree.words[word.index + 1],
    ];
    const isNamed = beside.some(
      (other) => other !== undefined && entityOf(scene.reading, scene.sentence, other) !== null,
    );
    return !isNamed && (own === null || own === gender) && !isLabelled(word, 'compound');
  });

/** People other than `entity` in the two sentences before who may be meant by "he" or "she". */
const rivals = (scene: Scene, gender: Gender, entity: Entity): boolean => {
  const { reading, sentence } = scene;
  return [1, 2].some((back) => {
    const other = reading.sentences[sentence.index - back];
    if (other === undefined || (back === 1 ? scene.before === null : other.paragraph !== sentence.paragraph))
      return false;
    return namedBefore(reading, other).some((one) => one !== entity && mayBe(gender, one));
  });
};

/** The person that the title speaks of who may be meant, or `null`. */
const titlePerson = (scene: Scene, gender: Gender): Entity | null => {
  const { reading, topic, titlePeople, before, leansBefore } = scene;
  if (topic !== null) return mayBe(gender, topic.entity) ? topic.entity : null;
  // A name in a headline may be a figure of speech: only who was just spoken of counts.
  const spokenOf = before === null ? [] : namedBefore(reading, before);
  const fitting = titlePeople.filter(
    (entity) =>
      mayBe(gender, entity) &&
      (spokenOf.includes(entity) || leansBefore.some(({ antecedent }) => antecedent === entity.name)),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
};

const outsidePerson = (scene: Scene, word: Word, gender: Gender): Lean => {
  const { reading, before } = scene;
  const titled = titlePerson(scene, gender);
  if (titled?.pronoun === gender && !rivals(scene, gender, titled))
    return toLean(scene, word, 'title', nameOf(scene, titled));
  if (before === null) return toLean(scene, word, null);
  const people = namedBefore(reading, before).filter((entity) => mayBe(gender, entity));
  const [only] = people;
  if (people.length === 1 && only !== undefined)
    return toLean(scene, word, 'before', only.pronoun === gender ? nameOf(scene, only) : null);
  const said = scene.leansBefore.filter(
    ({ text, antecedent }) => antecedent !== null && (gender === 'he' ? HE : SHE).has(text.toLowerCase()),
  );
  const meant = new Set(said.map(({ antecedent }) => antecedent));
  const [same] = meant;
  if (people.length === 0 && meant.size === 1 && same !== undefined) return toLean(scene, word, null, same);
  // The reader who sees the sentence before takes it as the reader of the article does.
  return toLean(scene, word, people.length > 1 ? 'before' : null);
};

const personLean = (scene: Scene, word: Word, gender: Gender): Lean => {
  const { reading, sentence, tree, topic } = scene;
  const named = namedBefore(reading, sentence, word.start);
  const people = named.filter((entity) => mayBe(gender, entity));
  const nouns = peopleInWords(scene, word.index, gender);
  const [only] = people;
  if (only === undefined && nouns.length === 0) {
    // "In his youth, Tesla ..." names him a little later.
    const subject = mainSubject(sentence);
    const later = subject === null ? null : entityOf(reading, sentence, subject);
    const isAhead = POSSESSIVE.has(word.low) && subject !== null && subject.index > word.index;
    const inSubject = subject !== null && wordsUnder(tree, subject).includes(word);
    if (isAhead && !inSubject && later !== null && mayBe(gender, later))
      return toLean(scene, word, 'sentence', nameOf(scene, later));
    return outsidePerson(scene, word, gender);
  }
  const isTopicRival =
    topic !== null &&
    topic.entity.pronoun === gender &&
    only !== topic.entity &&
    !people.includes(topic.entity);
  // "His son Albert died, and he sold the house": whose son it was may be meant too.
  const own = gender === 'he' ? HE : SHE;
  const first = sentence.names.find(({ start }) => reading.named.get(start) === only);
  const isSecond = tree.words.some(({ low, start }) => own.has(low) && start < (first?.start ?? 0));
  const certain =
    people.length === 1 && nouns.length === 0 && !isTopicRival && !isSecond && only?.pronoun === gender;
  if (certain) return toLean(scene, word, 'sentence', nameOf(scene, only));
  return toLean(scene, word, 'sentence');
};

const THIRD = /^(?:he|she|it|they|him|them)$/u;

const TIMES =
  /^(?:year|month|day|week|century|decade|time|hour|minute|percent|%|million|billion|example|addition|result|case|part|order|fact|turn)s?$/u;
const GROUPS =
  /^(?:company|family|team|group|band|police|couple|pair|government|party|club|staff|people|crew|court|council|committee|board|army|navy|church|tribe|parliament|public|everyone|everybody|anyone|someone|each|each|person|child|student|user|team|those|others|many|some|who|number|majority)$/u;

const fits = (scene: Scene, word: Word, plural: boolean): boolean => {
  const { tree, reading, sentence } = scene;
  if (plural && (GROUPS.test(word.low) || word.low === 'both')) return true;
  if (!isNominal(tree, word) || TIMES.test(word.low)) return false;
  if (sentence.dates.some(({ start, end }) => start <= word.start && word.end <= end)) return false;
  const entity = entityOf(reading, sentence, word);
  if (plural) return isPlural(tree, word) || entity?.kind === 'organisation';
  if (isPlural(tree, word) && !/^NNP?$/u.test(word.xpos)) return false;
  return entity?.kind !== 'person' && !(kindOfNoun(word.low) === 'person' && entity === null);
};

const isMainSubject = ({ tree }: Scene, word: Word): boolean => {
  const head = headOf(tree, word);
  return isLabelled(word, 'nsubj') && head === tree.root;
};

const inClause = (tree: Tree, word: Word, label: string): boolean => {
  for (let at: Word | undefined = word; at !== undefined; at = headOf(tree, at))
    if (isLabelled(at, label)) return true;
  return false;
};

/** What before the word, in its own sentence, may be meant by "it" or "they". */
const thingsBefore = (scene: Scene, word: Word, plural: boolean): Word[] => {
  const { tree } = scene;
  const holder = POSSESSIVE.has(word.low) ? headOf(tree, word) : word;
  const isSubject = holder !== undefined && isMainSubject(scene, holder);
  return tree.words.filter((other) => {
    if (other.index >= word.index || !fits(scene, other, plural)) return false;
    // "The wardens fed them": who does it to themselves would be said so.
    if (
      isLabelled(word, 'obj', 'iobj') &&
      isLabelled(other, 'nsubj') &&
      other.head === word.head &&
      !/sel(?:f|ves)$/u.test(word.low)
    )
      return false;
    // "In 1900 the tower ... It": a main subject looks back past the phrases that open its sentence.
    return !isSubject || (isLabelled(other, 'nsubj') && inClause(tree, other, 'advcl'));
  });
};

/** What the subject of the sentence before is, where "it" or "they" takes it up and the title names it. */
const titledSubject = (scene: Scene, plural: boolean): string | null => {
  const { reading, before, topic, leansBefore } = scene;
  const tree = before?.tree ?? null;
  const subject = before === null ? null : mainSubject(before);
  if (before === null || subject === null || tree === null) return null;
  const lean = leansBefore.find(({ span }) => span.end === subject.end);
  if (lean?.resolvedBy === 'title' && lean.antecedent !== null && isPlural(tree, subject) === plural) {
    const low = lean.text.toLowerCase();
    const number = THEY.has(low) ? true : IT.has(low) ? false : isPlural(tree, subject);
    return number === plural ? lean.antecedent : null;
  }
  if (lean?.resolvedBy === 'title' && lean.antecedent !== null && THEY.has(lean.text.toLowerCase()) && plural)
    return lean.antecedent;
  const entity = entityOf(reading, before, subject);
  if (entity !== null && entity === topic?.entity && !plural) return topic.name;
  if (entity === null && (subject.upos !== 'NOUN' || isPlural(tree, subject) !== plural)) return null;
  if (kindOfNoun(subject.low) === 'person' && !plural) return null;
  const phrase = phraseOf(reading, tree, subject);
  if (phrase === null || lean !== undefined) return null;
  const stems = [...stemsOf(phrase.replace(/^(?:the|an?)\s/iu, ''))];
  return stems.length > 0 && stems.every((stem) => reading.titleWords.has(stem)) ? phrase : null;
};

const thingLean = (scene: Scene, word: Word, plural: boolean): Lean => {
  const { reading, sentence, tree, before } = scene;
  const things = thingsBefore(scene, word, plural);
  const [only] = things;
  if (only !== undefined) {
    const entity = entityOf(reading, sentence, only);
    const isFirst = !tree.words.some(
      ({ upos, index, low }) => index < word.index && upos === 'PRON' && THIRD.test(low),
    );
    const isBody = plural && entity !== null;
    const isSure = things.length === 1 && isLabelled(only, 'nsubj') && isFirst && !isBody;
    const isList = isPlural(tree, only) && !only.xpos.endsWith('S');
    const phrase = isList
      ? null
      : entity === null || plural
        ? phraseOf(reading, tree, only, word.start)
        : nameOf(scene, entity);
    return toLean(scene, word, 'sentence', isSure ? phrase : null);
  }
  const subject = mainSubject(sentence);
  const holder = POSSESSIVE.has(word.low) ? headOf(tree, word) : undefined;
  const isAhead =
    subject !== null && subject.index > word.index && subject.index > (holder?.index ?? Infinity);
  if (isAhead && fits(scene, subject, plural) && entityOf(reading, sentence, subject) !== null)
    return toLean(scene, word, 'sentence');
  const top = holder ?? word;
  const titled =
    isMainSubject(scene, top) || isLabelled(top, 'obl', 'obj') ? titledSubject(scene, plural) : null;
  if (titled !== null) return toLean(scene, word, isMainSubject(scene, top) ? 'title' : 'before', titled);
  const hasThing =
    before?.tree?.words.some((other) =>
      fits({ ...scene, sentence: before, tree: before.tree ?? tree }, other, plural),
    ) ?? false;
  return toLean(scene, word, hasThing ? 'before' : null);
};

const isEmptyIt = (tree: Tree, word: Word): boolean => {
  if (word.label === 'expl') return true;
  const head = headOf(tree, word);
  if (word.low !== 'it' || head === undefined) return false;
  if (childOf(tree, head, 'csubj', 'expl') !== undefined) return true;
  const said =
    /^(?:takes?|took|seems?|appears?|happens?|turns?|became|said|believed|thought|estimated|known|expected|reported|rain|rained|argued|claimed|clear|possible|hard|difficult|easy|likely|important|true|time|necessary)$/u;
  return said.test(head.low) && childOf(tree, head, 'ccomp', 'csubj', 'xcomp', 'advcl', 'acl') !== undefined;
};

const speakerLean = (scene: Scene, word: Word): Lean => {
  const { sentence } = scene;
  const isQuoted = sentence.enclosures.quotes.some(
    ({ start, end }) => start <= word.start && word.end <= end,
  );
  const isSaid = sentence.attributions.some(({ speaker }) => speaker !== null && speaker.upos !== 'PRON');
  return toLean(scene, word, isQuoted && isSaid ? 'sentence' : null);
};

const DEMONSTRATIVE = /^(?:this|these|that|those)$/u;

const demonstrativeLean = (scene: Scene, word: Word): Lean | null => {
  const { tree, before } = scene;
  const next = tree.words[word.index + 1]?.low ?? '';
  if (
    (word.low === 'that' || word.low === 'those') &&
    /^(?:of|in|from|who|which|that|with|on|for|at|to)$/u.test(next)
  )
    return null;
  if (word.low === 'those' && childOf(tree, word, 'acl', 'nmod') !== undefined) return null;
  const hasClause = tree.words.some(
    (other) => other.index < word.index - 1 && other.upos === 'VERB' && !isLabelled(other, 'amod'),
  );
  return toLean(scene, word, hasClause ? 'sentence' : before === null ? null : 'before');
};

/** The leans of the sentence's pronouns, in order. Demonstratives before a noun are no pronouns. */
export const pronounLeans = (scene: Scene): Lean[] => {
  const { tree } = scene;
  return tree.words.flatMap((word): Lean[] => {
    if (word.upos !== 'PRON') return [];
    const next = tree.words[word.index + 1]?.low ?? '';
    if (/^(?:each other|one another)/u.test(`${word.low} ${next}`)) return [];
    if (HE.has(word.low)) return [personLean(scene, word, 'he')];
    if (SHE.has(word.low)) return [personLean(scene, word, 'she')];
    if (THEY.has(word.low)) return [thingLean(scene, word, true)];
    if (IT.has(word.low)) return isEmptyIt(tree, word) ? [] : [thingLean(scene, word, false)];
    const isNumeral = word.text === 'I' && tree.words[word.index - 1]?.upos === 'PROPN';
    if (SPEAKER.has(word.low) && word.text !== 'US' && !isNumeral) return [speakerLean(scene, word)];
    if (DEMONSTRATIVE.test(word.low) && word.xpos === 'DT' && !isLabelled(word, 'det', 'mark')) {
      const lean = demonstrativeLean(scene, word);
      return lean === null ? [] : [lean];
    }
    return [];
  });
};
