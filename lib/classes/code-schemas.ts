/** What people type to name themselves or to get in, as it comes from outside. Apart, so that a page need not load it. */
import { z } from 'zod';
import { readCode, type CodeKind } from './codes';
import { LONGEST_NAME, readName } from './member-name';

const read = (reader: (typed: string) => string | null, message: string) =>
  z
    .string()
    .max(200, message)
    .transform((typed, context) => {
      const value = reader(typed);
      if (value !== null) return value;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });

const codeSchema = (kind: CodeKind, message: string) => read((typed) => readCode(kind, typed), message);

export const memberNameSchema = read(readName, `Write a name of 1 to ${LONGEST_NAME} letters.`);
export const classCodeSchema = codeSchema('class', 'A code has eight letters and digits, such as B7KM-3QRT.');
export const resumeCodeSchema = codeSchema('resume', 'A resume code has sixteen letters and digits.');
