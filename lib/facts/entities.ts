/** Who and what a text speaks of: every mention of one named thing brought together, with what kind of thing it is. */
import { readAcronyms } from '@/lib/language/acronyms';
import { kindOfNoun } from '@/lib/language/class-nouns';
import { isGivenName, pronounOfGivenName } from '@/lib/language/given-names';
import type { Name, NameKind } from '@/lib/language/names';
import { fullestPlaceName, isPlace, mayBePerson } from '@/lib/language/places';
import type { Tree } from '@/lib/language/tree';
import type { Span } from '@/lib/model';
import { readClues, type Clues } from './name-clues';

/** `sentence` is the index of the sentence that the mention stands in. */
export type Mention = Span & { readonly sentence: number; readonly text: string };

/**
 * `name` is the fullest that the text gives; `kind` is `name` where it is not certain. `pronoun` is that of a
 * person where it is certain. `nouns` are the common nouns, in small letters, that the text itself uses for it:
 * "physicist", "city".
 */
export type Entity = {
  readonly name: string;
  readonly kind: NameKind;
  readonly pronoun: 'he' | 'she' | null;
  readonly aliases: readonly string[];
  readonly nouns: ReadonlySet<string>;
  readonly mentions: readonly Mention[];
};

/** A sentence with the names that its capitals give. */
export type NamedSentence = Span & {
  readonly index: number;
  readonly kind: 'sentence' | 'heading' | 'fragment';
  readonly isClutter: boolean;
  readonly tree: Tree | null;
  readonly names: readonly Name[];
};

type Cluster = { readonly names: Map<string, number>; readonly mentions: Mention[]; readonly clues: Clues[] };

const keyOf = (text: string): string => fullestPlaceName(text.replaceAll('’', "'")).replace(/\s+/gu, ' ');

const isFullPersonName = (name: Name, kinds: ReadonlyMap<string, Clues>): boolean => {
  const { words, text } = name;
  if (words.length < 2 || words.length > 4 || name.kind === 'place' || name.kind === 'organisation')
    return false;
  if (isGivenName(words[0] ?? '') || name.kind === 'person') return true;
  return (kinds.get(keyOf(text))?.person ?? 0) >= 2;
};

const addUp = (clues: readonly Clues[]): Clues =>
  clues.reduce((sum, clue) => ({
    person: sum.person + clue.person,
    organisation: sum.organisation + clue.organisation,
    place: sum.place + clue.place,
    he: sum.he + clue.he,
    she: sum.she + clue.she,
    nouns: [...sum.nouns, ...clue.nouns],
  }));

const kindOf = (clues: Clues): NameKind => {
  const ranked = (['person', 'organisation', 'place'] as const)
    .map((kind) => ({ kind, weight: clues[kind] }))
    .sort((a, b) => b.weight - a.weight);
  const [best, second] = ranked;
  if (best === undefined || second === undefined) return 'name';
  return best.weight >= 2 && second.weight * 2 <= best.weight ? best.kind : 'name';
};

const pronounOf = (names: Iterable<string>, clues: Clues): 'he' | 'she' | null => {
  const given = new Set(
    [...names].map((name) => pronounOfGivenName(name.split(/[\s-]/u)[0] ?? '')).filter((one) => one !== null),
  );
  const he = clues.he + (given.has('he') ? 1 : 0);
  const she = clues.she + (given.has('she') ? 1 : 0);
  if (he > 0 === she > 0) return null;
  return he > 0 ? 'he' : 'she';
};

/** What the words of a name say about its kind, whatever stands around it. */
const cluesOfName = (name: Name): Clues => {
  const none: Clues = { person: 0, organisation: 0, place: 0, he: 0, she: 0, nouns: [] };
  const first = name.words[0] ?? '';
  const given = isGivenName(first) && name.words.length <= 4;
  if (name.kind === 'organisation') return { ...none, organisation: 3 };
  if (isPlace(name.text)) return { ...none, place: mayBePerson(name.text) ? 1 : 4 };
  if (name.kind === 'place') return { ...none, place: 2 };
  if (given && name.words.length > 1 && !/^The\s|[\d&]/u.test(name.text)) return { ...none, person: 2.5 };
  if (given) return { ...none, person: 1 };
  return name.kind === 'person' ? { ...none, person: 2 } : none;
};

