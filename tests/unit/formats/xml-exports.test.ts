/** Exported XML against the rules of its format, whatever stands in the questions; and the rules against what breaks them. */
import fc from 'fast-check';
import { unzipSync, strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import type { SetQuestion, StudySet } from '@/lib/formats/study-set';
import { writeMoodleXml } from '@/lib/formats/write-moodle-xml';
import { writeQti } from '@/lib/formats/write-qti';
import type { QuestionForm } from '@/lib/model';
import { joinPairs, joinParts } from '@/lib/key-parts';
import { moodleBreaches } from '../../support/moodle-rules';
import { qtiBreaches } from '../../support/qti-rules';
import { anySet } from '../../support/study-sets';

const qtiFiles = (set: StudySet): Map<string, string> =>
  new Map(Object.entries(unzipSync(writeQti(set).bytes)).map(([name, bytes]) => [name, strFromU8(bytes)]));
const moodle = (set: StudySet): string => new TextDecoder().decode(writeMoodleXml(set).bytes);

const question = (form: QuestionForm, answer: string, options: readonly string[]) => ({
  form,
  prompt: 'When was “A & B” <opened>?',
  context: null,
  answer,
  options: options.map((text) => ({ text, feedback: text === answer ? null : 'No.' })),
});
const SET: StudySet = {
  title: 'Towers/Bridges',
  media: [],
  cards: [
    {
      id: 'card',
      questions: [
        question('choice', '1901', ['1901', '1902', '1903']),
        question('true-false', 'True', ['True', 'False']),
        question('basic', 'in 1901 *', []),
        question('several', joinParts(['1901', '1903']), ['1901', '1902', '1903']),
        question('number', '1.5 ± 0.2 km', []),
        question('order', joinParts(['1901', '1902', '1903']), ['1902', '1901', '1903']),
        question(
          'match',
          joinPairs([
            { left: 'one', right: '1901' },
            { left: 'two', right: '1902' },
          ]),
          ['1903', '1902', '1901'],
        ),
      ],
      proof: 'It was opened in 1901.',
      source: 'Towers',
      extra: null,
      tags: ['towers'],
      suspended: false,
      memory: null,
      reviews: [],
    },
  ],
};

/** A question of each kind that has parts, or is a number, with whatever words. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => text.replace(/\s+/gu, ' ').trim())
  .filter((text) => /[\p{L}\p{N}]/u.test(text));
const inParts = fc
  .record({
    form: fc.constantFrom<QuestionForm>('several', 'order', 'match', 'number'),
    texts: fc.uniqueArray(words, { minLength: 3, maxLength: 6, selector: (each) => each.toLowerCase() }),
    value: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    off: fc.integer({ min: 0, max: 50 }),
  })
  .map(({ form, texts, value, off }): SetQuestion => {
    const answers: Partial<Record<QuestionForm, string>> = {
      several: joinParts(texts.slice(0, 2)),
      order: joinParts(texts),
      match: joinPairs(texts.slice(1).map((text, index) => ({ left: `No. ${index}`, right: text }))),
      number: `${value.toFixed(3)} ± ${off} km`,
    };
    return question(form, answers[form] ?? '', form === 'number' ? [] : texts);
  });
const anyKind = fc.tuple(anySet, fc.array(inParts, { maxLength: 3 })).map(([set, more]): StudySet => {
  const [card] = SET.cards;
  return more.length === 0 || card === undefined
    ? set
    : { ...set, cards: [...set.cards, { ...card, id: 'in parts', questions: more }] };
});

test('every QTI package keeps the rules of QTI 2.1', () => {
  expect(qtiBreaches(qtiFiles(SET))).toEqual([]);
  fc.assert(
    fc.property(anyKind, (set) => {
      expect(qtiBreaches(qtiFiles(set))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('every file for Moodle keeps the rules of Moodle’s XML', () => {
  expect(moodleBreaches(moodle(SET))).toEqual([]);
  fc.assert(
    fc.property(anyKind, (set) => {
      expect(moodleBreaches(moodle(set))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

/** One change each, that must not pass: what is looked for, and what is put in its place. */
const QTI_BROKEN: readonly (readonly [file: string, from: string | RegExp, to: string])[] = [
  ['items/item1.xml', ' adaptive="false"', ''],
  ['items/item1.xml', 'adaptive="false"', 'adaptive="no"'],
  ['items/item1.xml', 'imsqti_v2p1"', 'imsqti_v2p0"'],
  ['items/item1.xml', '<value>o1</value>', '<value>o9</value>'],
  ['items/item1.xml', '<value>o1</value>', ''],
  ['items/item1.xml', 'identifier="o2"', 'identifier="o1"'],
  ['items/item1.xml', 'identifier="o2"', 'identifier="2"'],
  ['items/item1.xml', 'maxChoices="1"', 'maxChoices="one"'],
  ['items/item1.xml', '<choiceInteraction', 'Text <choiceInteraction'],
  ['items/item1.xml', 'outcomeIdentifier="CHOSEN"', 'outcomeIdentifier="SCORE"'],
  [
    'items/item1.xml',
    /(<itemBody>[\s\S]*<\/itemBody>)\n(<responseProcessing>[\s\S]*<\/responseProcessing>)/u,
    '$2\n$1',
  ],
  ['items/item1.xml', '<correct identifier="RESPONSE"/>', ''],
  ['items/item1.xml', '<baseValue baseType="float">1', '<baseValue baseType="integer">1'],
  ['items/item1.xml', /<modalFeedback (.*)<\/modalFeedback>/u, '<feedback $1</feedback>'],
  ['items/item3.xml', 'baseType="string"', 'baseType="identifier"'],
  ['items/item3.xml', /mapKey="[^"]*"/u, ''],
  ['items/item4.xml', '<value>o3</value>', '<value>o4</value>'],
  [
    'items/item4.xml',
    'cardinality="multiple" baseType="identifier"><correct',
    'cardinality="single" baseType="identifier"><correct',
  ],
  ['items/item4.xml', /<mapping.*<\/mapping>/u, ''],
  ['items/item5.xml', 'toleranceMode="absolute"', 'toleranceMode="about"'],
  ['items/item5.xml', '<value>1.5</value>', '<value>1,5</value>'],
  ['items/item6.xml', 'cardinality="ordered"', 'cardinality="multiple"'],
  ['items/item7.xml', 'directedPair', 'pair'],
  ['items/item7.xml', 'matchMax="1"', ''],
  ['items/item7.xml', /<value>l1 r\d<\/value>/u, '<value>r1 l1</value>'],
  ['test.xml', 'navigationMode="nonlinear"', 'navigationMode="free"'],
  ['test.xml', 'visible="true"', ''],
  ['test.xml', 'href="items/item2.xml"', 'href="items/item9.xml"'],
  ['test.xml', 'identifier="section"', 'identifier="part"'],
  ['imsmanifest.xml', '<organizations/>', ''],
  ['imsmanifest.xml', '<file href="test.xml"/>', ''],
  ['imsmanifest.xml', 'identifierref="item2"', 'identifierref="item9"'],
  ['imsmanifest.xml', 'imsqti_test_xmlv2p1', 'imsqti_test'],
];

test.each(QTI_BROKEN)('the rules of QTI do not pass %s with “%s” as “%s”', (file, from, to) => {
  const files = qtiFiles(SET);
  const xml = files.get(file) ?? '';
  const broken = xml.replace(from, to);
  expect(broken).not.toBe(xml);
  expect(qtiBreaches(files.set(file, broken))).not.toEqual([]);
});

const MOODLE_BROKEN: readonly (readonly [from: string | RegExp, to: string])[] = [
  ['<?xml', '\n<?xml'],
  ['type="multichoice"', 'type="choice"'],
  ['fraction="100"', 'fraction="99"'],
  ['fraction="100"', 'fraction="0"'],
  ['fraction="0"', 'fraction="100"'],
  ['<single>true</single>', ''],
  ['<answernumbering>abc<', '<answernumbering>a)<'],
  ['<text>true</text>', '<text>yes</text>'],
  [/<name><text>.*<\/text><\/name>/u, '<name><text></text></name>'],
  [/<name>.*<\/name>\n/u, ''],
  ['<questiontext format="html">', '<questiontext>'],
  ['<idnumber>card-2<', '<idnumber>card-1<'],
  ['<penalty>0.3333333', '<penalty>33'],
  ['<usecase>0', '<usecase>no'],
  ['<tags>', '<tags><text>x</text>'],
  ['fraction="50"', 'fraction="51"'],
  ['fraction="2.0000000"', 'fraction="1.0000000"'],
  ['<tolerance>0.2', '<tolerance>some'],
  ['<unit_name>km<', '<unit_name><'],
  [/<answer><text>1902<\/text><\/answer>/u, '<answer><text></text></answer>'],
  ['VERTICAL', 'DOWN'],
  ['<hidden>0</hidden>', '<visible>1</visible>'],
];

test.each(MOODLE_BROKEN)('the rules of Moodle’s XML do not pass “%s” as “%s”', (from, to) => {
  const xml = moodle(SET);
  const broken = xml.replace(from, to);
  expect(broken).not.toBe(xml);
  expect(moodleBreaches(broken)).not.toEqual([]);
});
