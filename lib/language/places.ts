/** Names of countries and regions of the world, from `Intl`; no other place is certain. */

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const OTHERS =
  'Africa Asia Europe America Antarctica Oceania Australia Britain England Scotland Wales USA US UK UAE Holland Russia Burma Korea London Paris Berlin Moscow Beijing Delhi Tokyo Rome Madrid Vienna Washington';

let known: ReadonlySet<string> | null = null;

const readRegions = (): ReadonlySet<string> => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const regions = LETTERS.flatMap((first) => LETTERS.map((second) => names.of(first + second) ?? ''));
  return new Set([...regions, ...OTHERS.split(' ')].filter((name) => name !== ''));
};

/** Whether `name` is a country, a continent or one of a few capitals that no person is called after. */
export const isPlace = (name: string): boolean => {
  known ??= readRegions();
  return known.has(name.replace(/^the /iu, ''));
};