/** The one name among `fuller` that a word stands for, or `null`. */
const onlyOne = (fuller: ReadonlySet<string> | undefined): string | null =>
  fuller?.size === 1 ? ([...fuller][0] ?? null) : null;

/** Leads from the key of a name to that of the fuller one it stands for. */
const findFuller = (
  text: string,
  names: readonly Name[],
  kinds: ReadonlyMap<string, Clues>,
): ReadonlyMap<string, string> => {
  const parts = new Map<string, Set<string>>();
  const firstWords: (readonly [string, string])[] = [];
  const note = (part: string, whole: string): void => {
    if (part !== whole) parts.set(part, (parts.get(part) ?? new Set<string>()).add(whole));
  };
  for (const name of names) {
    const { words } = name;
    const full = keyOf(name.text);
    if (isFullPersonName(name, kinds)) {
      const own = words.filter((word) => !/^[IVX]+$|^(?:Jr|Sr)\.?$/u.test(word));
      note(words.at(-1) ?? '', full);
      if (isGivenName(words[0] ?? '') || own.length !== words.length) note(words[0] ?? '', full);
      if (words.length > 2) {
        note(`${words[0] ?? ''} ${words.at(-1) ?? ''}`, full);
        note(words.slice(-2).join(' '), full);
      }
    } else if (words.length === 2 && name.kind === 'name' && /^\p{Lu}\p{Ll}+ Khan$/u.test(name.text))
      note(words[0] ?? '', full);
    else if (
      name.kind === 'organisation' &&
      words.length === 2 &&
      kindOfNoun((words[0] ?? '').toLowerCase()) === null
    )
      firstWords.push([words[0] ?? '', full]);
  }
  // "The Parliament" is the European Parliament where the text has no other.
  const bodies = new Map<string, Set<string>>();
  for (const { words, text: own, kind } of names) {
    const last = words.at(-1) ?? '';
    if (kind !== 'organisation' || words.length < 2 || kindOfNoun(last.toLowerCase()) === null) continue;
    if (own.endsWith(` ${last}`)) bodies.set(last, (bodies.get(last) ?? new Set<string>()).add(keyOf(own)));
  }
  for (const [last, wholes] of bodies) for (const whole of wholes) if (!parts.has(last)) note(last, whole);
  // "Berg" is Anna Berg rather than Berg University where the text has both.
  for (const [part, whole] of firstWords) if (!parts.has(part)) note(part, whole);
  for (const { acronym, expansion } of readAcronyms(text))
    note(text.slice(acronym.start, acronym.end), keyOf(text.slice(expansion.start, expansion.end)));
  const fuller = new Map<string, string>();
  for (const [part, wholes] of parts) {
    const whole = onlyOne(wholes);
    if (whole !== null && part !== '' && !isPlace(part)) fuller.set(part, whole);
  }
  return fuller;
};

const toEntity = ({ names, mentions, clues }: Cluster, title: string): Entity => {
  const known = [...names.keys()];
  const all = addUp(clues);
  const own = mentions.map(({ text }) => text);
  const fullest = known.toSorted((a, b) => b.length - a.length)[0] ?? '';
  const place = fullestPlaceName(fullest);
  const name = isPlace(fullest) && own.includes(place) ? place : fullest;
  const kind = kindOf(all);
  const person = kind === 'person' ? pronounOf(known, all) : null;
  return {
    name: name === title.toLowerCase() ? title : name,
    kind,
    pronoun: person,
    aliases: known.filter((other) => other !== name),
    nouns: new Set(all.nouns),
    mentions,
  };
};

/** A title that names one thing: short, and no headline. */
const isTopic = (title: string): boolean => title.split(' ').length <= 5 && !/[?!:]/u.test(title);

