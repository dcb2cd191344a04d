/** The gap in the prompt of a cloze. Apart from the schemas of lib/model.ts, so that a page need not load them. */
export const BLANK = '_____';
