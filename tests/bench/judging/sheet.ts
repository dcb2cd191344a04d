/** A sheet of items to be judged blind, and the key that says how each was made. */
import { z } from 'zod';
import {
  checkSchema,
  type DraftFact,
  type DraftQuestion,
  factKindSchema,
  questionFormSchema,
} from '@/lib/model';
import type { ArticleReading } from '@/lib/questions/article-questions';
import { seededRandom, shuffled } from '@/lib/questions/seeded-random';
import type { Text } from './texts';

/** What a judge sees: nothing of kinds, checks, confidence or rank. */
const itemSchema = z.object({
  id: z.string(),
  article: z.string(),
  title: z.string().nullable(),
  /** The sentence before, shown greyed. */
  context: z.string().nullable(),
  prompt: z.string(),
  options: z.array(z.string()),
  answer: z.string(),
  /** The sentence that is offered as proof. */
  proof: z.string(),
});
export const sheetSchema = z.object({
  seed: z.string(),
  articles: z.record(z.string(), z.string()),
  items: z.array(itemSchema),
});
export type SheetItem = z.infer<typeof itemSchema>;
export type Sheet = z.infer<typeof sheetSchema>;

/** How an item was made. `density`: the fact is among so many best ones per 1,000 words of its text. */
const keyItemSchema = z.object({
  text: z.string(),
  form: questionFormSchema,
  kind: factKindSchema,
  start: z.int(),
  end: z.int(),
  salience: z.number(),
  confidence: z.number(),
  density: z.number(),
  checks: z.array(checkSchema),
});
export const keySchema = z.object({ seed: z.string(), items: z.record(z.string(), keyItemSchema) });
export type KeyItem = z.infer<typeof keyItemSchema>;
export type Key = z.infer<typeof keySchema>;

type Made = { readonly text: Text; readonly reading: ArticleReading };
type Drawn = { readonly made: Made; readonly fact: DraftFact; readonly question: DraftQuestion };

const densityOf = ({ text, reading }: Made, fact: DraftFact): number => {
  const better = reading.facts.filter(({ salience }) => salience >= fact.salience).length;
  return (1000 * better) / text.words;
};

/** One question of each fact, by chance, in an order of chance. */
const drawFrom = (made: Made, random: () => number): Drawn[] => {
  const byFact = new Map(made.reading.facts.map((fact) => [fact.key, fact]));
  const seen = new Set<string>();
  return shuffled(made.reading.questions, random).flatMap((question) => {
    const fact = byFact.get(question.factKey);
    if (fact === undefined || seen.has(fact.key)) return [];
    seen.add(fact.key);
    return [{ made, fact, question }];
  });
};

/**
 * Draws `n` items (fewer where there are not so many) as evenly over the texts as they give them, no fact twice, and
 * shuffles them. The same texts, readings and seed give the same sheet.
 */
export const drawSheet = (made: readonly Made[], n: number, seed: string): { sheet: Sheet; key: Key } => {
  const random = seededRandom(seed);
  const piles = shuffled(made, random).map((one) => drawFrom(one, random));
  const drawn: Drawn[] = [];
  for (let round = 0; drawn.length < n && piles.some((pile) => pile.length > round); round++)
    drawn.push(...piles.flatMap((pile) => pile.slice(round, round + 1)));
  const articles = new Map(made.map(({ text }, index) => [text.name, `article-${index + 1}`]));
  const sheet: Sheet = {
    seed,
    articles: Object.fromEntries(made.map(({ text }) => [articles.get(text.name) ?? '', text.article.text])),
    items: [],
  };
  const key: Key = { seed, items: {} };
  shuffled(drawn.slice(0, n), random).forEach(({ made: from, fact, question }, index) => {
    const id = `item-${index + 1}`;
    sheet.items.push({
      id,
      article: articles.get(from.text.name) ?? '',
      title: from.text.article.title,
      context: question.context,
      prompt: question.prompt,
      options: question.options.map(({ text }) => text),
      answer: question.answer,
      proof: fact.statement,
    });
    key.items[id] = {
      text: from.text.name,
      form: question.form,
      kind: fact.kind,
      start: fact.answerSpan.start,
      end: fact.answerSpan.end,
      salience: fact.salience,
      confidence: fact.confidence,
      density: Math.round(10 * densityOf(from, fact)) / 10,
      checks: [...question.checks],
    };
  });
  return { sheet, key };
};
