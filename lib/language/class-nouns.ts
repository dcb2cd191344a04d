/** Common nouns that say what kind of thing a name beside them is: "the physicist", "a company", "the city". */

export type NamedKind = 'person' | 'organisation' | 'place';

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

const PERSON = set(
  `president chancellor ambassador senator governor mayor general colonel captain admiral king queen prince princess
  emperor empress pope minister secretary judge bishop archbishop speaker chairman chairwoman chair director founder
  co-founder cofounder leader chief ceo commissioner engineer inventor physicist chemist biologist astronomer
  mathematician economist historian philosopher architect explorer geologist scientist statesman monk missionary designer
  composer painter sculptor viceroy sultan shah caliph khan premier dean rector commander marshal lieutenant author
  writer poet novelist playwright actor actress singer musician artist journalist reporter critic lawyer attorney doctor
  physician surgeon nurse professor lecturer teacher student pupil scholar researcher analyst expert politician activist
  campaigner entrepreneur businessman businesswoman banker investor billionaire spokesman spokeswoman spokesperson
  official officer soldier sergeant major pilot astronaut athlete player coach manager footballer striker goalkeeper
  swimmer runner cyclist boxer driver farmer fisherman worker employee chef cook priest rabbi imam preacher theologian
  saint prophet knight duke duchess earl count countess baron lord lady nobleman warlord rebel revolutionary dictator
  deputy councillor congressman congresswoman lawmaker legislator candidate successor predecessor rival friend ally
  assistant secretary-general man woman boy girl child father mother brother sister son daughter husband wife uncle aunt
  cousin nephew niece grandfather grandmother grandson granddaughter widow widower hero heroine filmmaker producer
  photographer comedian presenter editor publisher translator librarian curator botanist zoologist psychologist
  psychiatrist sociologist anthropologist archaeologist linguist neuroscientist geneticist ecologist biochemist
  astrophysicist cosmologist palaeontologist paleontologist entomologist consultant adviser advisor executive owner
  boss merchant trader nun abbot cardinal reformer suffragist feminist dissident refugee victim survivor suspect
  prisoner killer murderer conductor pianist violinist guitarist drummer dancer choreographer model resident veteran`,
);
const ORGANISATION = set(
  `company firm corporation business startup retailer manufacturer publisher broadcaster newspaper magazine journal bank
  university college school institute institution academy museum gallery library hospital church charity foundation
  trust association society union federation league club team party committee commission council board ministry
  department agency authority bureau office court tribunal parliament congress senate assembly organisation organization
  group think-tank network consortium airline airlines carrier band orchestra government administration army navy
  police laboratory lab centre center ngo nonprofit watchdog regulator conglomerate supplier operator chain brand`,
);
const PLACE = set(
  `city town village country nation state province region county district suburb neighbourhood neighborhood borough
  capital island peninsula continent river lake sea ocean bay gulf strait mountain hill valley desert forest park street
  square port harbour harbor kingdom empire republic territory colony municipality metropolis area commune canton
  settlement prefecture archipelago waterfall volcano canal creek tributary mountains islands`,
);
const MEN = set(
  `king prince emperor chairman statesman monk businessman spokesman fisherman priest duke earl baron lord nobleman
  congressman man boy father brother son husband uncle nephew grandfather grandson widower actor sultan caliph pope
  actor abbot cardinal imam rabbi knight hero`,
);
const WOMEN = set(
  `queen princess empress chairwoman actress businesswoman spokeswoman duchess countess lady congresswoman woman girl
  mother sister daughter wife aunt niece grandmother granddaughter widow heroine nun suffragist`,
);

const singulars = (noun: string): string[] => [
  noun,
  noun.replace(/s$/u, ''),
  noun.replace(/es$/u, ''),
  noun.replace(/ies$/u, 'y'),
  noun.replace(/men$/u, 'man'),
];

/** The kind of things that a noun, in small letters and of either number, is a word for; `null` for other nouns. */
export const kindOfNoun = (noun: string): NamedKind | null => {
  const forms = singulars(noun);
  if (forms.some((form) => PERSON.has(form))) return 'person';
  if (forms.some((form) => ORGANISATION.has(form))) return 'organisation';
  if (noun === 'people' || noun === 'women') return 'person';
  return forms.some((form) => PLACE.has(form)) ? 'place' : null;
};

/** The pronoun that a noun for a person settles: "she" for "actress"; `null` where it settles none. */
export const pronounOfNoun = (noun: string): 'he' | 'she' | null => {
  if (MEN.has(noun)) return 'he';
  return WOMEN.has(noun) ? 'she' : null;
};
