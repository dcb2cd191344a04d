/** Text as cards hold it. */
import { normaliseText } from './read-text';

/** Text from a file: normalised as an article's, without white space at the ends of its lines and of itself. */
export const tidyText = (text: string): string =>
  normaliseText(text)
    .replace(/[^\S\n]+$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();

/** On one line. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
