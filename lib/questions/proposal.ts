/** What a language model may hand in about a part of an article, and how it is picked out of what it says. */
import { z } from 'zod';
import type { ReadSentence } from '@/lib/facts/reading';
import type { Span } from '@/lib/model';

/** A fact and its question as a model proposes them; nothing of it is believed before it is checked. */
export const proposalSchema = z.object({
  /** Copied from the article, within one sentence. */
  quote: z.string(),
  question: z.string(),
  /** Copied from the quote. */
  answer: z.string(),
  /** Wrong options; may be empty. */
  wrong: z.array(z.string()).catch([]),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** What a model answers to the question of this number, from 1. */
export const modelAnswerSchema = z.object({ number: z.coerce.number().int(), answer: z.coerce.string() });

/**
 * All objects that `schema` takes in a text that holds JSON somewhere: fenced, with words around it, cut off in the
 * middle, or wrong in places. A line end closes a string, as JSON has none in one, so that a lost quotation mark
 * costs no more than the line. Linear; never throws.
 */
export const objectsIn = <T>(text: string, schema: z.ZodType<T>): T[] => {
  const found: T[] = [];
  const opened: { readonly at: number; readonly before: number }[] = [];
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (inString && mark === '\\') at++;
    else if (mark === '"') inString = !inString;
    else if (mark === '\n') inString = false;
    else if (!inString && mark === '{') opened.push({ at, before: found.length });
    else if (!inString && mark === '}') {
      const start = opened.pop();
      // What holds an object that was taken is only its wrapping.
      if (start === undefined || start.before < found.length) continue;
      const parsed = schema.safeParse(parsedOf(text.slice(start.at, at + 1)));
      if (parsed.success) found.push(parsed.data);
    }
  }
  return found;
};

const parsedOf = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

/** A part is closed at the end of a paragraph once it has this many characters, and anywhere at twice as many. */
const PART = 3000;

/** An article in parts of whole paragraphs where that can be, so that a model reads little at a time. */
export const partsOf = (sentences: readonly ReadSentence[]): Span[] => {
  const parts: { start: number; end: number; paragraph: number }[] = [];
  for (const { start, end, paragraph, isClutter } of sentences) {
    if (isClutter) continue;
    const part = parts.at(-1);
    const most = part?.paragraph === paragraph ? 2 * PART : PART;
    if (part === undefined || end - part.start > most) parts.push({ start, end, paragraph });
    else Object.assign(part, { end, paragraph });
  }
  return parts.map(({ start, end }) => ({ start, end }));
};
