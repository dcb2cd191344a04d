/** Quotation marks and brackets of a sentence: what they hold, and whether each has its partner. */
import type { Span } from '@/lib/model';

export type Enclosures = {
  readonly quotes: readonly Span[];
  readonly brackets: readonly Span[];
  readonly balanced: boolean;
};

type Open = { readonly mark: string; readonly at: number };

const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** What a mark does where it stands; an apostrophe does nothing. */
const roleOf = (
  text: string,
  at: number,
  start: number,
  end: number,
): 'open' | 'close' | 'either' | 'none' => {
  const mark = text.charAt(at);
  if (mark === '“' || mark === '„') return 'open';
  if (mark === '”') return 'close';
  if (mark === '"') return 'either';
  if (!/['‘’]/u.test(mark)) return 'none';
  const before = at > start ? text.charAt(at - 1) : ' ';
  const after = at + 1 < end ? text.charAt(at + 1) : ' ';
  const opens = /[\s([“"—–-]/u.test(before) && /[\p{L}\p{N}$£€“"(…]/u.test(after);
  // "’90s" and "’tis" begin with an apostrophe.
  if (opens) return mark === '’' ? 'none' : 'open';
  if (mark === '‘') return 'none';
  return /[^\s]/u.test(before) && !/[\p{L}\p{N}]/u.test(after) ? 'close' : 'none';
};

/** The quotes and brackets between `start` and `end`, spans with their marks. Linear; never throws. */
export const readEnclosures = (text: string, start: number, end: number): Enclosures => {
  const quotes: Span[] = [];
  const brackets: Span[] = [];
  const open: Open[] = [];
  let balanced = true;
  for (let at = start; at < end; at++) {
    const mark = text.charAt(at);
    const last = open.at(-1);
    if (mark === '(' || mark === '[') open.push({ mark, at });
    else if (mark === ')' || mark === ']') {
      if (last !== undefined && last.mark === BRACKETS[mark]) brackets.push({ start: last.at, end: at + 1 });
      else balanced = false;
      open.pop();
    } else {
      const role = roleOf(text, at, start, end);
      const family = /['‘’]/u.test(mark) ? "'" : '"';
      if (role === 'open' || (role === 'either' && last?.mark !== family)) open.push({ mark: family, at });
      else if (role === 'close' || role === 'either') {
        if (last?.mark === family) {
          quotes.push({ start: last.at, end: at + 1 });
          open.pop();
        } else if (family === '"' || !/s/iu.test(text.charAt(at - 1))) balanced = false;
      }
    }
  }
  return { quotes, brackets, balanced: balanced && open.length === 0 };
};
