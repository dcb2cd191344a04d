/** When people were born and died, as an encyclopedia has it in brackets behind a name: "Ada Moor (born 4 May 1950)". */
import { kindOfNoun } from '@/lib/language/class-nouns';
import type { Name } from '@/lib/language/names';
import { childOf, childrenOf, type Word } from '@/lib/language/tree';
import type { Span } from '@/lib/model';
import type { AnswerRole, Candidate } from './candidate';
import type { ReadSentence, Reading } from './reading';
import { gateOf } from './sentence-gate';

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DAY = String.raw`(?:\d{1,2} ${MONTH},? \d{3,4}|${MONTH} \d{1,2}, \d{3,4}|\d{3,4})`;
const BORN = new RegExp(
  String.raw`^\s\((?:[^()\d]{0,60}[;,]\s)?(?:born|b\.)\s(?:on\s)?(?<birth>${DAY})(?=[\s,;)])`,
  'u',
);
const LIVED = new RegExp(
  String.raw`^\s\((?:[^()\d]{0,60}[;,]\s)?(?:born\s)?(?<birth>${DAY})(?:,? in [^()\d–-]{2,40})?\s?(?:–|—|--|-)\s?(?:died\s)?(?<death>${DAY})(?=[\s,;)])`,
  'u',
);

const WEIGHT = 0.6;
const CONFIDENCE = 0.97;

/** A person whose life the sentence's brackets date. */
type Life = { readonly name: string; readonly birth: Span; readonly death: Span | null };

/** All that stands before the bracket is the name: "Golden Ameda Brooks", though "golden" is a word. */
const WHOLE_NAME =
  /^(?:(?:al-|el-|ad-|ar-|as-|an-)?\p{Lu}[\p{L}\p{M}'’.-]*\s?|(?:de|la|von|van|der|den|bin|al|of|the)\s){2,7}$/u;

/** "X is an English footballer": the sentence says that its first name is a person's. */
const isPerson = (reading: Reading, { tree, clauses }: ReadSentence, name: Name): boolean => {
  if (reading.named.get(name.start)?.kind === 'person') return true;
  const main = clauses.find(({ kind }) => kind === 'main');
  if (tree === null || main?.isCopular !== true) return false;
  const classes: readonly Word[] = [main.predicate, ...childrenOf(tree, main.predicate, 'conj')];
  return classes.some(({ low }) => kindOfNoun(low) === 'person');
};

/** The life that the sentence opens with, or `null`. */
export const lifeIn = (reading: Reading, sentence: ReadSentence): Life | null => {
  const name = sentence.names[0];
  if (name === undefined) return null;
  const whole = sentence.statement.slice(0, name.end - sentence.start);
  if (/\bfiction|\bcharacter\b/u.test(sentence.statement) || /^(?:Mr|Mrs|Ms|Miss|Dr)\.?\s\S+$/u.test(whole))
    return null;
  if (!WHOLE_NAME.test(whole) || /^(?:The|In|On|At|By|As|When|While)\s/u.test(whole)) return null;
  const after = sentence.statement.slice(name.end - sentence.start);
  const match = LIVED.exec(after) ?? BORN.exec(after);
  const { birth, death } = match?.groups ?? {};
  if (match === null || birth === undefined || !isPerson(reading, sentence, name)) return null;
  const first = name.end + after.indexOf(birth);
  const last = death === undefined ? -1 : name.end + match[0].lastIndexOf(death);
  return {
    name: whole,
    birth: { start: first, end: first + birth.length },
    death: death === undefined ? null : { start: last, end: last + death.length },
  };
};

/** Birth and death, each with the person's name in view. */
export const findLifeDates = (reading: Reading, sentence: ReadSentence): Candidate[] => {
  const { tree } = sentence;
  const life = tree === null || gateOf(sentence).question !== null ? null : lifeIn(reading, sentence);
  if (tree === null || life === null) return [];
  const toCandidate = (span: Span, role: AnswerRole): Candidate[] => {
    const head = tree.words.find(({ start, end }) => start < span.end && end > span.start);
    if (head === undefined) return [];
    const text = reading.article.text.slice(span.start, span.end);
    return [
      {
        ...span,
        kind: 'when',
        answerType: /^\d{3,4}$/u.test(text) ? 'year' : 'date',
        place: { role, head, clause: tree.root },
        confidence: CONFIDENCE,
        weight: WEIGHT,
        refusal: null,
      },
    ];
  };
  return [
    ...toCandidate(life.birth, 'birth'),
    ...(life.death === null ? [] : toCandidate(life.death, 'death')),
  ];
};

/** Whether the subject of the sentence is a person, by its life's dates or the noun that says what it is. */
export const isOfPerson = (reading: Reading, sentence: ReadSentence): boolean => {
  const { tree, clauses } = sentence;
  if (lifeIn(reading, sentence) !== null) return true;
  const main = clauses.find(({ kind }) => kind === 'main');
  if (tree === null || main?.isCopular !== true || childOf(tree, main.predicate, 'case') !== undefined)
    return false;
  return kindOfNoun(main.predicate.low) === 'person';
};
