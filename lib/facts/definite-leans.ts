/** What noun phrases with "the", "this" or "such" point back to: "the pact", "these cells", "the two companies". */
import { kindOfNoun } from '@/lib/language/class-nouns';
import { isDemonym } from '@/lib/language/places';
import { childrenOf, headOf, isLabelled, sureness, type Word } from '@/lib/language/tree';
import type { Lean } from '@/lib/model';
import { type ReadSentence, stemOf } from './reading';
import { EVENT_NOUNS, PICKING, RESTRICTING, SHELL_NOUNS, UNIQUE_NOUNS } from './reference-words';
import { entityOf, isPlural, nameOf, namedBefore, type Scene, toLean } from './scene';

const POSTMODIFIERS =
  /^(?:of|that|which|who|whose|where|whom|between|called|known|named|used|needed|required|responsible|when|why|as)$/u;
const PREPOSITIONS = /^(?:in|at|from|for|to|with|on|against|behind|over|about|by|into|near|among|within)$/u;
const CLASSIFYING = /(?:al|ic|ary|ed|ish|ous|ar|less|ive)$/u;
/** Heads that the country, town or body that is spoken of has one of. */
const INSTITUTIONS =
  /^(?:president|government|king|queen|emperor|minister|army|navy|police|parliament|senate|mayor|governor|constitution|military|forces|treasury|crown|state|nation|capital|pope|authorities|chancellor|congress)$/u;

/** The noun that "the" at `det` belongs to, if the tree is to be trusted. */
const nounOf = ({ tree }: Scene, det: Word): Word | null => {
  const head = headOf(tree, det);
  if (head === undefined || head.index < det.index || head.index - det.index > 6) return null;
  return head.upos === 'NOUN' || head.upos === 'NUM' || head.upos === 'ADJ' ? head : null;
};

/** Whether the phrase says by itself which one is meant. */
const isRestricted = (scene: Scene, det: Word, noun: Word): boolean => {
  const { tree, reading, sentence } = scene;
  const between = tree.words.slice(det.index + 1, noun.index);
  if (between.some((word) => entityOf(reading, sentence, word) !== null || /^\p{Lu}/u.test(word.text)))
    return true;
  if (
    between.some(
      ({ low, xpos }) => xpos === 'JJS' || xpos === 'RBS' || RESTRICTING.has(low) || isDemonym(low),
    )
  )
    return true;
  if (between.some(({ text }) => /^\d{4}$/u.test(text))) return true;
  const next = tree.words[noun.index + 1];
  if (next === undefined) return false;
  if (next.text === '(' || /^\p{Lu}\p{L}/u.test(next.text)) return true;
  if (POSTMODIFIERS.test(next.low)) return true;
  if (!PREPOSITIONS.test(next.low)) {
    // "The move, approved in May," says more of it, not which.
    const labels = next.text === ',' ? ['appos'] : ['acl', 'appos'];
    return childrenOf(tree, noun, ...labels).some((word) => sureness(word) > 0.6);
  }
  const after = tree.words.slice(next.index + 1, next.index + 3);
  const isNamed = after.some(({ text }) => /^\p{Lu}\p{L}/u.test(text));
  return (
    isNamed ||
    childrenOf(tree, noun, 'nmod', 'acl').some((word) => word.index > noun.index && sureness(word) > 0.5)
  );
};

const hasStem = (sentence: ReadSentence | null | undefined, stem: string, until = Infinity): boolean =>
  sentence?.tokens.some(({ text, end }) => end <= until && stemOf(text) === stem) ?? false;

/** "ratified" and "ratification". */
const hasKindred = (sentence: ReadSentence, stem: string): boolean =>
  stem.length >= 6 && sentence.tokens.some(({ text }) => text.toLowerCase().startsWith(stem.slice(0, 5)));

/** How far back a noun that was brought in stays in mind. */
const REACH = 4;

/** Whether the text brought the noun in a little before, as "a bridge" or "two bridges" and not as "the bridge". */
const wasBroughtIn = ({ reading, sentence }: Scene, noun: Word): boolean => {
  const stem = stemOf(noun.text);
  for (let at = sentence.index - 1; at >= Math.max(0, sentence.index - REACH); at--) {
    const other = reading.sentences[at];
    const tree = other?.heading === sentence.heading ? other.tree : null;
    if (tree === null) break;
    for (const word of tree.words) {
      if ((word.upos !== 'NOUN' && word.upos !== 'PROPN') || stemOf(word.text) !== stem) continue;
      if (word.upos === 'PROPN') return true;
      const dets = childrenOf(tree, word, 'det', 'nmod:poss', 'nummod');
      if (
        dets.some(({ low }) => low === 'a' || low === 'an' || low === 'another') ||
        dets.some(({ upos }) => upos === 'NUM')
      )
        return true;
    }
  }
  return false;
};

