/** What the words of a sentence that point elsewhere mean, as far as that is certain. */
import type { Lean, Span } from '@/lib/model';
import { definiteLeans } from './definite-leans';
import { nameLeans } from './name-leans';
import { pronounLeans } from './pronoun-leans';
import type { ReadSentence, Reading } from './reading';
import { type Scene, sentenceBefore, type Setting, settingOf } from './scene';
import { gateOf } from './sentence-gate';
import { timeLeans } from './time-leans';

type Found = { readonly setting: Setting; readonly leans: (readonly Lean[])[] };

const found = new WeakMap<Reading, Found>();

const isSettled = ({ kind, resolvedBy }: Lean): boolean =>
  kind === 'year' || resolvedBy === 'title' || resolvedBy === 'sentence';

const readLeans = (reading: Reading, sentence: ReadSentence, { setting, leans }: Found): readonly Lean[] => {
  const { tree } = sentence;
  if (tree === null) return [];
  const before = sentenceBefore(reading, sentence, setting);
  const leansBefore = before === null ? [] : (leans[before.index] ?? []);
  const scene: Scene = { reading, sentence, tree, before, leansBefore, ...setting };
  const all = [pronounLeans, definiteLeans, nameLeans, timeLeans]
    .flatMap((read) => read(scene))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const canBeShown = before !== null && gateOf(before).cloze === null && leansBefore.every(isSettled);
  if (canBeShown) return all;
  return all.map((lean) =>
    lean.resolvedBy === 'before' && lean.kind === 'reference' ? { ...lean, resolvedBy: null } : lean,
  );
};

/**
 * Everything in the sentence that points elsewhere, in order, with where a reader who sees the sentence and the
 * article's title finds what is meant; `before` only where the sentence before is whole and may be shown by itself.
 * An `antecedent` is given where it is certain, even where nothing in view says it. Each sentence is read once,
 * after those before it.
 */
export const leansOf = (reading: Reading, sentence: ReadSentence): readonly Lean[] => {
  const known = found.get(reading) ?? { setting: settingOf(reading), leans: [] };
  found.set(reading, known);
  for (let at = known.leans.length; at <= sentence.index; at++) {
    const here = reading.sentences[at];
    known.leans.push(here === undefined ? [] : readLeans(reading, here, known));
  }
  return known.leans[sentence.index] ?? [];
};

const POSSESSIVES = /^(?:his|her|its|their)$/iu;

/** Whether a pronoun stands before a noun that it owns: "her" may also be an object. */
const owns = (text: string, { span, text: words }: Lean): boolean =>
  POSSESSIVES.test(words) && /^\s\p{L}/u.test(text.slice(span.end));

/** "The Alps’", "Tesla’s"; a name that ends in s gets ’s, as most style guides have it. */
const possessiveOf = (name: string): string =>
  /^(?:the .*|\p{Ll}.*)s$/u.test(name) ? `${name}’` : `${name}’s`;

/** The stretch of `text` with what each lean means in its place; `null` where one means nothing certain. */
const replaceAll = (text: string, span: Span, leans: readonly Lean[]): string | null => {
  let out = '';
  let at = span.start;
  for (const lean of leans) {
    const { span: own, antecedent, text: words } = lean;
    // "The princes were overthrown by one of their ministers": whose, stands in the sentence; whether it is seen, is asked later.
    if (antecedent === null && lean.resolvedBy === 'sentence' && owns(text, lean)) continue;
    if (antecedent === null) return null;
    if (own.start < at) continue;
    const meant = owns(text, lean) ? possessiveOf(antecedent) : antecedent;
    const opens = own.start === span.start && /^\p{Lu}/u.test(words);
    out += text.slice(at, own.start) + (opens ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant);
    at = own.end;
  }
  return out + text.slice(at, span.end);
};

/**
 * The words of `span`, a stretch of `sentence`, with every reference replaced by what it means ("his" by "Tesla’s");
 * what the title or the stretch itself names stays. `null` where something in it stays open.
 */
export const resolvedText = (reading: Reading, sentence: ReadSentence, span: Span): string | null => {
  const { text } = reading.article;
  const inside = leansOf(reading, sentence).filter(
    ({ span: own, kind }) => kind === 'reference' && own.start < span.end && span.start < own.end,
  );
  if (inside.some(({ span: own }) => own.start < span.start || own.end > span.end)) return null;
  const open = inside.filter(({ antecedent, resolvedBy, span: own, text: words }) => {
    const isNamedInside = antecedent !== null && text.slice(span.start, own.start).includes(antecedent);
    const isNoun = words.includes(' ') && /^the\s/iu.test(words);
    return (
      !(resolvedBy === 'sentence' && isNamedInside) &&
      !(resolvedBy === 'title' && antecedent === null && isNoun)
    );
  });
  return replaceAll(text, span, open);
};
