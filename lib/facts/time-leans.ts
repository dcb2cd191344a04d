/** Times, places and amounts that count from something outside the sentence: "last week", "there", "another three". */
import { lacksYear } from '@/lib/language/dates';
import { childOf, isLabelled, type Word } from '@/lib/language/tree';
import type { Lean } from '@/lib/model';
import { namedBefore, type Scene, toLean } from './scene';

const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const UNIT =
  '(?:year|month|week|day|decade|century|season|night|morning|evening|summer|winter|spring|autumn|weekend|quarter)';

/** What counts from the day of writing, which nothing in view tells. */
const DEICTIC = new RegExp(
  String.raw`\b(?:yesterday|tomorrow|tonight|(?:last|next|this|coming) (?:${UNIT}|${WEEKDAY})|(?:past|last|next|coming) (?:few |several |\w+ )?${UNIT}s|(?:\w+ )?(?:${UNIT}s?) ago|(?<!every |each )(?:on|since|until|by) ${WEEKDAY}|earlier (?:today|this \w+)|later this \w+|the past ${UNIT}|so far this ${UNIT})\b`,
  'giu',
);
/** "A million years ago" counts from any now. */
const LONG_AGO =
  /\d,\d{3} years ago$|(?:million|billion|thousand|hundred|thousands|millions|centur\w+)\s(?:of\s)?\w*\s?(?:years?\s)?ago$|\b(?:long|centuries|millennia) ago$/iu;
/** What counts from a time spoken of before. */
const ANAPHORIC = new RegExp(
  String.raw`\b(?:(?:the|that) (?:same|following|previous|next|preceding) ${UNIT}|that (?:same )?${UNIT}|at (?:the|that|this) (?:same )?time(?! (?:of|when|that|the|as|it|he|she|they)\b)|by then|until then|since then|from then on|(?:\w+ )?${UNIT}s? (?:later|earlier|before|afterwards)(?! (?:the|than|he|she|it|they|\p{Lu}))|during this (?:time|period)|in (?:this|that) period|at this (?:point|stage)|at that point)\b`,
  'giu',
);
const ELLIPTIC =
  /\b(?:another (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|dozen)(?! \p{L}+s? (?:of|who|that))|the (?:latter|former)(?! \p{L}+)|the rest(?! of)|the others|an (?:additional|extra) \d[\d,]*|respectively(?=$^))/giu;

/** "Today" in the present tense is a stretch of years, not a day. */
const todayLean = (scene: Scene): Lean[] => {
  const { tree } = scene;
  return tree.words.flatMap((word): Lean[] => {
    if (word.low !== 'today') return [];
    const head = tree.words[word.head] ?? tree.root;
    const isPast = head.xpos === 'VBD' || childOf(tree, head, 'aux')?.xpos === 'VBD';
    return isPast ? [toLean(scene, word, null)] : [];
  });
};

const matchesOf = (scene: Scene, pattern: RegExp): { start: number; end: number; text: string }[] =>
  [...scene.sentence.statement.matchAll(pattern)].map((match) => {
    const start = scene.sentence.start + match.index;
    return { start, end: start + match[0].length, text: match[0] };
  });

const hasYear = (scene: Scene, until: number): boolean =>
  scene.sentence.dates.some(({ end, year }) => end <= until && year !== null);

const anaphoricLean = (scene: Scene, span: { start: number; end: number }): Lean => {
  if (scene.sentence.dates.some(({ end }) => end <= span.start)) return toLean(scene, span, 'sentence');
  // "He left and three years later returned": the clause before is the time it counts from.
  const verbs = scene.tree.words.filter(
    ({ upos, end, label }) => upos === 'VERB' && end <= span.start && label !== 'amod',
  );
  if (verbs.length > 0) return toLean(scene, span, 'sentence');
  const isDated = scene.before?.dates.some(({ year, form }) => year !== null || form === 'century') ?? false;
  return toLean(scene, span, isDated ? 'before' : null);
};

const isPointer = (word: Word): boolean =>
  word.upos === 'ADV' && !isLabelled(word, 'expl', 'fixed', 'discourse');

const placeLeans = (scene: Scene): Lean[] =>
  scene.tree.words.flatMap((word): Lean[] => {
    const { reading, sentence, before } = scene;
    if (word.low === 'nearby' && word.index === 0) return [toLean(scene, word, null)];
    if (!isPointer(word) || (word.low !== 'there' && word.low !== 'here')) return [];
    const places = (list: readonly { readonly kind: string }[]): boolean =>
      list.some(({ kind }) => kind === 'place' || kind === 'organisation');
    if (word.low === 'here') return [toLean(scene, word, null)];
    if (places(namedBefore(reading, sentence, word.start))) return [toLean(scene, word, 'sentence')];
    return [toLean(scene, word, before !== null && places(namedBefore(reading, before)) ? 'before' : null)];
  });

/** A day without its year, kind "year": in the sentence if that names one year, and so in the one before. */
const yearLeans = (scene: Scene): Lean[] =>
  scene.sentence.dates.filter(lacksYear).flatMap((date): Lean[] => {
    const { before, sentence } = scene;
    // "Every May" is of no one year.
    if (
      /\b(?:every|each|annually|yearly|usually|always)\b[^,;]{0,30}$/iu.test(
        sentence.statement.slice(0, date.start - sentence.start),
      )
    )
      return [];
    const years = new Set(sentence.dates.map(({ year }) => year).filter((year) => year !== null));
    const earlier = new Set((before?.dates ?? []).map(({ year }) => year).filter((year) => year !== null));
    const resolvedBy =
      years.size === 1 ? 'sentence' : years.size === 0 && earlier.size === 1 ? 'before' : null;
    return [{ ...toLean(scene, date, resolvedBy), kind: 'year' }];
  });

/** The leans of times, places and amounts, in no order. */
export const timeLeans = (scene: Scene): Lean[] => [
  ...todayLean(scene),
  ...matchesOf(scene, DEICTIC)
    .filter(
      ({ text, start }) =>
        !LONG_AGO.test(scene.sentence.statement.slice(0, start - scene.sentence.start + text.length)),
    )
    .map((span) =>
      toLean(scene, span, /\bago$/iu.test(span.text) || !hasYear(scene, Infinity) ? null : 'sentence'),
    ),
  ...matchesOf(scene, ANAPHORIC).map((span) => anaphoricLean(scene, span)),
  ...matchesOf(scene, ELLIPTIC).map((span) =>
    toLean(
      scene,
      span,
      span.start - scene.sentence.start > 40 ? 'sentence' : scene.before === null ? null : 'before',
    ),
  ),
  ...placeLeans(scene),
  ...yearLeans(scene),
];
