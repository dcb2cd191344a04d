/** A prompt in parts, so that its gap can be drawn, and filled when the answer is shown. */
import { BLANK } from '@/lib/blank';

/** `hint` says what kind of answer is wanted ("year"); `null` where the prompt does not say. */
export type PromptPart =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'blank'; readonly hint: string | null };

const GAP = new RegExp(`${BLANK}_*(?: ?\\[([^\\][\\n]{1,60})\\])?`, 'g');

/** Splits a prompt at its gaps, each with the hint in brackets after it. A prompt without one is one text. */
export const promptParts = (prompt: string): PromptPart[] => {
  const parts: PromptPart[] = [];
  let done = 0;
  for (const match of prompt.matchAll(GAP)) {
    if (match.index > done) parts.push({ kind: 'text', text: prompt.slice(done, match.index) });
    parts.push({ kind: 'blank', hint: match[1] ?? null });
    done = match.index + match[0].length;
  }
  if (done < prompt.length) parts.push({ kind: 'text', text: prompt.slice(done) });
  return parts;
};
