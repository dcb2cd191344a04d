/** Names of places that are certain without a text: countries from `Intl`, large cities, regions; and demonyms. */

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const list = (names: string): string[] => names.split('|').map((name) => name.trim());

const REGIONS = list(
  `Africa|Asia|Europe|America|North America|South America|Latin America|Central America|Antarctica|Oceania|Australia|
  Britain|Great Britain|England|Scotland|Wales|Northern Ireland|USA|US|U.S.|UK|U.K.|UAE|Holland|Burma|Korea|Catalonia|
  Andalusia|Bavaria|Saxony|Prussia|Silesia|Tuscany|Sicily|Sardinia|Lombardy|Normandy|Brittany|Provence|Flanders|Crimea|
  Siberia|Manchuria|Tibet|Kashmir|Punjab|Bengal|Kerala|Bohemia|Moravia|Transylvania|Anatolia|Scandinavia|Balkans|
  Caribbean|Middle East|Far East|Southeast Asia|East Africa|West Africa|Arctic|Persia|Mesopotamia|Yugoslavia|
  Czechoslovakia|Soviet Union|East Germany|West Germany|California|Texas|Florida|Alaska|Hawaii|Ohio|Michigan|Illinois|
  Pennsylvania|Massachusetts|Connecticut|Oregon|Nevada|Arizona|Colorado|Utah|Montana|Wyoming|Idaho|Minnesota|Wisconsin|
  Iowa|Missouri|Kansas|Nebraska|Oklahoma|Arkansas|Louisiana|Mississippi|Alabama|Tennessee|Kentucky|Maryland|Delaware|
  New Jersey|New Hampshire|Vermont|Maine|Rhode Island|New Mexico|North Carolina|South Carolina|North Dakota|
  South Dakota|West Virginia|Ontario|Quebec|British Columbia|Alberta|Manitoba|Nova Scotia|Queensland|Tasmania|
  New South Wales|Cornwall|Yorkshire|Kent|Essex|Sussex|Himalayas|Alps|Andes|Pyrenees|Mediterranean|Atlantic|Pacific|
  Baltic|Danube|Rhine|Thames|Nile|Volga|Ganges|Amazon River`,
);
const CITIES = list(
  `London|Paris|Berlin|Moscow|Beijing|Delhi|New Delhi|Tokyo|Rome|Madrid|Vienna|Washington, D.C.|New York|New York City|
  Los Angeles|Chicago|San Francisco|Boston|Philadelphia|Seattle|Miami|Atlanta|Detroit|Denver|Baltimore|Pittsburgh|
  Cleveland|Cincinnati|New Orleans|San Diego|Las Vegas|Toronto|Montreal|Vancouver|Ottawa|Calgary|Mexico City|Havana|
  Buenos Aires|Rio de Janeiro|São Paulo|Brasília|Bogotá|Lima|Quito|Caracas|Montevideo|Dublin|Belfast|Edinburgh|Glasgow|
  Manchester|Birmingham|Liverpool|Leeds|Bristol|Oxford|Cambridge|Cardiff|Newcastle|Amsterdam|Rotterdam|The Hague|
  Brussels|Antwerp|Lisbon|Porto|Barcelona|Seville|Bilbao|Lyon|Marseille|Marseilles|Bordeaux|Toulouse|Strasbourg|
  Geneva|Zurich|Zürich|Basel|Bern|Munich|Hamburg|Cologne|Frankfurt|Stuttgart|Düsseldorf|Dusseldorf|Dresden|Leipzig|
  Bremen|Hanover|Nuremberg|Bonn|Salzburg|Graz|Innsbruck|Prague|Brno|Bratislava|Budapest|Warsaw|Kraków|Krakow|Gdańsk|
  Copenhagen|Stockholm|Gothenburg|Oslo|Bergen|Helsinki|Reykjavík|Reykjavik|Tallinn|Riga|Vilnius|Minsk|Kiev|Kyiv|
  Odessa|Saint Petersburg|St. Petersburg|Vladivostok|Bucharest|Sofia|Belgrade|Zagreb|Ljubljana|Sarajevo|Athens|
  Istanbul|Ankara|Constantinople|Tbilisi|Baku|Yerevan|Tehran|Baghdad|Basra|Damascus|Beirut|Amman|Jerusalem|Tel Aviv|
  Riyadh|Jeddah|Mecca|Medina|Dubai|Abu Dhabi|Doha|Cairo|Alexandria|Tripoli|Tunis|Algiers|Casablanca|Rabat|Lagos|Accra|
  Nairobi|Kampala|Addis Ababa|Khartoum|Kinshasa|Johannesburg|Cape Town|Pretoria|Harare|Dakar|Mumbai|Bombay|Kolkata|
  Calcutta|Chennai|Bangalore|Hyderabad|Karachi|Lahore|Islamabad|Kabul|Dhaka|Colombo|Kathmandu|Bangkok|Hanoi|Saigon|
  Ho Chi Minh City|Phnom Penh|Kuala Lumpur|Jakarta|Manila|Shanghai|Guangzhou|Shenzhen|Wuhan|Nanjing|Tianjin|Taipei|
  Seoul|Busan|Pyongyang|Osaka|Kyoto|Nagasaki|Hiroshima|Sydney|Melbourne|Brisbane|Perth|Canberra|Auckland|Wellington|
  Milan|Turin|Venice|Naples|Palermo|Genoa|Bologna|Pisa|Trieste|Verona|Padua|Manhattan|Brooklyn|Hollywood|Ulaanbaatar`,
);
const DEMONYMS = new Set(
  `American British English Scottish Welsh Irish French German Spanish Portuguese Italian Dutch Belgian Swiss Austrian
  Swedish Norwegian Danish Finnish Icelandic Polish Czech Slovak Hungarian Romanian Bulgarian Serbian Croatian Bosnian
  Slovenian Greek Turkish Russian Ukrainian Belarusian Lithuanian Latvian Estonian Georgian Armenian Azerbaijani Soviet
  Prussian Bavarian Catalan Basque Flemish Persian Iranian Iraqi Syrian Lebanese Israeli Palestinian Jordanian Saudi
  Egyptian Libyan Tunisian Algerian Moroccan Sudanese Ethiopian Kenyan Ugandan Nigerian Ghanaian Congolese Rwandan
  African Asian European Australian Canadian Mexican Cuban Brazilian Argentine Argentinian Chilean Peruvian Colombian
  Venezuelan Bolivian Chinese Japanese Korean Vietnamese Thai Indonesian Malaysian Filipino Indian Pakistani Bangladeshi
  Afghan Nepalese Tibetan Mongolian Mongol Roman Byzantine Ottoman Arab Arabic Jewish Christian Muslim Islamic Catholic
  Protestant Orthodox Buddhist Hindu Latin Western Eastern Northern Southern Viennese Parisian Victorian Medieval`.split(
    /\s+/u,
  ),
);

