/** Words that only tie a sentence to the one before: a card can do without them. */
import type { Tree, Word } from '@/lib/language/tree';
import type { ReadSentence } from './reading';

const OPENING =
  /^(?:However|Moreover|Furthermore|Additionally|Meanwhile|Nevertheless|Nonetheless|Thus|Therefore|Hence|Consequently|Accordingly|Similarly|Likewise|Conversely|Also|Besides|Indeed|Instead|Finally|Eventually|Subsequently|Then|Afterwards|Later|In addition|In fact|In turn|In particular|In general|In contrast|By contrast|As a result|As such|For example|For instance|On the other hand|After all|Of course|Over time|Soon after|At first),?\s(?=[\p{Lu}\p{Ll}\d"“‘(])/u;
/** Without its comma such a word may belong to what follows: "Then President Ito", "Later works". */
const NEEDS_COMMA = /^(?:However|Also|Then|Later|Instead|Indeed|Finally|Similarly|Hence|Besides)\s/u;

/** How many characters at the beginning of a statement only tie it to what stands before. */
export const openingLength = ({ statement }: Pick<ReadSentence, 'statement'>): number => {
  const opening = OPENING.exec(statement)?.[0] ?? '';
  return NEEDS_COMMA.test(opening) && !opening.includes(',') ? 0 : opening.length;
};

/** The words of a sentence behind its opening. */
export const wordsAfterOpening = (sentence: ReadSentence, tree: Tree): readonly Word[] => {
  const from = sentence.start + openingLength(sentence);
  return tree.words.filter(({ start }) => start >= from);
};
