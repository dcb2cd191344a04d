/** Names that say too little by themselves: a bare surname or first name. */
import type { Lean } from '@/lib/model';
import { BODIES_OF_STATE, isTopicABody, SAYS_WHO } from './bare-names';
import type { Entity } from './entities';
import { stemOf } from './reading';
import { FAMOUS } from './reference-words';
import { type Scene, toLean } from './scene';

const OFTEN = 5;

const isWhole = (name: string): boolean => /\s/u.test(name);

/** Whether the sentence says who the bearer of a single name is: "Ida, his wife", "the general Ida". */
const isIntroduced = ({ sentence }: Scene, start: number, end: number): boolean => {
  const at = sentence.start;
  const after = sentence.statement.slice(end - at);
  const before = sentence.statement.slice(0, start - at);
  return (
    /^,?\s(?:(?:the|an?|his|her|their)\s|who\b|of\s)/u.test(after) ||
    /\b(?:his|her|the|an?|named|called|brother|sister|son|daughter|wife|husband|father|mother)\s(?:\p{Ll}+\s){0,3}$/u.test(
      before,
    )
  );
};

/** Letters that everyone reads as a name. */
const WELL_KNOWN = new Set(
  `EU UN US USA UK USSR NATO NASA BBC FBI CIA UNESCO UNICEF WHO IMF DNA RNA AIDS HIV IBM MIT NBA NFL FIFA UEFA OPEC GDP
  CNN PC TV CD DVD ISBN NHS EEC GPS WWF WTO OECD`.split(/\s+/u),
);

const isShort = (text: string): boolean => /^(?:the\s)?\p{Lu}[\p{L}&]+$/iu.test(text);

/** "ENR [Engineering News-Record]", "the [European] Parliament": a body by its short name, the long one elsewhere. */
const bodyLean = (scene: Scene, entity: Entity, span: { start: number; end: number }): Lean | null => {
  const { reading, sentence, before } = scene;
  const text = reading.article.text.slice(span.start, span.end);
  const { name, mentions } = entity;
  if (!isShort(text) || !isWhole(name) || WELL_KNOWN.has(text)) return null;
  const isLetters = /^\p{Lu}[\p{Lu}\d&]+$/u.test(text);
  if (!isLetters && !name.endsWith(` ${text}`)) return null;
  if (reading.titleWords.has(stemOf(text)) || reading.article.title?.includes(name) === true) return null;
  const isNamedIn = (at: number): boolean =>
    mentions.some((mention) => mention.sentence === at && isWhole(mention.text));
  if (isNamedIn(sentence.index)) return null;
  const full = isLetters ? `${text} (${name})` : name;
  return toLean(scene, span, before !== null && isNamedIn(before.index) ? 'before' : null, full);
};

const leanOf = (scene: Scene, entity: Entity, start: number, end: number): Lean | null => {
  const { reading, sentence, before } = scene;
  const text = reading.article.text.slice(start, end);
  const isLetters = /^\p{Lu}[\p{Lu}\d&]+$/u.test(text);
  if (entity.kind !== 'person' && (entity.kind !== 'place' || isLetters))
    return bodyLean(scene, entity, { start, end });
  if (entity.kind !== 'person' || isWhole(text)) return null;
  const word = stemOf(text);
  if (BODIES_OF_STATE.has(text) && isTopicABody(reading)) return null;
  if (reading.titleWords.has(word) || FAMOUS.has(text)) return null;
  const beforeIt = sentence.statement.slice(0, start - sentence.start);
  if (SAYS_WHO.test(beforeIt)) return null;
  // "The Joe and Rika Mansueto Library": half of a name that goes on.
  if (/^\sand\s\p{Lu}\p{L}+\s\p{Lu}/u.test(sentence.statement.slice(end - sentence.start))) return null;
  const full = isWhole(entity.name) ? entity.name : null;
  const names = (at: number): boolean =>
    entity.mentions.some((mention) => mention.sentence === at && isWhole(mention.text));
  const span = { start, end };
  // Who is never called by more than one name is called so by everyone.
  if (full === null)
    return isIntroduced(scene, start, end) || entity.mentions.length >= OFTEN
      ? null
      : toLean(scene, span, null);
  if (names(sentence.index)) return toLean(scene, span, 'sentence', full);
  return toLean(scene, span, before !== null && names(before.index) ? 'before' : null, full);
};

/** The leans of the sentence's names, in order; a name that the title has is in view. */
export const nameLeans = (scene: Scene): Lean[] =>
  scene.sentence.names.flatMap(({ start, end }): Lean[] => {
    const entity = scene.reading.named.get(start);
    const lean = entity === undefined ? null : leanOf(scene, entity, start, end);
    return lean === null ? [] : [lean];
  });
