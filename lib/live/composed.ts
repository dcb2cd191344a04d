/** Answers that are put together of options: several chosen, all in order, or each matched to something. */
import { hasParts } from '@/lib/forms';
import { joinPairs, joinParts, pairsOf, partsOf } from '@/lib/key-parts';
import type { QuestionForm } from '@/lib/model';

/** What of a question an answer is put together of, in the order shown. */
export type Composable = {
  readonly form: QuestionForm;
  readonly options: readonly string[];
  /** To what each option is to be matched; empty but for `match`. */
  readonly lefts: readonly string[];
};

/** Options by their places: of `several` those chosen, of `order` all, of `match` one for each left or `null` for none. */
export type Places = readonly (number | null)[];

/** The answer as lib/key-parts.ts writes it; `undefined`: these places are none of this question. */
export const composedAnswer = ({ form, options, lefts }: Composable, places: Places): string | undefined => {
  const texts = places.map((place) => (place === null ? null : options[place]));
  if (!hasParts(form) || texts.includes(undefined)) return undefined;
  const chosen = texts.filter((text) => text !== null && text !== undefined);
  if (chosen.length === 0) return undefined;
  if (form === 'match')
    return texts.length === lefts.length
      ? joinPairs(lefts.map((left, index) => ({ left, right: texts[index] ?? '' })))
      : undefined;
  const isEachOnce = chosen.length === texts.length && new Set(places).size === places.length;
  const isWhole = form !== 'order' || chosen.length === options.length;
  return isEachOnce && isWhole ? joinParts(chosen) : undefined;
};

/** The places of which `answer` was put together. */
export const placesOf = ({ form, options, lefts }: Composable, answer: string): Places => {
  const placeOf = (text: string | undefined): number | null => {
    const place = text === undefined ? -1 : options.indexOf(text);
    return place === -1 ? null : place;
  };
  if (form !== 'match') return partsOf(answer).map(placeOf);
  const rightOf = new Map(pairsOf(answer).map(({ left, right }) => [left, right]));
  return lefts.map((left) => placeOf(rightOf.get(left)));
};