/** Names of one place, the fullest first. */
const SAME = [
  ['United Kingdom', 'UK', 'U.K.', 'Britain', 'Great Britain'],
  ['United States', 'US', 'U.S.', 'USA', 'U.S.A.', 'America', 'United States of America'],
  ['United Arab Emirates', 'UAE'],
  ['Netherlands', 'Holland'],
  ['Myanmar', 'Burma', 'Myanmar (Burma)'],
  ['Russia', 'Russian Federation'],
  ['Kyiv', 'Kiev'],
  ['Mumbai', 'Bombay'],
  ['Kolkata', 'Calcutta'],
  ['New York City', 'New York'],
];

/** Countries that are given names as well. */
const AMBIGUOUS = new Set(['Chad', 'Jordan', 'Georgia', 'Jersey', 'Guy', 'Kent', 'Sofia', 'Wellington']);

let countries: ReadonlySet<string> | null = null;
const others = new Set([...REGIONS, ...CITIES]);
const cities = new Set(CITIES);
const fullest = new Map(SAME.flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)));

const isCountry = (name: string): boolean => {
  if (countries === null) {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const all = LETTERS.flatMap((first) => LETTERS.map((second) => names.of(first + second) ?? ''));
    countries = new Set(all.filter((known) => known !== ''));
  }
  return countries.has(name);
};

const bare = (name: string): string => name.replace(/^the /iu, '');

/** Whether `name` is a country, a region, a large city or the like; names that people bear too count. */
export const isPlace = (name: string): boolean =>
  isCountry(bare(name)) || others.has(bare(name)) || fullest.has(bare(name));

/** Whether a name of a place may just as well be a person's. */
export const mayBePerson = (name: string): boolean => AMBIGUOUS.has(name);

/** The nouns that mean a well-known place when it was named before: "city" for Oslo; none for other names. */
export const nounsForPlace = (name: string): readonly string[] => {
  if (cities.has(bare(name))) return ['city'];
  return isCountry(bare(name)) || fullest.has(bare(name)) ? ['country', 'nation'] : [];
};

/** The name by which a place of several names is best known: "United Kingdom" for "Britain". */
export const fullestPlaceName = (name: string): string => fullest.get(bare(name)) ?? bare(name);

/** Whether a word says where someone or something is from: "Polish", "European", "Muslim". */
export const isDemonym = (word: string): boolean =>
  DEMONYMS.has(word.replace(/s$/u, '')) || DEMONYMS.has(word);
