/** What would be recalled on the day, with the interval in which it will likely lie. */

/** A share, 0..1, and the bounds between which it lies with a chance of 90 %. */
export type Prediction = { readonly mean: number; readonly low: number; readonly high: number };

/** The value that a standard normal keeps within with a chance of 90 %. */
const Z90 = 1.644854;

const logit = (share: number): number => Math.log(share / (1 - share));
const share = (logit: number): number => 1 / (1 + Math.exp(-logit));

/**
 * What share of some facts is recalled, from several rehearsals (each the chances of recall, fact by fact). The
 * interval holds the chance in the answers on the day (the sum of p(1 − p)) and the spread between the rehearsals,
 * which differ in what is forgotten, on which days the learner comes and how well the model fits them. It is taken
 * on the scale of log odds, where it stays within 0 and 1. Without facts there is nothing to predict.
 */
export const predict = (rehearsals: readonly (readonly number[])[]): Prediction | null => {
  const facts = rehearsals[0]?.length ?? 0;
  if (facts === 0) return null;
  const means = rehearsals.map((recalls) => recalls.reduce((sum, recall) => sum + recall, 0) / facts);
  const mean = means.reduce((sum, each) => sum + each, 0) / means.length;
  const between =
    means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, rehearsals.length - 1);
  const onTheDay =
    rehearsals.flat().reduce((sum, recall) => sum + recall * (1 - recall), 0) /
    rehearsals.length /
    facts ** 2;
  const inner = Math.min(1 - 0.25 / facts, Math.max(0.25 / facts, mean));
  const reach = (Z90 * Math.sqrt(between + onTheDay)) / (inner * (1 - inner));
  // Whole facts, outwards: of few facts all may well be recalled, which no share below 1 allows for.
  return {
    mean,
    low: Math.floor(share(logit(inner) - reach) * facts) / facts,
    high: Math.ceil(share(logit(inner) + reach) * facts) / facts,
  };
};
