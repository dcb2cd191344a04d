import { expect, test } from 'vitest';
import { promptParts } from '@/lib/questions/prompt-parts';

test('a gap takes its hint, and what stands around it stays as it is', () => {
  expect(promptParts('It opened in _____ [year], not [sic] later.')).toEqual([
    { kind: 'text', text: 'It opened in ' },
    { kind: 'blank', hint: 'year' },
    { kind: 'text', text: ', not [sic] later.' },
  ]);
  expect(promptParts('_____ opened it.')).toEqual([
    { kind: 'blank', hint: null },
    { kind: 'text', text: ' opened it.' },
  ]);
});

test('a prompt without a gap is one text', () => {
  expect(promptParts('When did it open?')).toEqual([{ kind: 'text', text: 'When did it open?' }]);
  expect(promptParts('')).toEqual([]);
});
