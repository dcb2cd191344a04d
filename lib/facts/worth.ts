/** How much a clause is worth keeping: the article's own matter, told as fact, before chatter and scenes. */
import type { Word } from '@/lib/language/tree';
import { type Reading, stemOf } from './reading';

/** Of an article's nouns, so many of the most frequent are what it is about. */
const TOPICS = 12;

const topicsOf = new WeakMap<Reading, ReadonlySet<string>>();

const findTopics = (reading: Reading): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const { tree } of reading.sentences)
    for (const { upos, text } of tree?.words ?? [])
      if ((upos === 'NOUN' || upos === 'PROPN') && text.length > 2)
        counts.set(stemOf(text), (counts.get(stemOf(text)) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1]);
  return new Set([...often.slice(0, TOPICS).map(([stem]) => stem), ...reading.titleWords]);
};

/** The stems of the nouns that an article comes back to, and of its title's words. */
export const topicStems = (reading: Reading): ReadonlySet<string> => {
  const topics = topicsOf.get(reading) ?? findTopics(reading);
  topicsOf.set(reading, topics);
  return topics;
};

const CHATTER = new Set(
  `like likes liked love loves loved feel feels felt want wants wanted hope hopes hoped wish wishes wished walk walks
  walked sit sits sat stand stands stood smile smiles smiled laugh laughs laughed stare stares stared wait waits waited
  talk talks talked chat chats listen listens listened watch watches watched remember remembers remembered try tries
  tried think thinks thought wonder wonders wondered arrive arrives arrived look looks looked sleep slept eat ate
  drink drank cry cried shout shouted sing sang dance danced drive drove wake woke dream dreamed enjoy enjoys enjoyed
  joke joked worry worries worried`.split(/\s+/u),
);

/** Whether the predicate tells a scene or a feeling rather than a fact. */
export const isChatter = ({ low }: Word): boolean => CHATTER.has(low);

/** 0..1: the share of weight that a clause earns by being about the article's matter. */
export const topicality = (reading: Reading, words: readonly Word[]): number => {
  const topics = topicStems(reading);
  const hits = new Set(words.map(({ text }) => stemOf(text)).filter((stem) => topics.has(stem))).size;
  return Math.min(1, hits / 3);
};
