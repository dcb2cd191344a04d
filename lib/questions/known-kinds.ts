/** Kinds of things whose members are known for certain: countries and their capitals, by region. */

/** "Country=Capital"; only names that nothing else bears and that every reader of English has met. */
const REGIONS: readonly string[] = [
  `Austria=Vienna Belgium=Brussels Bulgaria=Sofia Croatia=Zagreb Denmark=Copenhagen Finland=Helsinki France=Paris
  Germany=Berlin Greece=Athens Hungary=Budapest Ireland=Dublin Italy=Rome Netherlands=Amsterdam Norway=Oslo
  Poland=Warsaw Portugal=Lisbon Romania=Bucharest Serbia=Belgrade Spain=Madrid Sweden=Stockholm Switzerland=Bern
  Ukraine=Kyiv Russia=Moscow Slovakia=Bratislava Slovenia=Ljubljana Lithuania=Vilnius Latvia=Riga Estonia=Tallinn`,
  `China=Beijing Japan=Tokyo India=Delhi Indonesia=Jakarta Thailand=Bangkok Vietnam=Hanoi Malaysia=- Philippines=Manila
  Pakistan=Islamabad Bangladesh=Dhaka Nepal=Kathmandu Mongolia=- Cambodia=- Myanmar=-`,
  `Iran=Tehran Iraq=Baghdad Israel=- Egypt=Cairo Syria=Damascus Lebanon=Beirut Turkey=Ankara Qatar=Doha Kuwait=-
  Oman=Muscat Yemen=-`,
  `Nigeria=Abuja Kenya=Nairobi Ghana=Accra Ethiopia=- Tanzania=- Uganda=Kampala Zambia=Lusaka Senegal=Dakar
  Cameroon=- Angola=Luanda Rwanda=Kigali Mozambique=- Zimbabwe=Harare`,
  `Brazil=Brasília Argentina=- Chile=Santiago Peru=Lima Colombia=Bogotá Venezuela=Caracas Ecuador=Quito Bolivia=-
  Uruguay=Montevideo Paraguay=-`,
];

/** The parts of the world: everything of one kind that may stand for another. */
const KINDS: readonly (readonly string[])[] = [
  ...REGIONS.flatMap((region) => {
    const pairs = region.split(/\s+/u).map((pair) => pair.split('='));
    const countries = pairs.flatMap(([country]) => (country === undefined ? [] : [country]));
    const capitals = pairs.flatMap(([, capital]) =>
      capital === undefined || capital === '-' ? [] : [capital],
    );
    return [countries, capitals];
  }),
  ['Africa', 'Asia', 'Europe', 'Australia', 'North America', 'South America'],
];

/** Names of which one is, or was, a part or another word of the other. */
const ALIASES: readonly string[] = [
  'United Kingdom|UK|Britain|Great Britain|England|Scotland|Wales|Northern Ireland|British|London',
  'United States|USA|US|U.S.|America|United States of America|Washington|American',
  'Netherlands|Holland|Dutch',
  'Russia|USSR|Soviet Union|Russian Federation|Kremlin',
  'Myanmar|Burma',
  'Iran|Persia',
  'Turkey|Türkiye|Ottoman Empire|Constantinople|Istanbul',
  'Germany|Prussia|Holy Roman Empire|West Germany|East Germany',
  'Czechia|Czech Republic|Czechoslovakia',
  'Delhi|New Delhi',
];
const withoutThe = (name: string): string => name.replace(/^the\s/iu, '');
const SETS = ALIASES.map((line) => new Set(line.split('|')));

/** Whether two names are known to mean the same, or one a part of the other. */
export const areAliases = (a: string, b: string): boolean =>
  SETS.some((names) => names.has(withoutThe(a)) && names.has(withoutThe(b)));

/** The others of the kind that `name` is of: countries beside a country, capitals beside a capital; else none. */
export const othersOfKind = (name: string): readonly string[] =>
  KINDS.find((kind) => kind.includes(name))?.filter((other) => other !== name) ?? [];

/** Countries and capitals are told apart, whatever their region; `null` for any other name. */
export const knownKindOf = (name: string): 'country' | 'capital' | 'continent' | null => {
  const at = KINDS.findIndex((kind) => kind.includes(withoutThe(name)));
  if (at === -1) return null;
  if (at === KINDS.length - 1) return 'continent';
  return at % 2 === 0 ? 'country' : 'capital';
};
