import { hasOptions } from '@/lib/forms';
import type { PaperItem } from './paper';
import { isSameAnswer } from './typed-answer';

/** `given` is the response without the white space around it; `null` where nothing was answered. */
export type Mark = { readonly correct: boolean; readonly given: string | null };

const plain = (text: string): string => text.normalize('NFC').trim();

/**
 * Marks one response: total, for any item and any text. Where there are options the response is the text of an
 * option; a typed answer is compared as `isSameAnswer` does, and another option or rival is never taken for it.
 */
export const markAnswer = (
  item: Pick<PaperItem, 'form' | 'answer' | 'options' | 'rivals'>,
  response: string | null,
): Mark => {
  const given = response?.trim() ?? '';
  if (given === '') return { correct: false, given: null };
  if (hasOptions(item.form)) return { correct: plain(given) === plain(item.answer), given };
  const others = [...item.options.map(({ text }) => text), ...item.rivals];
  return { correct: isSameAnswer(item.answer, given, others), given };
};
