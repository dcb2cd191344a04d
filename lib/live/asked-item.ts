/** What of a question is shown to be answered. */
import { pairsOf } from '@/lib/key-parts';
import type { Composable } from './composed';
import type { LiveItem } from './session';

/** Its options as they are shown and, where they are to be matched, to what; never which is right. */
export const composableOf = ({ form, options, answer }: LiveItem): Composable => ({
  form,
  options: options.map(({ text }) => text),
  lefts: form === 'match' ? pairsOf(answer).map(({ left }) => left) : [],
});
