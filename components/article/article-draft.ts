import { AMOUNTS, type Amount } from '@/lib/facts/amount';
import { splitTitle } from '@/lib/formats/clutter';
import type { Origin } from '@/lib/formats/origin';

/** An article on its way in. `keptLines`: lines that look like clutter and stay all the same. */
export type ArticleDraft = {
  readonly step: 'paste' | 'correct';
  readonly text: string;
  readonly source: string;
  readonly title: string;
  readonly keptLines: readonly string[];
  readonly amount: Amount;
  /** Whether the language model may propose more, where there is one. */
  readonly withModel: boolean;
  /** A deck's id, or empty for a new deck. */
  readonly deckId: string | null;
  /** `null`: pasted. */
  readonly origin: Origin | null;
  /** What its person should know before they go on: that half of it may be missing. */
  readonly notes: readonly string[];
  /** Articles that were brought in with it and are corrected after it. */
  readonly waiting: readonly ArticleDraft[];
};

/** One article as it was brought in. */
export type BroughtIn = {
  readonly title: string | null;
  readonly text: string;
  readonly source: string;
  readonly origin: Origin | null;
  readonly notes: readonly string[];
};

export const DRAFT_KEY = 'quizwright.article';
export const PASTED = 'pasted';

export const NO_DRAFT: ArticleDraft = {
  step: 'paste',
  text: '',
  source: PASTED,
  title: '',
  keptLines: [],
  amount: 'best',
  withModel: false,
  deckId: null,
  origin: null,
  notes: [],
  waiting: [],
};

const isText = (value: unknown): value is string => typeof value === 'string';
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText) : []);

const toOrigin = (value: unknown): Origin | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { address, fileName, fileHash, byline, published } = value as Record<string, unknown>;
  const text = (field: unknown): string | null => (isText(field) ? field : null);
  return {
    address: text(address),
    fileName: text(fileName),
    fileHash: text(fileHash),
    byline: text(byline),
    published: text(published),
  };
};

/** What the browser kept, or an empty draft where that is nothing of ours. */
export const toDraft = (value: unknown): ArticleDraft => {
  if (typeof value !== 'object' || value === null) return NO_DRAFT;
  const { step, text, source, title, keptLines, amount, withModel, deckId } = value as Record<
    string,
    unknown
  >;
  const { origin, notes, waiting } = value as Record<string, unknown>;
  return {
    step: step === 'correct' ? 'correct' : 'paste',
    text: isText(text) ? text : '',
    source: isText(source) ? source : PASTED,
    title: isText(title) ? title : '',
    keptLines: texts(keptLines),
    amount: AMOUNTS.find((known) => known === amount) ?? 'best',
    withModel: withModel === true,
    deckId: isText(deckId) ? deckId : null,
    origin: toOrigin(origin),
    notes: texts(notes),
    waiting: Array.isArray(waiting) ? waiting.map(toDraft) : [],
  };
};

const MOST_TITLE = 80;

const firstWords = (text: string): string => {
  const line = text.trim().split('\n', 1)[0] ?? '';
  if (line.length <= MOST_TITLE) return line;
  return `${line.slice(0, MOST_TITLE).replace(/\s+\S*$/u, '')} …`;
};

/** A clean text laid out for correction: its title line taken out of it, or a title made of what there is. */
export const toCorrect = (text: string, source: string): ArticleDraft => {
  const { title, body } = splitTitle(text);
  const fallback = source === PASTED ? firstWords(text) : source.replace(/\.[a-z]+$/iu, '');
  const rest = title === null ? text : text.slice(body);
  return { ...NO_DRAFT, step: 'correct', text: rest.trim(), source, title: title ?? fallback };
};

/** The text with its title line again, for going back to where it was pasted. */
export const withTitle = ({ title, text }: ArticleDraft): string =>
  title === '' || text.startsWith(title.replace(/ …$/u, '')) ? text : `${title}\n\n${text}`;

/** What a file or page gave, laid out for correction: its title, where it comes from, what to watch for. */
export const toDrafts = (sources: readonly BroughtIn[]): ArticleDraft | null => {
  const [first, ...waiting] = sources.map(({ text, source, title, origin, notes }) => {
    const draft = toCorrect(text, source);
    const titled = title === null || draft.title === title ? draft : { ...draft, title, text };
    return { ...titled, origin, notes };
  });
  return first === undefined ? null : { ...first, waiting };
};
