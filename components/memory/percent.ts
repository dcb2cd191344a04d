/** Shares and counts in words. */

/** `83 %`; never 0 or 100 where it is neither. */
export const percentWords = (share: number): string => `${percentOf(share)} %`;

/** `79 to 96 %`. */
export const rangeWords = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${percentOf(low)} to ${percentOf(high)} %`;

const percentOf = (share: number): number => {
  const percent = Math.round(share * 100);
  if (percent === 100 && share < 1) return 99;
  return percent === 0 && share > 0 ? 1 : percent;
};
