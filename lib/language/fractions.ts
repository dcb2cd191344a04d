/** Shares in words: "two-thirds", "half of", "a quarter of", "one in five". */
const TOPS = 'one two three four five six seven eight nine'.split(' ');
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  twelfth: 12,
  twentieth: 20,
};
const PART = Object.keys(PARTS)
  .filter((part) => part !== 'half')
  .join('|');

/** Source of a pattern that captures nothing; a bare "half" or "a third" counts only before "of". */
export const FRACTION = `(?:(?:${TOPS.join('|')})[-\\s](?:${PART})s?(?=\\sof\\b|\\s(?:the|its|his|her|their|all)\\b)|(?:${TOPS.slice(1).join('|')})[-\\s](?:${PART})s(?![\\p{L}])|(?:an?\\s)?(?:half|third|quarter|fifth|tenth)(?=\\sof\\s)|(?:one|two|three|four|nine)\\s(?:in|out\\sof)\\s(?:every\\s)?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\\d+)(?![\\p{L}\\p{N}]))`;

const NAMED: Readonly<Record<string, number>> = {
  ...Object.fromEntries(TOPS.map((word, index) => [word, index + 1])),
  ten: 10,
  twenty: 20,
};

/** What a fraction comes to, 0..1 as a rule; `NaN` where it is none. */
export const valueOfFraction = (text: string): number => {
  const words = text.toLowerCase().split(/[\s-]+/u);
  const ratio = /\b(?:in|of)\s(?:every\s)?(\S+)$/u.exec(text.toLowerCase())?.[1];
  const top = NAMED[words[0] ?? ''] ?? 1;
  if (ratio !== undefined) return top / (NAMED[ratio] ?? Number.parseInt(ratio, 10));
  const last = words.at(-1) ?? '';
  return top / (PARTS[last] ?? PARTS[last.replace(/s$/u, '')] ?? Number.NaN);
};
