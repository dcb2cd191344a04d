/** Proper names, what they name where that is certain, and the roles of people. */
import type { Span } from '@/lib/model';
import { SENTENCE_STARTERS } from './abbreviations';
import { isPlace } from './places';
import { readTokens, type Token } from './tokens';

/** `name` is any name whose kind is not certain. */
export type NameKind = 'person' | 'organisation' | 'place' | 'name';
/** `initial`: begins its sentence, so that its capital proves nothing. `words` are its words without small ones. */
export type Name = Span & {
  readonly text: string;
  readonly kind: NameKind;
  readonly initial: boolean;
  readonly words: readonly string[];
};
/** A person with the role that stands beside the name. */
export type RoledName = {
  readonly name: Name;
  readonly role: Span;
  readonly order: 'role-first' | 'name-first';
};

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

const JOINERS = set('of de la von van der den du da dos del bin ibn al el le di y');
const NO_NAMES = set(
  'January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday I A',
);
const TITLES = set(
  'Mr. Mrs. Ms. Dr. Dr Mr Mrs Ms Prof. Professor President Chancellor Ambassador Senator Governor Mayor General Colonel Captain Admiral King Queen Prince Princess Emperor Pope Sir Lord Lady Minister Secretary Judge Justice Bishop Archbishop Speaker Chairman Director',
);
const ORGANISATION_WORDS = set(
  `University College School Institute Academy Company Corporation Inc. Ltd. Corp. Ministry Department Council Committee
  Commission Party Union Bank Church Museum Agency Association Society Court Parliament Duma Congress Senate Navy Army
  Force Forces Foundation Group League Organisation Organization Federation Authority Bureau Center Centre Club Trust
  Press Times Post News Office Service Services Board Cabinet Government Assembly House Library Hospital Network`,
);
const PLACE_WORDS = set(
  `Street Road Avenue River Lake Ocean Sea Bay Island Islands Mountain Mountains Valley County Park Bridge Square Castle
  Palace Tower Airport Station City Town Province State States Republic Kingdom Empire Coast Desert Forest Peninsula
  Canal Gulf Strait Cape District North South East West New San Los Saint St. Great Upper Lower Central`,
);
const OTHER_WORDS = set(
  `War Treaty Act Agreement Prize Revolution Conference Age Era Day Festival Cup Games Award Project Plan Programme
  Program Law Bill Convention Declaration Charter Summit Pact Dynasty Century Reformation Renaissance Bible Earth
  System Code Article Award Crisis Theory Method Engine Table World European American British Russian Indian Chinese`,
);
/** Nouns for what a person can be; found in small letters beside a name, or with a capital before one. */
export const ROLE_NOUNS = set(
  `president chancellor ambassador senator governor mayor general colonel captain admiral king queen prince princess
  emperor empress pope minister secretary judge bishop archbishop speaker chairman chairwoman chair director founder
  co-founder leader chief head ceo commissioner engineer inventor physicist chemist biologist astronomer mathematician
  economist historian philosopher architect explorer geologist scientist statesman monk missionary designer composer
  painter sculptor viceroy sultan shah caliph khan premier dean rector commander marshal lieutenant`,
);

const isCapital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.text);

const kindOf = (words: readonly string[], before: string | undefined, small: boolean): NameKind => {
  const text = words.join(' ');
  if (isPlace(text)) return 'place';
  if (words.some((word) => ORGANISATION_WORDS.has(word))) return 'organisation';
  if (words.some((word) => PLACE_WORDS.has(word))) return 'place';
  if (words.some((word) => OTHER_WORDS.has(word) || /^\p{Lu}{2,}$|\d/u.test(word))) return 'name';
  const titled = before !== undefined && (TITLES.has(before) || ROLE_NOUNS.has(before.toLowerCase()));
  return titled && !small && words.length <= 4 ? 'person' : 'name';
};

