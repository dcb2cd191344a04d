/** The texts of a folder as articles, each with the questions that people wrote about it where they stand beside it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { splitTitle } from '@/lib/formats/clutter';
import { countWords, readText } from '@/lib/formats/read-text';
import { detectLanguage } from '@/lib/language/language-guess';
import type { Article } from '@/lib/model';

/** `gold` are the right answers of human questions, from `NAME.gold.json` beside `NAME.txt`. */
export type Text = {
  readonly name: string;
  readonly article: Article;
  readonly words: number;
  readonly gold: readonly string[];
};

/** Either one right answer each, or the options of a choice question with the right one first. */
const goldSchema = z.array(
  z.union([
    z.object({ answer: z.string() }).transform(({ answer }) => answer),
    z.object({ answers: z.array(z.string()).min(1) }).transform(({ answers }) => answers[0] ?? ''),
  ]),
);

const readGold = (file: string): string[] =>
  existsSync(file) ? goldSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];

/** The `.txt` files of `folder` in the order of their names. @throws where the folder or a file cannot be read. */
export const readTexts = (folder: string): Text[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const read = readText(readFileSync(join(folder, file)));
      if (!read.ok) throw new Error(`${file}: ${read.code}`);
      const name = basename(file, '.txt');
      const { text } = read;
      return {
        name,
        article: { title: splitTitle(text).title, text, language: detectLanguage(text) },
        words: countWords(text),
        gold: readGold(join(folder, `${name}.gold.json`)),
      };
    });