/** What people do, and nothing else. */
const OF_PEOPLE =
  'said|stated|announced|introduced|released|married|wrote|met|performed|recorded|died|born|expressed|studied|composed|sang|appeared|commented|starred|signed|directed';

/** Whether a name of one word is told of as a person: "Voltaire wrote …", at least twice. */
const actsAsPerson = (title: string, text: string): boolean =>
  /^\p{Lu}[\p{L}’'-]+$/u.test(title) &&
  (text.match(new RegExp(`${title} (?:(?:has|had|was|also) )*(?:${OF_PEOPLE})\\b`, 'gu'))?.length ?? 0) > 1;

/** Of whom "he" or "she" is said so often in a text about one person that it goes with the title. */
const pronounOfTopic = (sentences: readonly NamedSentence[]): 'he' | 'she' | null => {
  let [he, she] = [0, 0];
  for (const { tree } of sentences)
    for (const { low } of tree?.words ?? []) {
      if (low === 'he' || low === 'his' || low === 'him') he++;
      if (low === 'she' || low === 'her') she++;
    }
  if (he >= 3 && she * 6 <= he) return 'he';
  return she >= 3 && he * 6 <= she ? 'she' : null;
};

/**
 * The named things of an article in the order of their first mention. Capitals of headings prove nothing, so that
 * headings give no mentions. Linear in the text.
 */
export const findEntities = (
  text: string,
  title: string | null,
  sentences: readonly NamedSentence[],
): Entity[] => {
  const read = sentences.filter(({ kind, isClutter }) => kind !== 'heading' && !isClutter);
  const clues = new Map<string, Clues>();
  const found: { name: Name; sentence: number; clues: Clues }[] = [];
  for (const { names, tree, index } of read)
    for (const name of names) {
      const clue = addUp([cluesOfName(name), readClues(tree, name)]);
      const key = keyOf(name.text);
      const sofar = clues.get(key);
      clues.set(key, sofar === undefined ? clue : addUp([sofar, clue]));
      found.push({ name, sentence: index, clues: clue });
    }
  const fuller = findFuller(
    text,
    found.map(({ name }) => name),
    clues,
  );
  const clusters = new Map<string, Cluster>();
  for (const { name, sentence, clues: clue } of found) {
    const own = keyOf(name.text);
    const once = fuller.get(own) ?? own;
    const key = fuller.get(once) ?? once;
    const cluster = clusters.get(key) ?? { names: new Map<string, number>(), mentions: [], clues: [] };
    clusters.set(key, cluster);
    cluster.names.set(name.text, (cluster.names.get(name.text) ?? 0) + 1);
    cluster.mentions.push({ start: name.start, end: name.end, text: name.text, sentence });
    cluster.clues.push(clue);
  }
  const entities = [...clusters.values()].map((cluster) => toEntity(cluster, title ?? ''));
  if (title === null || !isTopic(title)) return entities;
  // "Pacifism" is no person, however often "he" is said of its friends.
  const topic = title.includes(' ') || actsAsPerson(title, text) ? pronounOfTopic(read) : null;
  return entities.map((entity) =>
    entity.pronoun === null && topic !== null && isTitle(entity, title)
      ? {
          ...entity,
          kind: entity.kind === 'name' ? 'person' : entity.kind,
          pronoun: entity.kind === 'person' || entity.kind === 'name' ? topic : null,
        }
      : entity,
  );
};

/** Whether an article's title is the name of `entity`, or its name's last word. */
export const isTitle = ({ name, aliases }: Entity, title: string): boolean =>
  [name, ...aliases].includes(title) ||
  (isTopic(title) && /^\p{Lu}\p{L}+(?:\s\p{L}+)*\s\p{Lu}\p{L}+$/u.test(title) && title.endsWith(` ${name}`));

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** Whether `text` names `entity` by any of its names, as whole words. */
export const isNamedIn = ({ name, aliases }: Entity, text: string): boolean =>
  [name, ...aliases].some((one) => new RegExp(`(?<!\\p{L})${escape(one)}(?!\\p{L})`, 'u').test(text));
