/** The codes that people type: no letter that is taken for a digit, no vowel that makes a word. */

const LETTERS = '23456789BCDFGHJKMNPQRSTVWXZ';

/** Letters of a class's code: 27⁸ are 2.8 × 10¹¹. */
const CLASS_CODE = 8;
/** Letters of the code by which a pupil without an account comes back: 27¹⁶ are 8 × 10²². */
const RESUME_CODE = 16;

export const CODE_LENGTHS = { class: CLASS_CODE, resume: RESUME_CODE } as const;
export type CodeKind = keyof typeof CODE_LENGTHS;

/** A code of bytes by chance; it needs one byte for each letter, and some more since not each byte gives one. */
export const codeOf = (kind: CodeKind, bytes: Iterable<number>): string => {
  const most = 256 - (256 % LETTERS.length);
  let code = '';
  for (const byte of bytes) {
    if (code.length === CODE_LENGTHS[kind]) break;
    if (byte < most) code += LETTERS[byte % LETTERS.length] ?? '';
  }
  return code;
};

/** A code as it is shown: in groups of four. */
export const spellCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** What was typed as a code: case, spaces and dashes do not count. `null`: it is none. */
export const readCode = (kind: CodeKind, typed: string): string | null => {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return code.length === CODE_LENGTHS[kind] && new RegExp(`^[${LETTERS}]+$`, 'u').test(code) ? code : null;
};
