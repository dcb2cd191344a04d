/** Currencies, by sign, by code and by name. */

const SIGNS: Readonly<Record<string, string>> = {
  $: 'US$',
  us$: 'US$',
  a$: 'A$',
  c$: 'C$',
  nz$: 'NZ$',
  hk$: 'HK$',
  s$: 'S$',
  r$: 'R$',
  '£': '£',
  '€': '€',
  '¥': '¥',
  '₹': '₹',
  '₽': '₽',
  '₩': '₩',
  rs: 'rupees',
  'rs.': 'rupees',
  usd: 'US$',
  eur: '€',
  gbp: '£',
  inr: '₹',
  chf: 'Swiss francs',
};

/** Sources for patterns; "pounds" and "crowns" mean money only with a magnitude or a word like "sterling" beside. */
export const CURRENCY_SIGN = String.raw`(?:(?:US|A|C|NZ|HK|S|R)\$|[$£€¥₹₽₩]|Rs\.?|(?:USD|EUR|GBP|INR|CHF)(?=\s?\d))`;
export const CURRENCY_NAME =
  '(?:(?:US|Australian|Canadian|Hong Kong|American)\\s)?dollars?|euros?|pounds\\ssterling|rupees|yen|yuan|renminbi|roubles|rubles|(?:Swiss\\s)?francs|Deutsche?\\s?[Mm]arks|kronor|kroner|pesos|rand|pence|cents|shillings|guilders|z[łl]oty|won(?=\\s(?:in|for|to|by|of|on|from|each|a\\s)|[.,;])';
export const CURRENCY_IN_BULK = 'pounds|crowns|marks|lira|reals|reais|dirhams|dinars|riyals|baht';

/** The unit of an amount of money: a sign of one currency, or its name in small letters. */
export const currencyOf = (written: string): string => {
  const low = written.toLowerCase();
  if (SIGNS[low] !== undefined) return SIGNS[low];
  return /^(?:us |american )?dollars?$/u.test(low) ? 'dollars' : low.replace(/^euro$/u, 'euros');
};
