import { hasOptions } from '@/lib/forms';
import type { PaperItem } from './paper';
import { isSameAnswer } from './typed-answer';

/** `given` is the response without the white space around it; `null` where nothing was answered. */
export type Mark = { readonly correct: boolean; readonly given: string | null };

const plain = (text: string): string => text.normalize('NFC').trim();

/**
 * Marks one response: total, for any item and any text. Where there are options the response is the text of an
 * option; a typed answer is compared as `isSameAnswer` does, and another option or rival is never taken for it, unless
 * it is among what the owner of the question has `accepted`.
 */
export const markAnswer = (
  item: Pick<PaperItem, 'form' | 'answer' | 'options' | 'rivals'>,
  response: string | null,
  accepted: readonly string[] = [],
): Mark => {
  const given = response?.trim() ?? '';
  if (given === '') return { correct: false, given: null };
  if (hasOptions(item.form)) return { correct: plain(given) === plain(item.answer), given };
  const others = [...item.options.map(({ text }) => text), ...item.rivals];
  const isAccepted = accepted.some((text) =>
    isSameAnswer(
      text,
      given,
      others.filter((other) => plain(other) !== plain(text)),
    ),
  );
  return { correct: isAccepted || isSameAnswer(item.answer, given, others), given };
};
