/** Names of players: any script, nothing invisible, each once in a room. */
import { LONGEST_NAME } from './bounds';

/**
 * Control and format characters (joiners and marks of direction among them), what is not assigned, and what is drawn as
 * nothing though it counts as a letter or a mark: Hangul fillers, the grapheme joiner, variation selectors, blank Braille.
 */
const INVISIBLE =
  /[\p{C}\u115F\u1160\u3164\u034F\u17B4\u17B5\u180B-\u180F\u2800\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** Of marks upon one letter, no more than any script needs. */
const HEAPED_MARKS = /(\p{M}{4})\p{M}+/gu;

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** `wish` as a name of 1 to 20 letters, or `null` where it cannot be one. */
export const toName = (wish: string): string | null => {
  if (wish.length > 400) return null;
  const name = wish
    .replace(/[\t\n\r]/g, ' ')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(HEAPED_MARKS, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');
  const length = [...letters.segment(name)].length;
  return length >= 1 && length <= LONGEST_NAME && SEEN.test(name) ? name : null;
};

/** Equal for names that people would take for the same: capitals and spaces make no difference. */
export const nameKey = (name: string): string =>
  name.normalize('NFKC').toUpperCase().toLowerCase().replace(/\s+/gu, '').normalize('NFC');

/** A name of the list that nobody has; where all are taken, one with a number. `draw` is chance in [0, 1). */
export const drawName = (list: readonly string[], taken: ReadonlySet<string>, draw: number): string => {
  for (let round = 1; ; round += 1) {
    const free = list
      .map((name) => (round === 1 ? name : `${name} ${round}`))
      .filter((name) => !taken.has(nameKey(name)));
    const name = free[Math.floor(draw * free.length)];
    if (name !== undefined) return name;
  }
};
