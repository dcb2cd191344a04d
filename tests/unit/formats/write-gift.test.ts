import fc from 'fast-check';
import { parse, type GIFTQuestion } from 'gift-pegjs';
import { expect, test } from 'vitest';
import { quizItems, type QuizItem } from '@/lib/formats/quiz-items';
import { plainCard, recallQuestion } from '@/lib/formats/study-set';
import { writeGift } from '@/lib/formats/write-gift';
import { anySet } from '../../support/study-sets';

const read = (set: Parameters<typeof writeGift>[0]): GIFTQuestion[] =>
  parse(new TextDecoder().decode(writeGift(set).bytes));

/** The words of a question as the other reader gives them, whose spaces at line ends are not ours to judge. */
const flat = (text: string | undefined): string | undefined => text?.replace(/\s+/gu, ' ').trim();

const expectSame = (item: QuizItem, question: GIFTQuestion | undefined): void => {
  if (question?.type === 'TF') {
    expect(question.isTrue).toBe(item.answer === 'True');
  } else if (question?.type === 'MC' || question?.type === 'Short') {
    const right = question.choices.filter(({ isCorrect, weight }) => isCorrect && weight !== 0);
    expect(right.map(({ text }) => flat(text.text))).toEqual([flat(item.answer)]);
    if (question.type === 'MC') {
      const options = question.choices.map(({ text, feedback }) => [flat(text.text), flat(feedback?.text)]);
      expect(options).toEqual(
        item.options.map(({ text, feedback }) => [
          flat(text),
          feedback === null ? undefined : flat(feedback),
        ]),
      );
    }
  } else expect.unreachable(`read as ${question?.type ?? 'nothing'}`);
  expect(flat(question.stem.text)).toBe(flat(item.prompt));
  expect(flat(question.globalFeedback?.text)).toBe(item.proof === null ? undefined : flat(item.proof));
};

test('another reader of GIFT finds every question, option, word on an option and proof', () => {
  fc.assert(
    fc.property(anySet, (set) => {
      const questions = read(set);
      const items = quizItems(set);
      expect(questions).toHaveLength(items.length);
      items.forEach((item, index) => {
        expectSame(item, questions[index]);
      });
    }),
    { numRuns: 150 },
  );
});

test('an answer that GIFT would mistake for a pair is left out and said to be', () => {
  const set = {
    title: 'T',
    media: [],
    cards: [plainCard('1', recallQuestion('basic', 'Which way?', 'a -> b'))],
  };
  const { bytes, leftOut } = writeGift(set);
  expect(new TextDecoder().decode(bytes).trim()).toBe('');
  expect(leftOut).toEqual([{ where: 'Which way?', words: expect.stringContaining('arrow') as string }]);
});
