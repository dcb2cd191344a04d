import { expect, test } from 'vitest';
import { mergeProposals, type AcceptedProposal } from '@/lib/questions/merge-proposals';
import type { Proposal } from '@/lib/questions/proposal';
import { openProposalCheck } from '@/lib/questions/proposal-checks';
import { parser } from '../../support/english-parser';
import type { lighthouseOffline } from '../../support/lighthouse';
import { lighthouse, lighthouseReading, SAND } from '../../support/lighthouse';

const check = openProposalCheck(lighthouseReading, parser);
const accept = (proposal: Proposal, isKnown = false): AcceptedProposal => {
  const checked = check({ start: 0, end: lighthouse.text.length }, proposal);
  if ('refusal' in checked) throw new Error(checked.refusal);
  return { ...checked, isKnown };
};
const nothing = { facts: [], questions: [], leftOut: [], spare: { facts: [], questions: [] } };
const merge = (accepted: readonly AcceptedProposal[], offline: typeof lighthouseOffline = nothing) =>
  mergeProposals({ reading: lighthouseReading, offline, accepted, seed: 's' });

test('a new fact comes with its question in words and with the model’s options that pass', () => {
  const { reading, facts, questions } = merge([accept(SAND)]);
  expect([facts, questions]).toEqual([1, 2]);
  expect(reading.questions.map(({ form }) => form)).toEqual(['basic', 'choice']);
  const [basic, choice] = reading.questions;
  expect(basic?.prompt).toBe(SAND.question);
  expect(basic?.checks).toContainEqual({ name: 'needs-passage', verdict: 'passed' });
  expect(choice?.options.map(({ text }) => text).sort()).toEqual([SAND.answer, ...SAND.wrong].sort());
  expect(choice?.checks).toContainEqual({ name: 'options-wrong', verdict: 'unsure' });
  expect(reading.facts[0]).not.toHaveProperty('sentence');
});

test('what is known without the passage is not sure to need it', () => {
  expect(merge([accept(SAND, true)]).reading.questions[0]?.checks).toContainEqual({
    name: 'needs-passage',
    verdict: 'unsure',
  });
});

test.each([
  ['one in view', ['sand', 'small boats', 'fishing crews']],
  ['one that is the answer', ['the large ships', 'small boats', 'fishing crews']],
  ['one twice', ['small boats', 'Small boats', 'fishing crews']],
  ['one of another form', ['1921', 'small boats', 'fishing crews']],
  ['too short', ['it', 'us', 'me']],
])('options with %s make no choice question', (_, wrong) => {
  expect(merge([accept({ ...SAND, wrong })]).reading.questions.map(({ form }) => form)).toEqual(['basic']);
});

test('the same answer in the same place is one fact, and what stood stays', () => {
  const proposal = accept(SAND);
  const first = merge([proposal]).reading;
  expect(merge([proposal], first)).toEqual({ reading: first, facts: 0, questions: 0 });
  const spared = { ...nothing, spare: { facts: first.facts, questions: [] } };
  const taken = merge([proposal], spared);
  expect(taken.reading.spare.facts).toEqual([]);
  expect(taken.reading.facts.map(({ key }) => key)).toEqual(first.facts.map(({ key }) => key));
});

test('an answer that overlaps another is dropped', () => {
  const first = merge([accept(SAND)]).reading;
  const longer = accept({ ...SAND, answer: 'ships', question: 'What was the harbour of Corren closed to?' });
  expect(merge([longer], first)).toMatchObject({ facts: 0, questions: 0 });
});

test('a sentence that is used now is no longer listed as left out', () => {
  const { start, end } = accept(SAND).fact.span;
  const leftOut = [{ span: { start, end }, statement: '', reason: 'nothing to ask for' }];
  expect(merge([accept(SAND)], { ...nothing, leftOut }).reading.leftOut).toEqual([]);
});
