import { AMOUNTS, type Amount } from '@/lib/facts/amount';
import { splitTitle } from '@/lib/formats/clutter';

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
};

const isText = (value: unknown): value is string => typeof value === 'string';

/** What the browser kept, or an empty draft where that is nothing of ours. */
export const toDraft = (value: unknown): ArticleDraft => {
  if (typeof value !== 'object' || value === null) return NO_DRAFT;
  const { step, text, source, title, keptLines, amount, withModel, deckId } = value as Record<
    string,
    unknown
  >;
  return {
    step: step === 'correct' ? 'correct' : 'paste',
    text: isText(text) ? text : '',
    source: isText(source) ? source : PASTED,
    title: isText(title) ? title : '',
    keptLines: Array.isArray(keptLines) ? keptLines.filter(isText) : [],
    amount: AMOUNTS.find((known) => known === amount) ?? 'best',
    withModel: withModel === true,
    deckId: isText(deckId) ? deckId : null,
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
