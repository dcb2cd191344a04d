/** Study sets by chance, awkward ones among them, for the properties of formats. */
import fc from 'fast-check';
import { BLANK } from '@/lib/blank';
import { sidesOf, type SetCard, type SetQuestion, type StudySet } from '@/lib/formats/study-set';
import { tidyText } from '@/lib/formats/tidy';

const MARKS = Array.from('ab é_0.\n"\'`,;:|=~#{}()[]<>&%$\\/+-*@!?ü漢😀\t→');

/** Text with all that means something somewhere, and none of what only looks like our own marks. */
const text = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...MARKS), minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  )
  .map((raw) => tidyText(raw.replace(/_{3,}|\[(image|sound):|->/gu, 'x')).replace(/\n{2,}/gu, '\n'))
  .filter((tidy) => /[\p{L}\p{N}]/u.test(tidy));

const line = text.map((raw) => raw.replace(/\s+/gu, ' ').trim());

const cloze = fc
  .record({ before: line, after: line, answer: line, hint: fc.option(fc.constantFrom('year', '2 words')) })
  .map(({ before, after, answer, hint }): SetQuestion => ({
    form: 'cloze',
    prompt: `${before} ${BLANK}${hint === null ? '' : ` [${hint}]`} ${after}`,
    context: null,
    answer,
    options: [],
  }));

const basic = fc
  .record({ prompt: text, answer: line, context: fc.option(line) })
  .map((parts): SetQuestion => ({ form: 'basic', options: [], ...parts }));

const options = (form: 'choice' | 'larger') =>
  fc
    .record({
      prompt: text,
      context: fc.constant(null),
      texts: fc.uniqueArray(line, { minLength: 2, maxLength: 4, selector: (each) => each.toLowerCase() }),
      right: fc.nat(1),
      feedback: fc.option(line),
    })
    .map(({ prompt, context, texts, right, feedback }): SetQuestion => ({
      form,
      prompt,
      context,
      answer: texts[right] ?? '',
      options: texts.map((each, index) => ({ text: each, feedback: index === right ? null : feedback })),
    }));

const trueFalse = fc
  .record({ prompt: text, answer: fc.constantFrom('True', 'False') })
  .map(({ prompt, answer }): SetQuestion => ({
    form: 'true-false',
    prompt,
    context: null,
    answer,
    options: ['True', 'False'].map((each) => ({ text: each, feedback: null })),
  }));

export const anyQuestion = fc.oneof(cloze, basic, options('choice'), trueFalse);

const instant = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2026, 0, 1) })
  .map((time) => new Date(time));

const review = fc.record({
  at: instant,
  rating: fc.constantFrom('again', 'hard', 'good', 'easy'),
  practice: fc.boolean(),
  elapsedMs: fc.option(fc.nat(60_000)),
  days: fc.option(fc.integer({ min: 1, max: 400 })),
});

const card = fc
  .record({
    id: fc.uuid(),
    questions: fc.array(anyQuestion, { minLength: 1, maxLength: 3 }),
    proof: fc.option(line),
    source: line,
    extra: fc.option(line),
    tags: fc.array(fc.constantFrom('history', 'towers', 'chapter_2', 'été'), { maxLength: 2 }),
    reviews: fc.uniqueArray(review, { maxLength: 3, selector: ({ at }) => at.getTime() }),
  })
  .map((parts): SetCard => ({
    ...parts,
    tags: [...new Set(parts.tags)],
    source: parts.proof === null ? null : parts.source,
    extra: parts.proof === null ? parts.extra : null,
    suspended: false,
    memory: null,
    reviews: [...parts.reviews].sort((a, b) => a.at.getTime() - b.at.getTime()),
  }));

export const anySet: fc.Arbitrary<StudySet> = fc.record({
  title: line,
  cards: fc.uniqueArray(card, { minLength: 1, maxLength: 5, selector: ({ id }) => id }),
  media: fc.constant([]),
});

/** What formats of flashcards keep of a set: one question a card. */
export const asFlashcards = (set: StudySet) =>
  set.cards.map((each) => ({
    ...sidesOf(each),
    proof: each.proof,
    source: each.source,
    extra: each.extra,
    tags: each.tags,
  }));
