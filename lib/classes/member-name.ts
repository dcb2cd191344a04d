/** What somebody is called in a class. */

/** Letters of a name, at most. */
export const LONGEST_NAME = 40;

/** What shows nothing or turns the text around it: a name with it could pass for another. */
const UNSEEN = /[\p{C}\u115f\u1160\u3164\uffa0\u2800\u034f]/gu;
/** Some scripts need a joiner inside a word, and some emoji between two. */
const BEFORE_JOINER = /[\p{L}\p{M}\p{Extended_Pictographic}\ufe0f]$/u;
const AFTER_JOINER = /^[\p{L}\p{Extended_Pictographic}]/u;

const isJoiner = (letter: string): boolean => letter === '\u200c' || letter === '\u200d';

/** A name as it is kept: NFKC, nothing unseen in it, single spaces; `null` where nothing is left or it is too long. */
export const readName = (typed: string): string | null => {
  const name = typed
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(UNSEEN, (unseen, at: number, whole: string) =>
      isJoiner(unseen) &&
      BEFORE_JOINER.test(whole.slice(0, at)) &&
      AFTER_JOINER.test(whole.slice(at + unseen.length))
        ? unseen
        : '',
    )
    .replace(/ +/gu, ' ')
    .trim();
  return name === '' || Array.from(name).length > LONGEST_NAME ? null : name;
};

/** The same for two names that one would take for each other: case, spaces and joiners do not count. */
export const nameKeyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\u200c\u200d\ufe0f\s]/gu, '');
