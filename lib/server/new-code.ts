import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { codeOf, type CodeKind } from '@/lib/classes/codes';

/** A code by chance that nobody can guess. */
export const newCode = (kind: CodeKind): string => codeOf(kind, randomBytes(256));

/** What is kept of a code that opens something; the code has more chance in it than a hash could be searched for. */
export const hashOfCode = (code: string): string => createHash('sha256').update(code).digest('hex');
