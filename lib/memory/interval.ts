/** How far a share that was counted may be from the true one. */

/** The value that a standard normal keeps within with a chance of 95 %. */
const Z95 = 1.959964;

/**
 * The 95 % interval of a share of which `hits` of `trials` were counted: bounds in 0..1, `null` without trials.
 * Wilson's score interval (Wilson 1927), which stays honest where the trials are few or the share is near 0 or 1:
 * (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n).
 */
export const wilsonInterval = (hits: number, trials: number): { low: number; high: number } | null => {
  if (trials <= 0) return null;
  const share = hits / trials;
  const slack = Z95 ** 2 / trials;
  const centre = share + slack / 2;
  const reach = Z95 * Math.sqrt((share * (1 - share)) / trials + slack / (4 * trials));
  return {
    low: hits === 0 ? 0 : (centre - reach) / (1 + slack),
    high: hits === trials ? 1 : (centre + reach) / (1 + slack),
  };
};
