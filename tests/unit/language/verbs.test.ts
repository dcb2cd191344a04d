import { expect, test } from 'vitest';
import { baseOf, thirdPersonOf } from '@/lib/language/verbs';

/** Past and base form. */
const PAST =
  `created create|treated treat|moved move|walked walk|agreed agree|founded found|found find|called call
controlled control|planned plan|added add|used use|based base|discussed discuss|focused focus|changed change
belonged belong|managed manage|visited visit|united unite|elected elect|completed complete|noted note|decided decide
avoided avoid|recorded record|settled settle|compiled compile|failed fail|measured measure|required require
repaired repair|declared declare|appeared appear|offered offer|explored explore|defined define|contained contain
opened open|postponed postpone|named name|claimed claim|performed perform|shaped shape|developed develop|stopped stop
evoked evoke|looked look|described describe|argued argue|caused cause|carried carry|played play|died die|reached reach
located locate|occurred occur|permitted permit|solved solve|replaced replace|closed close|rose rise|wrote write|led lead
left leave|built build|panicked panic|merged merge|enabled enable|prepared prepare|inspired inspire|examined examine
joined join|collapsed collapse|seized seize|passed pass|raised raise|studied study|enjoyed enjoy|cut cut|set set`
    .split(/[|\n]/u)
    .map((pair) => pair.trim().split(' ') as [string, string]);

test.each(PAST)('%s is the past of %s', (past, base) => {
  expect(baseOf(past, 'VBD')).toBe(base);
});

test.each([
  ['flows', 'flow'],
  ['carries', 'carry'],
  ['has', 'have'],
  ['is', 'be'],
  ['reaches', 'reach'],
  ['goes', 'go'],
  ['uses', 'use'],
  ['lies', 'lie'],
])('%s is the third person of %s', (third, base) => {
  expect(baseOf(third, 'VBZ')).toBe(base);
  expect(thirdPersonOf(base)).toBe(third);
});

test('the tag decides where a form may be two things', () => {
  expect(baseOf('found', 'VB')).toBe('found');
  expect(baseOf('lay', 'VBD')).toBe('lie');
  expect(baseOf('lay', 'VBP')).toBe('lay');
});
