/** What speaks against asking for a stretch, whoever found it: it is the topic itself, it will pass, others share it. */
import type { Candidate } from './candidate';
import type { Entity } from './entities';
import type { ReadSentence, Reading } from './reading';

/** An entity named in a larger share of the sentences is what the article is about. */
const TOPIC_SHARE = 0.2;
const FEWEST_MENTIONS = 5;

/** The first thing that is named between two places of the text. */
const entityIn = (named: Reading['named'], start: number, end: number): Entity | undefined => {
  for (let at = start; at < end; at++) {
    const entity = named.get(at);
    if (entity !== undefined) return entity;
  }
  return undefined;
};

const isTopic = ({ named, sentences }: Reading, { start, end, answerType }: Candidate): boolean => {
  if (!['person', 'organisation', 'place', 'name'].includes(answerType)) return false;
  const entity = entityIn(named, start, end);
  if (entity === undefined) return false;
  const inSentences = new Set(entity.mentions.map(({ sentence }) => sentence)).size;
  return inSentences >= FEWEST_MENTIONS && inSentences > TOPIC_SHARE * sentences.length;
};

/** "is widening", "are preparing": true while it was written. */
const isPassing = (sentence: ReadSentence, { place }: Candidate): boolean => {
  const clause = sentence.clauses.find(({ predicate }) => predicate === place?.clause) ?? sentence.clauses[0];
  if (clause === undefined) return false;
  const first = clause.auxiliaries[0]?.low ?? '';
  const isBeing = clause.auxiliaries.some(({ low }) => low === 'being');
  const goesOn = /^(?:is|are|'s|'re|has|have)$/u.test(first) && (clause.predicate.xpos === 'VBG' || isBeing);
  const hasYear = sentence.dates.some(({ year }) => year !== null);
  return (goesOn && !clause.isCopular) || (/^(?:will|'ll|would|wo)$/u.test(first) && !hasYear);
};

/** A subject that does not say which: "the timing", "the second two". */
const looseSubject = (sentence: ReadSentence, candidate: Candidate): string | null => {
  const clause =
    sentence.clauses.find(({ predicate }) => predicate === candidate.place?.clause) ?? sentence.clauses[0];
  const subject = clause?.subject ?? null;
  if (subject === null || (candidate.start <= subject.start && subject.end <= candidate.end)) return null;
  const isNumber = /^(?:one|two|three|first|second|third|latter|former|rest|majority)$/u.test(subject.low);
  return isNumber ? `“the ${subject.text}” does not say which` : null;
};

/** Expansions in small letters are words of every day, unless the text goes on to use the acronym. */
const isEverydayAcronym = ({ article }: Reading, { start, end, kind }: Candidate): boolean => {
  if (kind !== 'acronym') return false;
  const words = article.text.slice(start, end);
  const acronym = /^\s?\((?<letters>\p{Lu}[\p{Lu}\d&]+)\)/u.exec(article.text.slice(end, end + 14))?.groups
    ?.letters;
  if (/\bper\b/u.test(words)) return true;
  if (/\p{Lu}/u.test(words.slice(1)) || acronym === undefined) return false;
  return article.text.split(new RegExp(`\\b${acronym}s?\\b`, 'u')).length < 4;
};

/** "The Tucson, Arizona-based Association": what stands before the comma is only how the name begins. */
const isCutName = ({ article }: Reading, { end }: Candidate): boolean =>
  /^,\s\p{Lu}[\p{L}.]*-\p{Ll}+\s/u.test(article.text.slice(end, end + 40));

/** Why a candidate that its finder would ask for must not be asked, in plain words; `null` where nothing speaks against it. */
export const doubtAbout = (reading: Reading, sentence: ReadSentence, candidate: Candidate): string | null => {
  const text = reading.article.text.slice(candidate.start, candidate.end);
  if (isTopic(reading, candidate)) return `“${text}” is what the article is about`;
  if (isCutName(reading, candidate)) return `“${text}” is how a longer name begins`;
  if (candidate.place?.role === 'gloss') return null;
  if (isPassing(sentence, candidate)) return 'says what was going on or to come when it was written';
  if (
    candidate.place?.role === 'subject' &&
    /\b(?:one|some|many|several|most) of\b|\bamong\b/iu.test(sentence.statement)
  )
    return 'others share it: many answers would fit';
  if (isEverydayAcronym(reading, candidate)) return `“${text}” is no name of its own`;
  return looseSubject(sentence, candidate);
};
