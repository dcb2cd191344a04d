/** Proper names, what they name where that is certain, and the roles of people. */
import type { Span } from '@/lib/model';
import { SENTENCE_STARTERS } from './abbreviations';
import { isGivenName } from './given-names';
import { isDemonym, isPlace } from './places';
import { readTokens, type Token } from './tokens';
import type { Tree } from './tree';

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
  Laboratory Lab Theatre Theater Conservatory Polytechnic Seminary Airlines Airways Orchestra Guild Embassy Tribunal
  Industries Motors Electric Records Studios Force Forces Foundation Group League Organisation Organization Federation Authority Bureau Center Centre Club Trust
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
  if (words.some((word) => PLACE_WORDS.has(word)) && !isGivenName(words[0] ?? '')) return 'place';
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

const isBig = (token: Token | undefined): boolean => isCapital(token) && !NO_NAMES.has(token?.text ?? '');

/** Nouns that a name begins with and that "of the", "and" or "for" may follow: "Institute of the Arts". */
const opensLongName = (word: string): boolean =>
  ORGANISATION_WORDS.has(word) || OTHER_WORDS.has(word) || word === 'Journal' || word === 'Ministry';

const ARABIC_ARTICLE = /^(?:al|el|ul|ad|ar|as|ash|at|an|az)$/u;

/** "Hassan al-Turabi", "Rashid-al-Din": the article and its hyphens are part of the name. */
const arabicJoinLength = (tokens: readonly Token[], at: number): number | null => {
  const article = tokens[at]?.text === '-' ? at + 1 : at;
  const [word, hyphen, next] = [tokens[article], tokens[article + 1], tokens[article + 2]];
  if (word === undefined || hyphen?.text !== '-' || !isBig(next) || !ARABIC_ARTICLE.test(word.text))
    return null;
  return word.end === hyphen.start && hyphen.end === next?.start ? article + 2 - at : null;
};

/** How many small words lead from the end of a run to its next capital; `null` where the name is over. */
const joinLength = (tokens: readonly Token[], from: number, at: number): number | null => {
  const [here, next, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (here === undefined) return null;
  const arabic = arabicJoinLength(tokens, at);
  if (arabic !== null) return arabic;
  if (!isBig(next?.text === 'the' ? third : next)) return null;
  const last = tokens[at - 1]?.text ?? '';
  const first = tokens[from]?.text ?? '';
  if (next?.text === 'the') return here.text === 'of' && (opensLongName(last) || TITLES.has(last)) ? 2 : null;
  if (here.text === '-') return here.start === tokens[at - 1]?.end && here.end === next?.start ? 1 : null;
  if (here.text === '&') return 1;
  const long = tokens.slice(from, at).some(({ text }) => opensLongName(text));
  if (here.text === 'for' || here.text === 'on')
    return opensLongName(last) || last === 'Minister' || last === 'Center' || last === 'Centre' ? 1 : null;
  // "Department of Health and Safety", but not "the University and Oslo".
  if (here.text === 'and')
    return long && tokens.slice(from, at).some(({ text }) => /^(?:of|for|on)$/u.test(text)) && !isPlace(last)
      ? 1
      : null;
  if (!JOINERS.has(here.text)) return null;
  // "Maria Ferro of Genoa" is two names, "Anna II of Kiev" is one.
  const isPerson = isGivenName(first) && at - from === 2 && !/^[IVX]+$/u.test(last);
  return here.text === 'of' && isPerson ? null : 1;
};

/** Where the run of capitals that begins at `from` ends. */
const runEnd = (tokens: readonly Token[], from: number): number => {
  let to = from + 1;
  for (;;) {
    const joined = joinLength(tokens, from, to);
    if (joined !== null) to += joined + 1;
    else if (isBig(tokens[to])) to += 1;
    else return to;
  }
};

/** How many words of a run are a title or role in front of the name: 2 of "Indian Ambassador Vinay Kumar". */
const titleLength = (run: readonly Token[]): number => {
  // "Minister for Trade Anna Berg": the given name begins the name.
  const given = run.findIndex(({ text }, at) => at > 0 && isGivenName(text) && isCapital(run[at + 1]));
  const isTitled = run.some(({ text }) => TITLES.has(text) || ROLE_NOUNS.has(text.toLowerCase()));
  if (given > 0 && isTitled && !isGivenName(run[0]?.text ?? '')) return given;
  const bare = run.findIndex(({ text }) => text === 'of' || text === 'for');
  const head = bare === -1 ? run : run.slice(0, bare);
  if (head.some(({ text }) => ORGANISATION_WORDS.has(text) || OTHER_WORDS.has(text))) return 0;
  const last = run.findLastIndex(({ text }) => TITLES.has(text) || ROLE_NOUNS.has(text.toLowerCase()));
  if (isCapital(run[last + 1])) return last + 1;
  const after = run[last + 1]?.text === 'of' ? last + 2 : 0;
  const name = run[after]?.text === 'the' ? after + 1 : after;
  return isCapital(run[name]) ? name : 0;
};

/** Whether a word that begins its sentence may be a name: the tags say so, if there are any. */
const mayOpenName = (
  tree: Tree | null | undefined,
  token: Token,
  at: number,
  next: Token | undefined,
): boolean => {
  if (SENTENCE_STARTERS.has(token.text.toLowerCase())) return false;
  const word = tree?.words[at];
  if (word === undefined || word.upos === 'PROPN') return true;
  return isPlace(token.text) || isGivenName(token.text) || (isDemonym(token.text) && isBig(next));
};

/**
 * The names in one sentence, from its tokens, in order; with the sentence's tree a capital that only begins the
 * sentence is told from a name. Never throws.
 */
export const readNames = (text: string, tokens: readonly Token[], tree?: Tree | null): Name[] => {
  const names: Name[] = [];
  let opened = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    const opens = !opened;
    opened ||= /[\p{L}\p{N}]/u.test(token.text);
    if (!isBig(token)) continue;
    if (opens && !mayOpenName(tree, token, i, tokens[i + 1])) continue;
    const end = runEnd(tokens, i);
    const from = i + titleLength(tokens.slice(i, end));
    const run = tokens.slice(from, end);
    const isAdjective = run.every(({ text: word }) => isDemonym(word) || !/\p{L}/u.test(word));
    const isLonely = run.every(({ text: word }) => SENTENCE_STARTERS.has(word.toLowerCase()));
    const name = isAdjective || isLonely ? null : toName(text, run, tokens[from - 1], opens && from === i);
    if (name !== null) names.push(name);
    i = end - 1;
    opened = true;
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
