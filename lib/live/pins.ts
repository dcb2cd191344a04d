/** The number under which a session is joined: six digits, none of them a leading zero. */
const FIRST = 100_000;
const COUNT = 900_000;

/** `draw` is chance in [0, 1). */
export const pinOf = (draw: number): string => String(FIRST + Math.floor(draw * COUNT));

/** What a person typed as a number, spaces and dashes aside; `null` where it is none. */
export const readPin = (text: string): string | null => {
  const digits = text.normalize('NFKC').replace(/[\s-]/gu, '');
  return /^[1-9]\d{5}$/.test(digits) ? digits : null;
};