/** Where a noun that points is explained, with the name it stands for where only one fits. */
const resolve = (scene: Scene, det: Word, noun: Word): Lean => {
  const { reading, sentence, before, tree, topic } = scene;
  const span = { start: det.start, end: noun.end };
  const stem = stemOf(noun.text);
  const plural = isPlural(tree, noun);
  if (hasStem(sentence, stem, det.start)) return toLean(scene, span, 'sentence');
  const kind = kindOfNoun(noun.low);
  const ofKind =
    kind === null ? [] : namedBefore(reading, sentence, det.start).filter((entity) => entity.kind === kind);
  const isTopic = topic !== null && ofKind.every((entity) => entity === topic.entity);
  if (isTopic && !plural && topic.nouns.has(stem)) return toLean(scene, span, 'title', topic.name);
  if (ofKind.length > 0 && kind !== 'person') {
    const [only] = ofKind;
    const sure = !plural && ofKind.length === 1 && only?.nouns.has(noun.low) === true;
    return toLean(scene, span, 'sentence', sure ? nameOf(scene, only) : null);
  }
  if (ofKind.length > 0) return toLean(scene, span, 'sentence');
  if (reading.titleWords.has(stem)) return toLean(scene, span, 'title');
  if (INSTITUTIONS.test(noun.low)) {
    const isPlaced =
      sentence.names.some(({ kind: named, end }) => named === 'place' && end <= det.start) ||
      tree.words.some(({ text, end }) => end <= det.start && isDemonym(text));
    if (isPlaced) return toLean(scene, span, 'sentence');
    if (topic?.entity.kind === 'place') return toLean(scene, span, 'title');
  }
  if (before === null) return toLean(scene, span, null);
  const inBefore =
    hasStem(before, stem) ||
    (kind !== null && namedBefore(reading, before).some((entity) => entity.kind === kind)) ||
    hasKindred(before, stem) ||
    (EVENT_NOUNS.has(noun.low) && before.paragraph >= sentence.paragraph - 1);
  return toLean(scene, span, inBefore ? 'before' : null);
};

const singular = (low: string): string => low.replace(/ies$/u, 'y').replace(/(?<!s)s$/u, '');

const isPointing = (scene: Scene, det: Word, noun: Word): boolean => {
  const { tree } = scene;
  const between = tree.words.slice(det.index + 1, noun.index);
  const kind = kindOfNoun(noun.low);
  const inList = SHELL_NOUNS.has(noun.low) || SHELL_NOUNS.has(singular(noun.low)) || kind !== null;
  if (between.some(({ low, upos }) => PICKING.has(low) || upos === 'NUM')) return true;
  if (wasBroughtIn(scene, noun)) return true;
  if (!inList) return false;
  // "The heat source", "the armed forces", "the medical schools" are kinds.
  if (between.some((word) => isLabelled(word, 'compound') || word.upos === 'NOUN')) return false;
  return (
    !between.some(({ low, upos }) => upos === 'ADJ' && CLASSIFYING.test(low)) ||
    SHELL_NOUNS.has(singular(noun.low))
  );
};

const theLean = (scene: Scene, det: Word): Lean | null => {
  const noun = nounOf(scene, det);
  if (noun === null) return null;
  // A body by its short name is looked at among the names.
  const named = entityOf(scene.reading, scene.sentence, noun);
  if (named !== null && named.kind === 'organisation' && named.name.endsWith(` ${noun.text}`)) return null;
  const isInName = scene.sentence.names.some(
    ({ start, end, words }) => words.length > 1 && start <= noun.start && noun.end <= end,
  );
  if (isInName) return null;
  if (noun.upos !== 'NOUN') {
    const isPicking = PICKING.has(noun.low);
    if (!isPicking || /^(?:of|in|hand)$/u.test(scene.tree.words[noun.index + 1]?.low ?? '')) return null;
    return toLean(
      scene,
      { start: det.start, end: noun.end },
      noun.index > 8 ? 'sentence' : scene.before === null ? null : 'before',
    );
  }
  if (UNIQUE_NOUNS.has(noun.low) || isRestricted(scene, det, noun)) return null;
  if (isLabelled(noun, 'compound', 'fixed') || noun.low.endsWith('%')) return null;
  return isPointing(scene, det, noun) ? resolve(scene, det, noun) : null;
};

const TIME_NOUNS =
  /^(?:year|month|week|day|century|decade|summer|winter|spring|autumn|season|morning|evening|night|weekend|time|point|date|period|era|age|moment|stage)s?$/u;

const thisLean = (scene: Scene, det: Word): Lean | null => {
  const { tree, reading, sentence, before } = scene;
  const noun = headOf(tree, det);
  if (noun === undefined || noun.index < det.index || TIME_NOUNS.test(noun.low)) return null;
  // "Said that young birds left": the parser takes some a conjunction for a pointer.
  const last = tree.words[det.index - 1];
  if (det.low === 'that' && (isPlural(tree, noun) || noun.upos === 'PROPN' || last?.upos === 'VERB'))
    return null;
  const after = tree.words[noun.index + 1]?.low ?? '';
  const isThat = det.low === 'that' || det.low === 'those';
  if (isThat && (POSTMODIFIERS.test(after) || childrenOf(tree, noun, 'acl').length > 0)) return null;
  if (det.low === 'such' && (after === 'as' || tree.words[det.index + 1]?.low === 'as' || after === 'that'))
    return null;
  const span = { start: det.start, end: noun.end };
  const stem = stemOf(noun.text);
  if (hasStem(sentence, stem, det.start)) return toLean(scene, span, 'sentence');
  if (reading.titleWords.has(stem) && det.low !== 'such') return toLean(scene, span, 'title');
  return toLean(scene, span, before === null ? null : 'before');
};

/** The leans of phrases with "the", "this", "these", "that", "those", "such", in order. */
export const definiteLeans = (scene: Scene): Lean[] =>
  scene.tree.words.flatMap((word): Lean[] => {
    const isDet = word.upos === 'DET' || isLabelled(word, 'det', 'amod');
    if (!isDet) return [];
    const lean =
      word.low === 'the'
        ? theLean(scene, word)
        : /^(?:this|these|that|those|such)$/u.test(word.low)
          ? thisLean(scene, word)
          : null;
    return lean === null ? [] : [lean];
  });
