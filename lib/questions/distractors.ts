/** Wrong answers that look like the right one: from the article's other facts, from its names, near in value, of a kind. */
import { holdsAnswer, holdsPart, isWordy, normaliseAnswer } from '@/lib/facts/answer-leaks';
import type { FoundFact } from '@/lib/facts/candidate';
import { type ReadSentence, type Reading, stemsOf } from '@/lib/facts/reading';
import type { AnswerType, DraftFact, DraftOption } from '@/lib/model';
import { areAliases, knownKindOf, othersOfKind } from './known-kinds';
import { formOf, placeInTime, valueOf, valuesNear, yearStep } from './neighbouring-values';

/** `value` orders dates and amounts; `cost`: the less, the better a distractor. */
export type Offer = DraftOption & { readonly value: number | null; readonly cost: number };

type Rival = {
  readonly text: string;
  readonly factKey: string | null;
  readonly value: number | null;
  readonly sentence: ReadSentence;
};

/** What may stand beside what, gathered once for all questions of an article. */
export type RivalIndex = {
  readonly groups: ReadonlyMap<string, readonly Rival[]>;
  /** The last year that the article speaks of. */
  readonly latest: number;
  /** By the key of a fact, what its answer comes to. */
  readonly values: ReadonlyMap<string, number | null>;
};

const AMOUNTS: readonly AnswerType[] = ['money', 'percentage', 'quantity'];
const TIMES: readonly AnswerType[] = ['date', 'year', 'time'];
const NAMES: readonly AnswerType[] = ['person', 'organisation', 'place'];

const YEAR = placeInTime({ year: 1, month: 0, day: 0 });

/** So many neighbours in the text are looked at on either side, which keeps a long text linear. */
const REACH = 20;
/** An amount further away than this is no rival. */
const WIDEST_RATIO = 4;
/** Nearer than this, what is only about right would be right as well. */
const NEAREST_RATIO = 1.1;
/** Two sentences that share more of their words speak of one thing, and what fits one may fit the other. */
const SAME_MATTER = 0.5;

const ORGANISATIONS: readonly (readonly [string, RegExp])[] = [
  ['learning', /\b(?:University|College|School|Institute|Academy)\b/u],
  [
    'state',
    /\b(?:Ministry|Department|Council|Committee|Commission|Court|Parliament|Duma|Congress|Senate|Cabinet|Government|Assembly|House)\b/u,
  ],
  ['business', /\b(?:Company|Corporation|Inc|Ltd|Corp|Bank|Group)\b/u],
  ['force', /\b(?:Navy|Army|Forces?|Guard)\b/u],
  ['faith', /\b(?:Church|Order|Synod)\b/u],
  ['culture', /\b(?:Museum|Library|Gallery|Theatre|Theater|Society|Club|Association|Foundation)\b/u],
  ['press', /\b(?:Press|Times|Post|News)\b/u],
];

