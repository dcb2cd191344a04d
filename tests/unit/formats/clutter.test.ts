import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findClutter, removeSpans, splitTitle } from '@/lib/formats/clutter';

test.each([
  ['© Harbour Office', 'credit'],
  ['Photograph: Ana Ruiz/Agency', 'credit'],
  ['harbour-ships-dawn', 'caption'],
  ['harbour.jpg', 'caption'],
  ['We use cookies to improve your visit.', 'cookie'],
  ['Sign up to our daily newsletter', 'newsletter'],
  ['Share this on Facebook', 'share'],
  ['Advertisement', 'advert'],
  ['Read more: how the harbour was built', 'link'],
  ['By Ana Ruiz', 'byline'],
])('%s', (line, kind) => {
  expect(
    findClutter(`The harbour is old.\n\n${line}\n\nShips call here.`).map((found) => found.kind),
  ).toEqual([kind]);
});

test.each([
  'Share prices fell in London on a day of heavy trade.',
  'By 1990 the harbour had closed.',
  'Source code was published by the university in that decade.',
  'The above-ground tests ended.',
  'Print was the first mass medium of Europe.',
  'Watch makers settled in the valley around 1750.',
])('prose stays: %s', (line) => {
  expect(findClutter(line)).toEqual([]);
});

test('removing what was found leaves the article', () => {
  const text = 'A harbour\n\nharbour-ships-dawn\n© Office\n\nThe harbour is old.';
  expect(
    removeSpans(
      text,
      findClutter(text).map(({ span }) => span),
    ),
  ).toBe('A harbour\n\nThe harbour is old.');
});

test('removing any stretches leaves nothing of them twice', () => {
  const span = fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(span), (text, spans) => {
      expect(removeSpans(text, spans).length).toBeLessThanOrEqual(text.length);
    }),
  );
});

test.each([
  ['A pact is signed – What is it?\n\nThe pact is old.', 'A pact is signed – What is it?'],
  ['# The harbour\n\nIt is old.', 'The harbour'],
  ['The harbour is old. Ships call.\n\nMore.', null],
  ['Only one line', null],
  ['The harbour was dug by hand between 1761 and\nwas paid for by the town.', null],
])('the title of %j', (text, title) => {
  expect(splitTitle(text).title).toBe(title);
});
