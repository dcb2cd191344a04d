import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAttributions } from '@/lib/facts/attributions';
import type { Candidate } from '@/lib/facts/candidate';
import { findParticipants } from '@/lib/facts/participants';
import { findWhere } from '@/lib/facts/places-of-events';
import { finish, readArticleInSteps, type ReadSentence, type Reading } from '@/lib/facts/reading';
import { parser } from '../../support/english-parser';

type Find = (reading: Reading, sentence: ReadSentence) => Candidate[];
type Found = Candidate & { readonly answer: string };

const findIn = (find: Find, text: string): Found[] => {
  const reading = finish(readArticleInSteps({ title: null, text, language: 'en' }, parser));
  return reading.sentences.flatMap((sentence) =>
    find(reading, sentence).map((candidate) => ({
      ...candidate,
      answer: text.slice(candidate.start, candidate.end),
    })),
  );
};
const asked = (find: Find, text: string): string[] =>
  findIn(find, text)
    .filter(({ refusal }) => refusal === null)
    .map(({ answer }) => answer);
const roles = (text: string): [string, string | undefined][] =>
  findIn(findParticipants, text)
    .filter(({ refusal }) => refusal === null)
    .map(({ answer, place }) => [answer, place?.role]);

test.each([
  ['Maria Ferro founded the Genoa Chess Club in 1911.', ['Maria Ferro', 'subject']],
  ['The Genoa Chess Club was founded by Maria Ferro in 1911.', ['Maria Ferro', 'agent']],
  ['The capital of Kenya is Nairobi.', ['Nairobi', 'predicate']],
  ['In 1650, Oda was elected queen of the Frisians.', ['queen of the Frisians', 'predicate']],
  ['In 1955 the town of Ostrava was named after Karel Novak.', ['Karel Novak', 'part']],
  ['The Genoa Chess Club supported the temperance movement.', ['the temperance movement', 'object']],
  ['The valley was formed by volcanic eruptions.', ['volcanic eruptions', 'agent']],
])('asks of: %s', (text, part) => {
  expect(roles(text)).toContainEqual(part);
});

test.each([
  ['The students visited a museum.', 'a museum'],
  ['The company sold houses in the town.', 'The company'],
  ['Activists built a hut in the garden of the palace.', 'Activists'],
  ['Some farmers planted maize in 1911.', 'Some farmers'],
  ['No country ratified the Treaty of Basel in 1911.', 'No country'],
  ['There was a meeting of the Genoa Chess Club in 1911.', 'a meeting'],
  ['Maria Ferro did not found the Genoa Chess Club in 1911.', 'Maria Ferro'],
  ['Maria Ferro smiled at the members of the Genoa Chess Club in 1911.', 'Maria Ferro'],
  ['Neither Ferro nor Berg won the Genoa Prize in 1911.', 'Ferro nor Berg'],
  ['The oldest member founded the Genoa Chess Club in 1911.', 'The oldest member'],
  ['In 1911 the majority of the members left the Genoa Chess Club.', 'the majority of the members'],
  ['Nadia, 34, founded the Genoa Chess Club in 1911.', 'Nadia'],
  ['Her brother founded the Genoa Chess Club in 1911.', 'Her brother'],
])('does not ask of “%s”: %s', (text, answer) => {
  expect(asked(findParticipants, text)).not.toContain(answer);
});

test('the plural of a kind is asked in the present, not in the past', () => {
  const past = findIn(findParticipants, 'Green plants stored starch in the house in 1911.');
  expect(past.find(({ answer }) => answer === 'Green plants')?.refusal).toBe(
    'tells of some that did it, not of which',
  );
  const present = findIn(findParticipants, 'Green plants store starch in the house in all years.');
  expect(present.find(({ answer }) => answer === 'Green plants')?.refusal).not.toBe(
    'tells of some that did it, not of which',
  );
});

test('a person behind a role is the name alone, and what hangs on behind stays in view', () => {
  const answers = asked(
    findParticipants,
    'The Genoa Chess Club was founded by President Maria Ferro, who was born in Milan, in 1911.',
  );
  expect(answers).toContain('Maria Ferro');
});

test('an answer does not end inside a name or between two of a list', () => {
  const answers = findIn(
    findParticipants,
    'In 1911 Maria Ferro founded the Institute for Polar Research, a club, a school and a shop.',
  ).map(({ answer }) => answer);
  expect(answers).not.toContain('the Institute');
  expect(answers).not.toContain('a club');
});

test.each([
  ['Maria Ferro was born in Portugal in 1911.', 'Portugal'],
  ['The bones of the whale were found in the northern desert in 1911.', 'the northern desert'],
  ['In 1911 the temple of Oda was built near Millingen Hof.', 'Millingen Hof'],
  ['In 1911 Maria Ferro died on the Graz University campus.', 'the Graz University campus'],
  ['In 1911 Maria Ferro moved from Milan to Brazil.', 'Brazil'],
])('asks where in: %s', (text, place) => {
  const found = findIn(findWhere, text).find(({ answer }) => answer === place);
  expect(found).toMatchObject({ refusal: null, kind: 'where', answerType: 'place' });
});

test.each([
  ['The ministers of Portugal met Maria Ferro in 1911.', 'Portugal'],
  ['Maria Ferro worked in a factory for the Genoa Chess Club in 1911.', 'a factory'],
  ['Maria Ferro was born in Portugal or in Spain in 1911.', 'Portugal'],
  ['Maria Ferro was in a good mood in 1911.', 'a good mood'],
])('does not ask where in “%s”: %s', (text, place) => {
  expect(asked(findWhere, text)).not.toContain(place);
});

test('asks who found it, where the claim is worth it and the speaker is named', () => {
  const text = 'The University of Graz found that 60% of the swifts in Austria had died since 1990.';
  expect(asked(findAttributions, text)).toEqual(['The University of Graz']);
  expect(
    asked(findAttributions, 'Maria Ferro said that she liked the old houses of the town in spring.'),
  ).toEqual([]);
  expect(
    asked(findAttributions, 'Researchers found that 60% of the swifts in Austria had died since 1990.'),
  ).toEqual([]);
});

const words =
  'the a of in by and Maria Ferro Portugal founded was is said that not 1911 , . “ ” ( club capital who which'.split(
    ' ',
  );

test('every candidate is a stretch of its sentence with shares between 0 and 1', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 5, maxLength: 25 }), (list) => {
      const text = `The ${list.join(' ')}.`;
      const reading = finish(readArticleInSteps({ title: null, text, language: 'en' }, parser));
      for (const sentence of reading.sentences)
        for (const find of [findParticipants, findWhere, findAttributions])
          for (const { start, end, confidence, weight } of find(reading, sentence)) {
            expect(sentence.start <= start && start < end && end <= sentence.end).toBe(true);
            expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
            expect(confidence >= 0 && confidence <= 1).toBe(true);
            expect(weight >= 0 && weight <= 1).toBe(true);
          }
    }),
  );
});
