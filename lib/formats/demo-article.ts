/** An article of our own that shows what the reader does; facts from public reports of 2025, words by us. */
import type { Article } from '@/lib/model';

const TITLE = 'How two navies share a harbour: the RELOS pact between Russia and India';

const PARAGRAPHS = [
  'Every few days, a warship far from home needs fuel, spare parts and fresh food. A logistics pact lets the armed forces of one country draw supplies at the bases of another. No cash changes hands at the pier, because the bill is settled afterwards between two treasuries. Such a pact creates no alliance, and neither side has to fight for its partner.',

  'Russia and India signed the RELOS pact in Moscow on February 18, 2025. The full name of the pact is the Reciprocal Exchange of Logistics Support (RELOS). Indian Ambassador Vinay Kumar put his name to it for New Delhi. Alexander Fomin, at that time a deputy minister of defence, signed for Moscow.',

  'What the pact allows',

  'Under RELOS, warships, aircraft and troops of each country may use ports and airfields of the partner. They may do so during joint exercises, in training, on humanitarian missions and after disasters. For the Indian Navy, the greatest gain lies in the far north. India received its Talwar-class frigates and the aircraft carrier INS Vikramaditya from Russia. Both can sail in icy waters, yet India has no harbour of its own near the Arctic. On the Yamal Peninsula, Russia produces liquefied natural gas (LNG), some of which is shipped to India. Russian ships, for their part, gain places to refuel along the Indian Ocean.',

  'The road to ratification',

  'A treaty between states usually takes effect only after a parliament has agreed to it. The lower house of the Russian parliament is called the State Duma. RELOS had reached its members through Mikhail Mishustin, the Prime Minister of Russia. The State Duma ratified RELOS on December 2, 2025, without a single vote against. Vyacheslav Volodin, the Speaker of the State Duma, presided over the vote on RELOS. Two days before a state visit, the timing was no accident. Vladimir Putin, the President of Russia, was due in New Delhi on December 4, 2025.',

  'Not the first of its kind',

  'RELOS resembles older agreements between India and its other partners. India concluded the Logistics Exchange Memorandum of Agreement (LEMOA) with the United States in August 2016. France is a partner in logistics too. LEMOA and RELOS share one purpose, for each opens harbours and neither grants a permanent base. They differ in geography, since LEMOA reaches into the Pacific and RELOS into the Arctic. Multi-alignment is a foreign policy that seeks several great powers as partners and joins the camp of none. India’s agreements with rival powers are a clear example of it.',

  'The trade behind the treaty',

  'Russia has been the main source of Indian arms for decades. By one estimate, India bought more than 60% of its imported military hardware from Russia. Trade between Russia and India was worth $65 billion in the financial year 2024-25. The governments in Moscow and New Delhi want to lift annual trade to $100 billion by 2030. Energy, diamonds and fertilisers are meant to carry most of that growth.',

  'Western sanctions on Russia stand in the way. They have slowed the delivery of S-400 air defence systems, and they make it hard to pay in rupees and roubles. Indian Prime Minister Narendra Modi met Vladimir Putin in the Chinese city of Tianjin in September 2025. Nuclear energy was among their subjects. Russia has offered India small modular reactors, which could serve sites such as Kudankulam.',
];

/** About the RELOS pact, 400 to 600 words, with its title on the first line. */
export const DEMO_ARTICLE: Article = {
  title: TITLE,
  text: [TITLE, ...PARAGRAPHS].join('\n\n'),
  language: 'en',
};
