import 'server-only';
import { checkText, type TextRefusal } from '@/lib/formats/read-text';
import { Refusal, type RefusalCode } from '@/lib/refusal';

/** Bytes of a request that brings an article's text. */
export const MOST_ARTICLE_BYTES = 4 * 1024 * 1024;

const TEXT_REFUSALS: Readonly<Record<TextRefusal, RefusalCode>> = {
  empty: 'EMPTY_TEXT',
  binary: 'BINARY_TEXT',
  'too-long': 'TOO_LONG',
};

/** A text as an article keeps it. @throws Refusal EMPTY_TEXT, BINARY_TEXT, TOO_LONG */
export const toArticleText = (text: string): string => {
  const checked = checkText(text);
  if (!checked.ok) throw new Refusal(TEXT_REFUSALS[checked.code]);
  return checked.text.trim();
};
