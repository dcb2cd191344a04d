import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSentences } from '@/lib/language/sentences';

const sentencesOf = (text: string): string[] =>
  readSentences(text)
    .filter(({ kind }) => kind === 'sentence')
    .map(({ start, end }) => text.slice(start, end));

/** Each row is one paragraph, already cut. */
const PARAGRAPHS: readonly (readonly string[])[] = [
  ['The bridge opened in 1932.', 'It was painted grey.'],
  ['Mr. Adeyemi’s visit ended early.', 'Nobody said why.'],
  ['Talks with Dr. J. K. Osei began on Monday.', 'They lasted a week.'],
  ['Trade reached $65 billion in 2024-25.', 'It had been half that.'],
  ['The S-400 system was late.', 'A second one never came.'],
  ['She moved to the U.S. in 1990 and stayed.', 'He did not.'],
  ['She moved to the U.S.', 'The rest of them stayed.'],
  ['The U.S. Senate voted at 5 p.m. on Friday.', 'It adjourned at 7 p.m.'],
  ['The shop shut at 5 p.m.', 'The owners had left by then.'],
  ['Chanel No. 5 was sold in St. Gallen.', 'No. 6 was not.'],
  ['He simply said no.', 'Then he left.'],
  ['The novel by J. K. Rowling sold well.', 'So did the film.'],
  ['George W. Bush spoke first.', 'Others followed.'],
  ['Prices rose 3.5 percent.', 'Wages rose 1.2 percent.'],
  ['“We are late.', 'We know it,” the driver said.'],
  ['“Where is it?” she asked.', '“Here!” he said.'],
  ['‘It works,’ said the engineer.', 'It did.'],
  ['She called it ‘a plan.’', 'He called it a mess.'],
  ['She called it "a plan."', '"A mess," he said.'],
  ['The list goes on … and on.', 'Then it ends.'],
  ['The list goes on...', 'Then it ends.'],
  ['Is it true?', 'Yes!', 'It is.'],
  ['What?!', 'Nobody answered.'],
  ['The tower (built c. 1300) fell.', 'It was rebuilt.'],
  ['The firm (It was founded in 1900. It closed in 1950.) made clocks.', 'They were good.'],
  ['(The firm closed in 1950.)', 'Its clocks are rare.'],
  ['Acme Inc. bought Bolt Ltd. for a pound.', 'The deal closed in May.'],
  ['They sold pens, ink, etc. to schools.', 'Few paid.'],
  ['Smith et al. measured the light.', 'It was dim.'],
  ['Cats vs. dogs is an old fight.', 'Neither won.'],
  ['Some animals, e.g. Bears, sleep all winter.', 'Others do not.'],
  ['It was found on Sept. 14 in a barn.', 'Nobody had missed it.'],
  ['Lt. Col. Ana Ruiz led the team.', 'Sgt. Bo Lind followed.'],
  ['Vitamin C.', 'It is an acid.'],
  ['Washington, D.C. is hot in July.', 'It is humid too.'],
  ['He holds a Ph.D. in physics.', 'She holds two.'],
  ['Visit www.example.org for more.', 'The page is free.'],
  ['The score was 3-2.', '20,000 people watched.'],
  ['Sales hit £3.2m.', '“Not bad,” the owner said.'],
  ['Version 2.0 came in May.', 'Version 2.1 followed.'],
  ['Martin Luther King Jr. spoke for 17 minutes.', 'Thousands heard him.'],
  ['See Fig. 3 and pp. 12-15 of the report.', 'The rest is text.'],
  ['He lived at 10 Main St. until 1960.', 'The house is gone.'],
  ['Mt. Etna erupted.', 'Ash fell on Catania.'],
  ['The 19th-century mill—one of two—burned.', 'The other stands.'],
  ['Its motto is “Onward!” and it is old.', 'Few know it.'],
  ['Tolstoy (1828–1910) wrote it.', 'It is long.'],
];

test.each(PARAGRAPHS.map((row) => [row.join(' '), row]))('%s', (text, expected) => {
  expect(sentencesOf(text)).toEqual(expected);
});

test('there are at least forty hard cases', () => {
  expect(PARAGRAPHS.length).toBeGreaterThanOrEqual(40);
});

test('headings, captions and credits are no sentences', () => {
  const text =
    'A pact is signed – What is it?\n\nharbour-ships-dawn\n© Harbour Office\n\nThe pact was signed in May.\n\nWhat follows\n\nShips may refuel.';
  expect(readSentences(text).map(({ kind }) => kind)).toEqual([
    'heading',
    'heading',
    'heading',
    'sentence',
    'heading',
    'sentence',
  ]);
});

test('lines that an editor wrapped are one paragraph', () => {
  const text =
    'The canal was dug by hand between 1761 and 1765 and\ncarried coal to the mills of the town. It is still in\nuse today.';
  expect(readSentences(text)).toHaveLength(2);
});

test('Markdown marks belong to no sentence', () => {
  const text = '# The canal\n\n- It was dug by hand.\n- It carried coal.\n\n| year | tons |\n|---|---|';
  expect(readSentences(text).map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([
    ['heading', 'The canal'],
    ['sentence', 'It was dug by hand.'],
    ['sentence', 'It carried coal.'],
    ['fragment', '| year | tons |'],
    ['fragment', '|---|---|'],
  ]);
});

test('prose that breaks off is a fragment', () => {
  const text =
    'The council met on Monday to talk about the bridge, which had been closed since the flood of the year before and';
  expect(readSentences(text).map(({ kind }) => kind)).toEqual(['fragment']);
});

test('sentences of any text are in order, apart, trimmed and lose no word', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'Mr. ',
      'U.S. ',
      'The end. ',
      '“Why?” ',
      '(a. B. ',
      ')',
      '\n\n',
      '\n',
      '… ',
      '1. ',
      '[3] ',
      '# ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { start, end } of readSentences(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        expect(text.slice(last, start)).not.toMatch(/\p{L}/u);
        last = end;
      }
      expect(text.slice(last)).not.toMatch(/\p{L}/u);
    }),
  );
});

test('the numbers of notes stand outside the sentence', () => {
  expect(sentencesOf('The law passed.[12] It was repealed in 1850.[13][14]')).toEqual([
    'The law passed.',
    'It was repealed in 1850.',
  ]);
});

test('page numbers after a stop belong to no sentence', () => {
  const text = 'The mill was built with loans.:12,34–5 It burned down in 1890.:7';
  expect(sentencesOf(text)).toEqual(['The mill was built with loans.', 'It burned down in 1890.']);
});
