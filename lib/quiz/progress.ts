/** What a row of scores says: the best, where they are heading, and what reading gained. */

/** In whole percent, oldest first. */
export type Scores = readonly number[];

export type Progress = {
  readonly best: number;
  readonly mean: number;
  /** Points gained from one quiz to the next, by least squares; `null` from fewer than three. */
  readonly trend: number | null;
};

/** `null` where there are no scores. */
export const progressOf = (scores: Scores): Progress | null => {
  if (scores.length === 0) return null;
  const mean = scores.reduce((total, score) => total + score, 0) / scores.length;
  const centre = (scores.length - 1) / 2;
  const [across, along] = scores.reduce(
    ([a, b], score, index): [number, number] => [
      a + (index - centre) * (score - mean),
      b + (index - centre) ** 2,
    ],
    [0, 0],
  );
  return { best: Math.max(...scores), mean, trend: scores.length < 3 ? null : across / along };
};

export type Gain = {
  readonly before: number;
  readonly after: number;
  /** Percentage points. */
  readonly points: number;
  /** Of what could be gained, 0..1 or below 0 (Hake 1998); `null` where all was right before. */
  readonly share: number | null;
};

/** What came between two tests, both in percent. */
export const gainOf = (before: number, after: number): Gain => ({
  before,
  after,
  points: after - before,
  share: before >= 100 ? null : (after - before) / (100 - before),
});

/** "+30 points, 50 % of what was missing". */
export const gainInWords = ({ points, share }: Gain): string => {
  const sign = points > 0 ? '+' : points < 0 ? '−' : '';
  const whole = `${sign}${Math.abs(points)} ${Math.abs(points) === 1 ? 'point' : 'points'}`;
  return share === null || share <= 0 ? whole : `${whole}, ${Math.round(share * 100)} % of what was missing`;
};
