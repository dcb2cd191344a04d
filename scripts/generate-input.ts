/** What `npm run generate` reads: a file of any kind that the app reads, or a link. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { splitTitle } from '@/lib/formats/clutter';
import type { ImportedDocument } from '@/lib/formats/document';
import { isAnkiText } from '@/lib/formats/read-anki-text';
import { readDocument } from '@/lib/formats/read-document';
import { readHtml } from '@/lib/formats/read-html';
import { readSet, USUAL_CHOICE } from '@/lib/formats/read-set';
import { MAX_WORDS } from '@/lib/formats/read-text';
import type { Problem, StudySet } from '@/lib/formats/study-set';
import { UnreadableFile } from '@/lib/formats/unreadable-file';
import { detectLanguage } from '@/lib/language/language-guess';
import type { Article } from '@/lib/model';
import { env, EnvironmentError } from '@/lib/server/env';
import { fetchLink, resolveName, USUAL_PORTS } from '@/lib/server/link/fetch-link';
import { refuse, type Command } from './generate-command';

export type ReadArticle = {
  readonly kind: 'article';
  readonly article: Article;
  /** What it is called where it has no title. */
  readonly name: string;
  /** What to know of it: that half of it may be missing. */
  readonly notes: readonly string[];
};
export type ReadCards = {
  readonly kind: 'cards';
  readonly set: StudySet;
  readonly problems: readonly Problem[];
};

const LINK_MS = 10_000;

const readBytes = (file: string): Uint8Array => {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return refuse(`${file} does not exist`);
  if (!stat.isFile()) return refuse(`${file} is not a file`);
  try {
    return readFileSync(file);
  } catch {
    return refuse(`${file} cannot be read`);
  }
};

/** Files that hold cards, by name; a text may be either, and says so at its head. */
const holdsCards = (file: string, bytes: Uint8Array): boolean =>
  /\.(apkg|colpkg|csv|tsv|tab|gift|gift\.txt|xml|xlsx|json)$/iu.test(file) ||
  (/\.txt$/iu.test(file) && isAnkiText(new TextDecoder().decode(bytes.subarray(0, 2000))));

const readCards = async (file: string, bytes: Uint8Array): Promise<ReadCards> => {
  const { set, problems } = await readSet(basename(file), bytes, USUAL_CHOICE);
  return { kind: 'cards', set, problems };
};

const fetchDocument = async (address: string): Promise<ImportedDocument> => {
  const guard = { resolve: resolveName, opened: env().LINK_HOSTS, ports: USUAL_PORTS, timeout: LINK_MS };
  const fetched = await fetchLink(address, guard, AbortSignal.timeout(2 * LINK_MS));
  const { bytes, type, charset } = fetched;
  if (type === '' || /html|xml/u.test(type)) return readHtml(bytes, { charset, address: fetched.address });
  return readDocument(bytes, new URL(fetched.address).pathname.split('/').at(-1) ?? '');
};

const toArticle = (document: ImportedDocument, { from, chapters }: Command): ReadArticle => {
  const { parts, title, notes } = document;
  const beyond = chapters?.find((chapter) => chapter > parts.length);
  if (beyond !== undefined)
    return refuse(`${from} has ${parts.length} chapters, so there is no chapter ${beyond}`);
  const chosen = chapters === null ? parts : parts.filter((_, index) => chapters.includes(index + 1));
  const words = chosen.reduce((sum, part) => sum + part.words, 0);
  if (words > MAX_WORDS) {
    return refuse(
      `${from} is longer than ${MAX_WORDS.toLocaleString('en')} words; --chapters=1,2 takes a part of a book`,
    );
  }
  const text = chosen.map((part) => part.text).join('\n\n');
  const article = { title: title ?? splitTitle(text).title, text, language: detectLanguage(text) };
  return { kind: 'article', article, name: basename(from).replace(/\.[^.]+$/u, ''), notes };
};

/** Reads what the command names; ends the process, in words, where that cannot be read. */
export const readInput = async (command: Command): Promise<ReadArticle | ReadCards> => {
  const { from } = command;
  try {
    if (/^https?:\/\//iu.test(from)) return toArticle(await fetchDocument(from), command);
    const bytes = readBytes(from);
    return holdsCards(from, bytes)
      ? await readCards(from, bytes)
      : toArticle(await readDocument(bytes, from), command);
  } catch (error) {
    if (error instanceof UnreadableFile) {
      return refuse(`${from}: ${error.message}`);
    }
    if (error instanceof EnvironmentError) return refuse(error.message);
    throw error;
  }
};
