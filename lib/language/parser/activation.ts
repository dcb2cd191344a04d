/** The curves of the network. Every operation rounds to 32 bits, as the WebAssembly kernel's do. */

const { fround } = Math;

/** Lambert's continued fraction of tanh, cut after the seventh power: off by at most 1.2e-4 below `TANH_REACH`. */
export const TANH_ABOVE = [135_135, 17_325, 378, 1] as const;
export const TANH_BELOW = [135_135, 62_370, 3150, 28] as const;
export const TANH_REACH = fround(4.97);

/** `x` must be a 32-bit number. */
export const tanh = (x: number): number => {
  const near = x > TANH_REACH ? TANH_REACH : x < -TANH_REACH ? -TANH_REACH : x;
  const s = fround(near * near);
  const above = fround(s * fround(fround(s * fround(s + TANH_ABOVE[2])) + TANH_ABOVE[1]));
  const below = fround(
    s * fround(fround(s * fround(fround(s * TANH_BELOW[3]) + TANH_BELOW[2])) + TANH_BELOW[1]),
  );
  return fround(fround(near * fround(above + TANH_ABOVE[0])) / fround(below + TANH_BELOW[0]));
};

/** 1 / (1 + e^-x). */
export const sigmoid = (x: number): number => fround(fround(tanh(fround(x * 0.5)) * 0.5) + 0.5);

/** Turns `length` scores from `start` into probabilities, in place. */
export const softmax = (scores: Float64Array, start: number, length: number): void => {
  const end = start + length;
  let most = -Infinity;
  for (let i = start; i < end; i++) {
    const score = scores[i] ?? 0;
    if (score > most) most = score;
  }
  let sum = 0;
  for (let i = start; i < end; i++) {
    const power = Math.exp((scores[i] ?? 0) - most);
    scores[i] = power;
    sum += power;
  }
  for (let i = start; i < end; i++) scores[i] = (scores[i] ?? 0) / sum;
};
