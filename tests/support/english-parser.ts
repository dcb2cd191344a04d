/** The parser with the weights of the repo, loaded once for a test file. */
import { readFileSync } from 'node:fs';
import { loadParser } from '@/lib/language/parser/parser';

export const parser = loadParser(
  readFileSync(new URL('../../lib/language/weights/english.bin', import.meta.url)),
);
