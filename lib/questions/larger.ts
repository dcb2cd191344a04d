/** Which of two is more: things that the article measures in the same words and the same unit. */
import type { FoundFact } from '@/lib/facts/candidate';
import { subjectWords } from '@/lib/language/clauses';
import { readNumbers } from '@/lib/language/numbers';
import { spanOfWords } from '@/lib/language/tree';
import type { DraftOption } from '@/lib/model';
import { isBounded } from './multiple-choice';
import { isOneClause } from './plain-sentence';
import { seededRandom, shuffled } from './seeded-random';

export type Larger = {
  /** The one that is more. */
  readonly fact: FoundFact;
  readonly prompt: string;
  readonly answer: string;
  readonly options: readonly DraftOption[];
};

type Measured = {
  readonly fact: FoundFact;
  readonly name: string;
  /** What is said of it, its number left out: two with equal frames are measured alike. */
  readonly frame: string;
  readonly value: number;
  readonly question: string;
};

const COMPARATIVES: Readonly<Record<string, string>> = {
  long: 'longer',
  high: 'higher',
  tall: 'taller',
  deep: 'deeper',
  wide: 'wider',
  old: 'older',
  heavy: 'heavier',
  large: 'larger',
};
/** "Costs # to build" and "has # rooms", "#" being the number. */
const WITH_VERB =
  /^(?<verb>has|had|have|weighs|weighed|costs?|covers|covered|holds|held) #(?<rest>[^#]*)\.$/u;
const WITH_ADJECTIVE = /^(?<verb>is|was) #\s(?<adjective>\p{L}+)\.$/u;
/** Nearer than this, rounding may have the last word. */
const LEAST_RATIO = 1.1;
const MOST_PER_ARTICLE = 2;

const questionOf = (frame: string, isMeasure: boolean): string | null => {
  const adjective = WITH_ADJECTIVE.exec(frame)?.groups;
  const comparative = COMPARATIVES[adjective?.adjective ?? ''];
  if (comparative !== undefined) return `Which of the two ${adjective?.verb ?? 'is'} ${comparative}?`;
  const verb = WITH_VERB.exec(frame)?.groups;
  if (verb === undefined) return null;
  const rest = isMeasure ? '' : (verb.rest ?? '');
  return `Which of the two ${verb.verb ?? 'has'} more${rest}?`;
};

const measure = (fact: FoundFact): Measured | null => {
  const { sentence, answerType, answerSpan, answer } = fact;
  const clause = sentence.clauses[0];
  if (clause === undefined || sentence.tree === null || !isOneClause(fact) || isBounded(fact)) return null;
  if (answerType !== 'quantity' && answerType !== 'money' && answerType !== 'percentage') return null;
  const words = subjectWords(sentence.tree, clause);
  const number = readNumbers(`${answer} things`)[0];
  if (words === null || number === undefined || !words.some(({ upos }) => upos === 'PROPN')) return null;
  const span = spanOfWords(words);
  if (span.start !== sentence.start || answerSpan.start < span.end) return null;
  const unit = number.kind === 'count' ? '' : number.unit;
  const said = sentence.statement.slice(span.end - sentence.start).trim();
  const at = answerSpan.start - sentence.start - sentence.statement.indexOf(said, span.end - sentence.start);
  const frame = `${said.slice(0, at)}#${said.slice(at + answer.length)}`;
  const question = questionOf(frame, unit !== '');
  if (question === null) return null;
  const name = sentence.statement.slice(0, span.end - sentence.start);
  return { fact, name, frame: `${frame}/${answerType}/${unit}`, value: number.value, question };
};

/** The questions after the larger of two things of an article: a few at most, mostly none. */
export const writeLarger = (facts: readonly FoundFact[], seed: string | number): Larger[] => {
  const byFrame = new Map<string, Measured[]>();
  for (const fact of facts) {
    const measured = measure(fact);
    if (measured !== null)
      byFrame.set(measured.frame, [...(byFrame.get(measured.frame) ?? []), measured].slice(0, 2));
  }
  return [...byFrame.values()]
    .flatMap((pair): Larger[] => {
      const [more, less] = [...pair].sort((a, b) => b.value - a.value);
      if (more === undefined || less === undefined || more.name === less.name) return [];
      if (less.value <= 0 || more.value / less.value < LEAST_RATIO) return [];
      const options = [more, less].map(({ name, fact }) => ({ text: name, factKey: fact.key }));
      const order = seededRandom(`${seed}/${more.fact.key}/larger`);
      return [
        { fact: more.fact, prompt: more.question, answer: more.name, options: shuffled(options, order) },
      ];
    })
    .slice(0, MOST_PER_ARTICLE);
};
