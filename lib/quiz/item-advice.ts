/** Plain words on what to do with a question, by the rules of thumb of Moodle's documentation. */
import { percentOf } from './score';
import type { ItemStatistics, OptionShare } from './item-statistics';

/** How hard a question is, in words, by its facility (0..1). */
export const facilityInWords = (facility: number): string => {
  const bounds = [
    [0.05, 'extremely hard, or something is wrong with it'],
    [0.1, 'very hard'],
    [0.2, 'hard'],
    [0.34, 'fairly hard'],
    [0.64, 'about right for most'],
    [0.8, 'fairly easy'],
    [0.89, 'easy'],
    [0.94, 'very easy'],
  ] as const;
  return bounds.find(([most]) => facility <= most)?.[1] ?? 'extremely easy';
};

/** How well a question tells those who know from those who do not, in words, by its discrimination (-1..1). */
export const discriminationInWords = (discrimination: number): string => {
  if (discrimination < 0) return 'the wrong way round';
  if (discrimination < 0.2) return 'very weak';
  if (discrimination < 0.3) return 'weak';
  return discrimination < 0.5 ? 'good enough' : 'very good';
};

/** Something to do with a question. `replace` names an option that is to go. */
export type Advice = { readonly words: string; readonly replace: string | null };

/** Fewer answers than this say nothing of an option, a correlation or a facility that is out of the ordinary. */
export const ENOUGH_ANSWERS = 20;

const quoted = (text: string): string => `“${text}”`;

const ofOption = (option: OptionShare, { options }: ItemStatistics): Advice[] => {
  if (option.isKey || option.shown < ENOUGH_ANSWERS) return [];
  const key = options.find(({ isKey }) => isKey);
  if (option.count === 0) {
    const words = `Nobody chose ${quoted(option.text)} in ${option.shown} answers: replace it.`;
    return [{ words, replace: option.text }];
  }
  if (key !== undefined && option.share > key.share) {
    const words = `More chose ${quoted(option.text)} than the answer: check that it is wrong, and that the sentence says so.`;
    return [{ words, replace: null }];
  }
  return [];
};

/** What the statistics of a question ask for, the gravest first; empty where all is well or too little is known. */
export const adviceOn = (statistics: ItemStatistics): Advice[] => {
  const { answers, facility, discrimination, guessing, options, open } = statistics;
  if (answers < ENOUGH_ANSWERS || facility === null) return [];
  const plain = (words: string): Advice => ({ words, replace: null });
  return [
    ...(discrimination !== null && discrimination < 0
      ? [
          plain(
            'Those who did well elsewhere missed it more often than the others: check its key and its wording.',
          ),
        ]
      : []),
    ...(guessing > 0 && facility <= guessing
      ? [
          plain(
            `It was answered no better (${percentOf(facility * answers, answers)} %) than by blind guessing.`,
          ),
        ]
      : facility <= 0.05
        ? [plain('Hardly anybody could answer it: check that it can be answered, or leave it out.')]
        : []),
    ...options.flatMap((option) => ofOption(option, statistics)),
    ...(facility >= 0.95
      ? [plain('Nearly everybody knew it: it tells nothing any more, ask something harder.')]
      : []),
    ...(discrimination !== null && discrimination >= 0 && discrimination < 0.2 && facility < 0.95
      ? [plain('It hardly tells those who know the subject from those who do not.')]
      : []),
    ...(open / answers >= 0.25
      ? [plain(`${open} of ${answers} left it open: it may stand too late, or be unclear.`)]
      : []),
  ];
};

/** How far a quiz measures one thing, in words, by its internal consistency (alpha). */
export const consistencyInWords = (alpha: number): string => {
  if (alpha >= 0.75) return 'good: its scores can be relied on';
  if (alpha >= 0.64) return 'fair: read single scores with care';
  return 'low: do not rely on the score of one person';
};
