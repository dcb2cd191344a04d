/** A card that has no article stands on its own words: the statement of its fact is what it asks and what it answers. */
import { BLANK } from '@/lib/blank';
import { promptParts } from '@/lib/questions/prompt-parts';
import { oneLine } from './tidy';

/** The statement of a card without a proof: the sentence with its gap filled, or the question and its answer. */
export const ownWords = (prompt: string, answer: string): string =>
  prompt.includes(BLANK)
    ? oneLine(
        promptParts(prompt)
          .map((part) => (part.kind === 'text' ? part.text : answer))
          .join(''),
      )
    : `${oneLine(prompt)} — ${oneLine(answer)}`;

/** How the source begins, in words, of a text that is nothing but the cards of an imported set. */
export const IMPORTED = 'imported cards';
