/** Many small numbers in few letters: a message between servers holds 8,000 bytes. */

/** As bits, in base64. */
export const writeNumbers = (numbers: ReadonlySet<number>): string => {
  const most = Math.max(-1, ...numbers);
  const bits = Buffer.alloc(Math.floor(most / 8) + 1);
  for (const number of numbers) bits[number >> 3] = (bits[number >> 3] ?? 0) | (1 << (number & 7));
  return bits.toString('base64');
};

export const readNumbers = (text: string): Set<number> => {
  const numbers = new Set<number>();
  for (const [at, bits] of Buffer.from(text, 'base64').entries())
    for (let bit = 0; bit < 8; bit += 1) if ((bits & (1 << bit)) !== 0) numbers.add(8 * at + bit);
  return numbers;
};
