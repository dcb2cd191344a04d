/** "Bilateral trade" in an article whose title names two countries: it is theirs. */
import { nounsForPlace } from '@/lib/language/places';
import type { Word } from '@/lib/language/tree';
import { isNamedIn } from './entities';
import type { Reading } from './reading';

/** Whether a word means the two countries of the title. */
export const meansTheTwo = ({ article, entities }: Reading, { low }: Pick<Word, 'low'>): boolean => {
  if (low !== 'bilateral') return false;
  const title = article.title ?? '';
  const countries = entities.filter(
    (one) => one.kind === 'place' && isNamedIn(one, title) && nounsForPlace(one.name).includes('country'),
  );
  return countries.length === 2;
};
