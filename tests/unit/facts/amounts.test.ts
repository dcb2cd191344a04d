import { expect, test } from 'vitest';
import { findAmounts } from '@/lib/facts/amounts';
import type { Candidate } from '@/lib/facts/candidate';
import { findComparisons } from '@/lib/facts/comparisons';
import { findDatedEvents } from '@/lib/facts/dated-events';
import { finish, readArticleInSteps, type ReadSentence, type Reading } from '@/lib/facts/reading';
import { parser } from '../../support/english-parser';

type Finder = (reading: Reading, sentence: ReadSentence) => Candidate[];

const find = (finder: Finder, text: string, title: string | null = null): Candidate[] => {
  const reading = finish(readArticleInSteps({ title, text, language: 'en' }, parser));
  return reading.sentences.flatMap((sentence) => finder(reading, sentence));
};
const asked = (finder: Finder, text: string, title: string | null = null): string[] =>
  find(finder, text, title)
    .filter(({ refusal }) => refusal === null)
    .map(({ start, end, place }) => `${text.slice(start, end)} | ${place?.clause.text ?? 'gap'}`);
const refused = (finder: Finder, text: string): string =>
  find(finder, text)
    .map(({ refusal }) => refusal ?? 'asked')
    .join('; ');

test.each([
  ['The ministry bought 340 buses for the city of Bergen.', ['340 | bought']],
  ['The World Bank paid more than $12 billion for the two dams.', ['$12 billion | paid']],
  ['Between 40 and 50 whales swim into the bay of Husavik each summer.', ['Between 40 and 50 | gap']],
  ['Elections to the Norwegian parliament are held every four years.', ['four years | gap']],
  ['The crater was formed about 35 million years ago.', ['35 million years ago | gap']],
  [
    'The Bergen Academy was built on a 358-acre (145 ha) campus opposite the town of Sund.',
    ['358-acre | gap'],
  ],
  ['The tower of Sund is 330 metres (1,083 ft) tall.', ['330 metres | gap']],
])('amounts that are asked: %s', (text, answers) => {
  expect(asked(findAmounts, text)).toEqual(answers);
});

test.each([
  ['A man was stopped at the border with 94 bottles of wine.', 'without a name'],
  ['The Danish team found 12 more graves near the church.', 'not in view'],
  ['The price rose from $3 to $5 in a single year.', 'one end of a range'],
  ['The Bergen Academy sold shares for $230 million (out of $400 million).', 'another number'],
  ['The fish of Sund grow from about 2 metres (7 ft) to 4 metres (13 ft) in a year.', 'one end of a range'],
  ['The Bergen Canal is 1 mile (1.6 km) long.', 'too little'],
  ['The ferry did not carry 300 passengers to Bergen.', 'not so'],
  ['The museum has three halls: the red hall, the blue hall and the tower.', 'gives it away'],
  ['Anna Berg has lived in the town of Bergen for 14 years.', 'on which this was written'],
])('amounts that are refused: %s', (text, reason) => {
  expect(refused(findAmounts, text)).toContain(reason);
});

test.each([
  ['The bridge was opened on 3 June 1911 by the king.', ['3 June 1911 | opened']],
  ['In 1911 Henrik Berg built a second bridge over the river.', ['1911 | gap']],
  ['The mill worked from 1870 to 1939 on the east bank.', ['from 1870 to 1939 | worked']],
  ['The harbour has been closed to ships since 1974.', ['1974 | gap']],
])('dates that are asked: %s', (text, answers) => {
  expect(asked(findDatedEvents, text)).toEqual(answers);
});

test.each([
  ['The bridge was opened on 3 June by the king.', 'has no year'],
  ['The Education Act of 1870 was the first of its kind.', 'belongs to a name'],
  ['The king did not visit the town in 1911.', 'did not happen'],
])('dates that are refused: %s', (text, reason) => {
  expect(refused(findDatedEvents, text)).toContain(reason);
});

test('a day leans on the year that the title names', () => {
  const [date] = find(findDatedEvents, 'The bridge was opened on 3 June by the king.', 'The floods of 1911');
  expect([date?.refusal, date?.leans]).toEqual([
    null,
    [{ kind: 'year', text: '3 June', span: { start: 25, end: 31 }, resolvedBy: 'title', antecedent: '1911' }],
  ]);
});

test.each([
  ['Nairobi is the largest city in Kenya.', ['Nairobi | city']],
  ['The largest city in Kenya is Nairobi.', ['Nairobi | Nairobi']],
  ['Iceland was the first country to recognise the new republic.', ['Iceland | country']],
  ['Nairobi is one of the largest cities in Africa.', []],
  ['Nairobi is not the oldest city in Kenya.', []],
  ['Nairobi is the best city in Kenya.', []],
])('what stands above all others: %s', (text, answers) => {
  expect(asked(findComparisons, text)).toEqual(answers);
});