const toName = (
  text: string,
  run: readonly Token[],
  before: Token | undefined,
  first: boolean,
): Name | null => {
  const start = run[0]?.start;
  const end = run.at(-1)?.end;
  if (start === undefined || end === undefined) return null;
  const words = run.map((token) => token.text).filter((word) => /^\p{Lu}/u.test(word));
  const small = run.some((token) => token.text === 'of');
  return {
    start,
    end,
    text: text.slice(start, end),
    kind: kindOf(words, before?.text, small),
    initial: first,
    words,
  };
};

/** Where the run of capitals that begins at `from` ends; a title in front is no part of a name. */
const runEnd = (tokens: readonly Token[], from: number): number => {
  let to = from + 1;
  for (;;) {
    const here = tokens[to];
    const glued =
      here?.text === '-' && here.start === tokens[to - 1]?.end && here.end === tokens[to + 1]?.start;
    const joined = here !== undefined && (glued || JOINERS.has(here.text)) && isCapital(tokens[to + 1]);
    if (joined && !NO_NAMES.has(tokens[to + 1]?.text ?? '')) to += 2;
    else if (here !== undefined && isCapital(here) && !NO_NAMES.has(here.text)) to += 1;
    else return to;
  }
};

/** How many words of a run are a title or role in front of the name: 2 of "Indian Ambassador Vinay Kumar". */
const titleLength = (run: readonly Token[]): number => {
  if (run.some(({ text }) => ORGANISATION_WORDS.has(text))) return 0;
  const last = run.findLastIndex(({ text }) => TITLES.has(text) || ROLE_NOUNS.has(text.toLowerCase()));
  return isCapital(run[last + 1]) ? last + 1 : 0;
};

/** The names in one sentence, from its tokens, in order. Never throws. */
export const readNames = (text: string, tokens: readonly Token[]): Name[] => {
  const names: Name[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || !isCapital(token) || NO_NAMES.has(token.text)) continue;
    const opens = tokens.slice(0, i).every(({ text: word }) => !/[\p{L}\p{N}]/u.test(word));
    if (opens && SENTENCE_STARTERS.has(token.text.toLowerCase())) continue;
    const end = runEnd(tokens, i);
    const from = i + titleLength(tokens.slice(i, end));
    const name = toName(text, tokens.slice(from, end), tokens[from - 1], opens && from === i);
    if (name !== null) names.push(name);
    i = end - 1;
  }
  return names;
};

/** The names in a stretch of text that is one sentence. */
export const readNamesIn = (text: string, start: number, end: number): Name[] =>
  readNames(text, readTokens(text, start, end));

const ROLE_BEFORE = new RegExp(
  String.raw`(?:(?:[Tt]hen-|[Ff]ormer\s)?(?:[\p{Lu}][\p{L}-]+\s){0,4})?(?:${[...ROLE_NOUNS].map((noun) => `[${noun.charAt(0).toUpperCase()}${noun.charAt(0)}]${noun.slice(1)}`).join('|')})\s$`,
  'u',
);
const ROLE_AFTER = new RegExp(
  String.raw`^,\s(?<role>(?:the\s|then\s|former\s)?(?:[\p{L}-]+\s){0,3}(?:${[...ROLE_NOUNS].join('|')})s?\s(?:of|at|for)\s[^,.;:()]{3,60})(?:[,.;]|$)`,
  'iu',
);

/** The people of a sentence whose role stands right before or, set off by a comma, right after the name. */
export const readRoles = (text: string, names: readonly Name[], end: number): RoledName[] =>
  names.flatMap((name): RoledName[] => {
    if (name.kind === 'organisation' || name.kind === 'place' || name.words.length < 2) return [];
    const before = ROLE_BEFORE.exec(text.slice(Math.max(0, name.start - 70), name.start))?.[0];
    if (before !== undefined)
      return [
        {
          name: { ...name, kind: 'person' },
          role: { start: name.start - before.length, end: name.start - 1 },
          order: 'role-first',
        },
      ];
    const after = ROLE_AFTER.exec(text.slice(name.end, Math.min(end, name.end + 110)))?.groups?.role;
    if (after === undefined) return [];
    const start = text.indexOf(after, name.end);
    return [
      { name: { ...name, kind: 'person' }, role: { start, end: start + after.length }, order: 'name-first' },
    ];
  });
