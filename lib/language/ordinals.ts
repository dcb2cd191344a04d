/** Places in an order: "19th", "third", "twenty-first". */

const WORDS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const ROUND = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** "Second" is also a unit of time and "first" a way to begin: those read alone must stand behind "the" or the like. */
const SPELLED = `(?:(?:${TENS.join('|')})-(?:${WORDS.slice(0, 9).join('|')})|${ROUND.join('|')}|${WORDS.slice(2).join('|')}|(?<=\\b(?:the|his|her|its|their)\\s)(?:first|second))`;

/** Source of a pattern that captures nothing; fractions ("two thirds") and centuries are none. */
export const ORDINAL = String.raw`(?:\d+(?:st|nd|rd|th)|${SPELLED})(?![\p{L}\p{N}])(?!\s?century|\s?centuries|\sof\sthe\stotal)`;

/** Which place an ordinal names; 0 where it is none. */
export const valueOfOrdinal = (text: string): number => {
  const low = text.toLowerCase();
  if (/^\d/u.test(low)) return Number.parseInt(low, 10);
  const [first = '', second] = low.split('-');
  if (second !== undefined) return 10 * (TENS.indexOf(first) + 2) + WORDS.indexOf(second) + 1;
  const round = ROUND.indexOf(first);
  return round === -1 ? WORDS.indexOf(first) + 1 : 10 * (round + 2);
};
