/** Bounds of a quiz. Apart from the schema of its settings, so that a page need not load that. */

/** Questions of one quiz, at most. */
export const MOST_QUESTIONS = 100;

/** Characters of one answer, at most: pairs that are matched have many. */
export const MOST_GIVEN = 5000;
