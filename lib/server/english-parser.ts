/** The English parser with its weights: loaded once in a process or thread, when first wanted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadParser, type Parser } from '@/lib/language/parser/parser';

let loaded: Parser | null = null;

/** The parser of the app's folder. @throws where the weights cannot be read. */
export const englishParser = (): Parser => {
  loaded ??= loadParser(
    readFileSync(join(/* turbopackIgnore: true */ process.cwd(), 'lib/language/weights/english.bin')),
  );
  return loaded;
};