const articleOf = (text: string): string => /^(?:the|an?)\s/iu.exec(text)?.[0].trim().toLowerCase() ?? '';
const isPlural = (text: string): boolean => /[^su'’]s$/iu.test(text);

/** How a phrase begins: "to", "-ing", a small word, or a noun. */
const shapeOf = (text: string): string => {
  const first = /^\S+/u.exec(text)?.[0].toLowerCase() ?? '';
  if (/^(?:to|by|for|in|on|at|with|from|because|that|as|of|through|under|over)$/u.test(first)) return first;
  return first.endsWith('ing') ? 'ing' : articleOf(text);
};

const nameClass = (text: string, type: AnswerType): string | null => {
  if (type === 'place') return knownKindOf(text);
  if (type === 'organisation') return ORGANISATIONS.find(([, words]) => words.test(text))?.[0] ?? null;
  if (/\d/u.test(text) || /^\p{Lu}+$/u.test(text)) return null;
  return text.trim().includes(' ') ? 'full' : 'single';
};

/** Of a fact, what says beside which answers its own may stand; without its `place` no phrase may. */
export type Grouped = Pick<FoundFact, 'kind' | 'answerType' | 'answer' | 'place'>;

/** Facts with equal groups may be options side by side; `null`: none may. */
export const groupOf = ({ kind, answerType, answer, place }: Grouped): string | null => {
  if (TIMES.includes(answerType) || AMOUNTS.includes(answerType))
    return [answerType, formOf(answer), kind === 'comparison' ? kind : ''].join('/');
  if (NAMES.includes(answerType)) {
    const named = nameClass(answer, answerType);
    return named === null ? null : [answerType, named, articleOf(answer)].join('/');
  }
  if (answerType === 'name' || answerType === 'ordinal') return null;
  const look = [articleOf(answer), isPlural(answer), /^\p{Lu}/u.test(answer)].join('/');
  if (answerType === 'phrase')
    return place === null ? null : [answerType, kind, place.role, shapeOf(answer), look].join('/');
  return [answerType, kind, look].join('/');
};

/** Gathers the facts and names of an article by what may stand beside what. */
export const indexRivals = (reading: Reading, facts: readonly FoundFact[]): RivalIndex => {
  const groups = new Map<string, Rival[]>();
  const add = (group: string | null, rival: Rival): void => {
    if (group === null) return;
    const rivals = groups.get(group);
    if (rivals === undefined) groups.set(group, [rival]);
    else rivals.push(rival);
  };
  const values = new Map(facts.map(({ key, answer, answerType }) => [key, valueOf(answer, answerType)]));
  for (const fact of facts) {
    const { answer: text, key: factKey, sentence } = fact;
    add(groupOf(fact), { text, factKey, value: values.get(factKey) ?? null, sentence });
  }
  let latest = 0;
  for (const sentence of reading.sentences) {
    for (const { year } of sentence.dates) latest = Math.max(latest, year ?? 0);
    if (sentence.kind === 'heading' || sentence.isClutter) continue;
    for (const { text, kind, initial } of sentence.names) {
      if (initial || kind === 'name') continue;
      const named = nameClass(text, kind);
      if (named !== null)
        add([kind, named, articleOf(text)].join('/'), { text, factKey: null, value: null, sentence });
    }
  }
  for (const rivals of groups.values()) rivals.sort((a, b) => a.sentence.index - b.sentence.index);
  return { groups, latest, values };
};

const firstAt = (rivals: readonly Rival[], index: number): number => {
  let low = 0;
  let high = rivals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rivals[middle]?.sentence.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
};

const weighty = (text: string): ReadonlySet<string> =>
  new Set([...stemsOf(text)].filter((stem) => stem.length > 3));

const isSameMatter = (a: string, b: string): boolean => {
  const [one, two] = [weighty(a), weighty(b)];
  const shared = [...one].filter((stem) => two.has(stem)).length;
  return shared > SAME_MATTER * Math.min(one.size, two.size);
};

const initialsOf = (text: string): string => (text.match(/\b\p{Lu}/gu) ?? []).join('');

/** Whether two options are one answer, or one holds or may mean the other. */
export const clash = (a: string, b: string, type: AnswerType): boolean => {
  if (normaliseAnswer(a) === normaliseAnswer(b) || holdsAnswer(a, b) || holdsAnswer(b, a)) return true;
  if (!isWordy(type)) return false;
  if (type !== 'phrase' && type !== 'expansion' && (holdsPart(a, b) || holdsPart(b, a))) return true;
  return areAliases(a, b) || initialsOf(a) === b || initialsOf(b) === a;
};

/** A number that is unlike in size, or so like that it may count as right, is no rival. */
const isNear = (mine: number, other: number, type: AnswerType, latest: number): boolean => {
  if (type === 'year') {
    const step = yearStep(Math.floor(mine / YEAR), Math.max(latest, 2000));
    return mine !== other && Math.abs(mine - other) <= (5 * step + 5) * YEAR;
  }
  if (type === 'date') return mine !== other;
  if (mine <= 0 || other <= 0) return false;
  const ratio = Math.max(mine / other, other / mine);
  return ratio <= WIDEST_RATIO && ratio >= NEAREST_RATIO;
};

/** Whether what was found elsewhere in the article is surely wrong here. */
const isWrongHere = (fact: FoundFact, rival: Rival): boolean => {
  if (rival.sentence === fact.sentence) return false;
  if (!isWordy(fact.answerType)) return true;
  // Named in one breath, the two have to do with each other: a part, a place in a country, another name.
  if (holdsAnswer(rival.sentence.statement, fact.answer)) return false;
  if (holdsAnswer(fact.statement, rival.text)) return false;
  return !isSameMatter(fact.statement, rival.sentence.statement);
};

/** "Was born in", "signed in": what happened once happened in one place; rivers flow through many. */
const happenedOnce = ({ place }: FoundFact): boolean =>
  place !== null && place.role === 'where' && (place.clause.xpos === 'VBD' || place.clause.xpos === 'VBN');

/** An offer that is still to be shown wrong; `rival` is where it was found, if in the article. */
type Proposal = Offer & { readonly rival: Rival | null };

const fromArticle = (fact: FoundFact, { groups, latest, values }: RivalIndex): Proposal[] => {
  const rivals = groups.get(groupOf(fact) ?? '') ?? [];
  const at = firstAt(rivals, fact.sentence.index);
  const mine = values.get(fact.key) ?? null;
  return rivals.slice(Math.max(0, at - REACH), at + REACH + 1).flatMap((rival): Proposal[] => {
    const { value } = rival;
    if (rival.factKey === fact.key) return [];
    if (mine !== null && (value === null || !isNear(mine, value, fact.answerType, latest))) return [];
    const cost = rival.factKey === null ? 0.5 : 0;
    return [{ text: rival.text, factKey: rival.factKey, value, cost, rival }];
  });
};

const fromValues = (fact: DraftFact, latest: number): Proposal[] =>
  valuesNear(fact, latest).map(({ text, value }, index) => ({
    text,
    factKey: null,
    value,
    cost: 1 + 0.1 * index,
    rival: null,
  }));

const fromKinds = (fact: FoundFact, index: number): Proposal[] =>
  fact.answerType === 'place' && happenedOnce(fact)
    ? othersOfKind(fact.answer).map((text, at) => ({
        text,
        factKey: null,
        value: null,
        cost: 1 + 0.01 * ((at + index) % 7),
        rival: null,
      }))
    : [];

/** "An" comes before a vowel, and before 8, 11 and 18 read aloud. */
const takesAn = (text: string): boolean => /^(?:[aeiou]|\D?(?:8|1[18](?!\d)))/iu.test(text);

/** Whether "a" or "an" before the answer rules an option out. */
const isRuledOut = ({ statement, span, answerSpan, answer }: DraftFact, text: string): boolean =>
  /\ban?\s$/iu.test(statement.slice(0, answerSpan.start - span.start)) && takesAn(answer) !== takesAn(text);

/** The most that are weighed against each other. */
const MOST_OFFERS = 9;

/**
 * Wrong answers for a fact, the best first, none of them in `view` (stem, title and context) nor clashing with the
 * key; they may clash with each other. The same for every seed.
 */
export const offerDistractors = (fact: FoundFact, index: RivalIndex, view: string): Offer[] => {
  const wordy = isWordy(fact.answerType);
  const offers = [
    ...fromArticle(fact, index),
    ...fromValues(fact, index.latest),
    ...fromKinds(fact, fact.sentence.index),
  ].sort((a, b) => a.cost - b.cost);
  const good: Offer[] = [];
  for (const { rival, ...offer } of offers) {
    if (good.length === MOST_OFFERS) break;
    if (rival !== null && !isWrongHere(fact, rival)) continue;
    if (isRuledOut(fact, offer.text)) continue;
    if (good.some(({ text }) => normaliseAnswer(text) === normaliseAnswer(offer.text))) continue;
    if (clash(fact.answer, offer.text, fact.answerType) || holdsAnswer(view, offer.text)) continue;
    if (wordy && fact.answerType !== 'phrase' && holdsPart(view, offer.text)) continue;
    good.push(offer);
  }
  return good;
};
