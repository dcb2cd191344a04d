/** The versions of a printed quiz, by letter. */

/** More than neighbours in a row of desks could need. */
export const MOST_VERSIONS = 4;

/** The letters of so many versions: A, B, … */
export const versionLetters = (versions: number): string[] =>
  Array.from({ length: versions }, (_, index) => String.fromCharCode('A'.charCodeAt(0) + index));
