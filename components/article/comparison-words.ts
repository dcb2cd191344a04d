/** What a comparison of two versions says, in words. */
import type { Compared } from './use-article-update';

const many = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`;

/** One line on the sentences. */
export const sumInWords = ({ counts, isEqual }: Pick<Compared, 'counts' | 'isEqual'>): string => {
  const { changed, removed, new: fresh, moved, same } = counts;
  if (isEqual) return 'Nothing has changed: this is the text that is here already.';
  if (changed + removed + fresh === 0) {
    return moved === 0
      ? 'Only white space and marks differ; every sentence is the same.'
      : `Every sentence is the same; ${moved} stand elsewhere.`;
  }
  const parts = [
    changed > 0 ? `${changed} changed` : '',
    fresh > 0 ? `${fresh} new` : '',
    removed > 0 ? `${removed} removed` : '',
    `${same} the same`,
  ];
  return `Sentences: ${parts.filter((part) => part !== '').join(', ')}.`;
};

/** What becomes of the facts that are kept, line by line. */
export const factsInWords = ({ counts, facts }: Pick<Compared, 'counts' | 'facts'>): string[] => {
  const lines = [
    facts.same > 0 ? `${many(facts.same, 'fact keeps', 'facts keep')} questions, edits and schedule.` : '',
    facts.changed > 0
      ? `${many(facts.changed, 'fact takes', 'facts take')} the new wording and come${facts.changed === 1 ? 's' : ''} up once, with old and new shown.`
      : '',
    facts.removed > 0
      ? `${many(facts.removed, 'fact is', 'facts are')} archived: no longer asked, and kept in the deck to be brought back. Cards of your own stay.`
      : '',
    counts.new + counts.changed > 0 ? 'What is new is read into facts for you to judge.' : '',
  ];
  return lines.filter((line) => line !== '');
};
