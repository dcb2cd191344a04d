/** Questions of one quiz, at most. Apart from the schema of its settings, so that a page need not load that. */
export const MOST_QUESTIONS = 100;
