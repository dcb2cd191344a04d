/** The sentence that proves a fact, in the paragraph where it stands. */
import type { Span } from '@/lib/model';
import { readParagraphs } from '@/lib/language/paragraphs';

/** `before` and `after` are the rest of the paragraph; `''` where the fact has no article. */
export type Proof = {
  readonly statement: string;
  readonly before: string;
  readonly after: string;
  readonly articleTitle: string | null;
};

/** Characters of a paragraph that are shown on either side of the sentence. */
const MOST_AROUND = 600;

const BLANK_LINE = /\n[^\S\n]*\n/g;

/** The lines around `span` up to a blank line: all of the text that its paragraph can take. */
const blockAround = (text: string, span: Span): Span => {
  let start = 0;
  let end = text.length;
  for (const { index, 0: gap } of text.matchAll(BLANK_LINE)) {
    if (index + gap.length <= span.start) start = index + gap.length;
    if (index >= span.end) {
      end = index;
      break;
    }
  }
  return { start, end };
};

const lastWords = (text: string): string =>
  text.length <= MOST_AROUND ? text : `… ${text.slice(-MOST_AROUND).replace(/^\S*\s+/u, '')}`;

const firstWords = (text: string): string =>
  text.length <= MOST_AROUND ? text : `${text.slice(0, MOST_AROUND).replace(/\s+\S*$/u, '')} …`;

/** Where a statement stands: at `span`, or elsewhere since its article changed; `null` where the text no longer has it. */
const placeOf = (text: string, statement: string, span: Span): Span | null => {
  if (text.slice(span.start, span.end) === statement) return span;
  const start = text.indexOf(statement);
  return start === -1 ? null : { start, end: start + statement.length };
};

/**
 * The proof of a fact; the statement alone where there is no article, or where the article's text is no longer
 * what the fact was read from. Long paragraphs are cut at words, 600 characters from the sentence.
 */
export const proofOf = (
  fact: { readonly statement: string; readonly span: Span | null },
  article: { readonly title: string; readonly text: string } | null,
): Proof => {
  const { statement, span: given } = fact;
  const alone = { statement, before: '', after: '', articleTitle: article?.title ?? null };
  if (article === null || given === null) return alone;
  const span = placeOf(article.text, statement, given);
  if (span === null) return alone;
  const block = blockAround(article.text, span);
  const inside = readParagraphs(article.text.slice(block.start, block.end)).find(
    ({ span: { start, end } }) => block.start + start <= span.start && span.end <= block.start + end,
  );
  if (inside === undefined) return alone;
  return {
    ...alone,
    before: lastWords(article.text.slice(block.start + inside.span.start, span.start)),
    after: firstWords(article.text.slice(span.end, block.start + inside.span.end)),
  };
};
