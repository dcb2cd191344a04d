import { joinParts, partsOf } from '@/lib/key-parts';
import type { PublicItem } from '@/lib/quiz/paper';

/** An answer of several options with one more of them or, where it holds that one, without it; in the order shown. */
export const withOption = (
  { options }: Pick<PublicItem, 'options'>,
  answer: string,
  option: string,
): string => {
  const chosen = partsOf(answer);
  const next = chosen.includes(option) ? chosen.filter((other) => other !== option) : [...chosen, option];
  return joinParts(options.filter((each) => next.includes(each)));
};
