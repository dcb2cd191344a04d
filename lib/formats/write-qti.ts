/** Questions as an IMS QTI 2.1 package: one item a file, its proof as modal feedback, and a test that holds them all. */
import { strToU8, zipSync } from 'fflate';
import { pairsOf, partsOf } from '@/lib/key-parts';
import { readNumberKey } from '@/lib/quiz/number-answer';
import { rounded } from './moodle-share';
import { quizItems, type QuizItem } from './quiz-items';
import type { StudySet, Written } from './study-set';
import { xmlText } from './write-moodle-xml';
import { oneLine } from './tidy';

const QTI = 'http://www.imsglobal.org/xsd/imsqti_v2p1';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const SCHEMA = `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${QTI} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"`;
/** Files in a zip carry a time; always the same one, so that the same set gives the same bytes. */
const LONG_AGO = new Date(1980, 0, 2);

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${xmlText(line)}</p>`)
    .join('');

const optionsOf = ({ kind, options }: QuizItem): readonly { text: string; feedback: string | null }[] =>
  kind === 'true-false' && options.length === 0
    ? ['True', 'False'].map((text) => ({ text, feedback: null }))
    : options;

const NO_POINT =
  '<responseElse><setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue></responseElse>';
const ONE_POINT =
  '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>';
const whole = (condition: string): string =>
  `<responseCondition><responseIf>${condition}${ONE_POINT}</responseIf>${NO_POINT}</responseCondition>`;

const EXACT = whole('<match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>');
const BY_PARTS = '<setOutcomeValue identifier="SCORE"><mapResponse identifier="RESPONSE"/></setOutcomeValue>';
const CHOSEN = '<setOutcomeValue identifier="CHOSEN"><variable identifier="RESPONSE"/></setOutcomeValue>';

const scoring = ({ kind, answer }: QuizItem): string[] => {
  switch (kind) {
    case 'choice':
    case 'true-false':
      return [EXACT, CHOSEN];
    case 'several':
      return [BY_PARTS, CHOSEN];
    case 'number': {
      const off = rounded(readNumberKey(answer)?.tolerance ?? 0);
      return [
        whole(
          `<equal toleranceMode="absolute" tolerance="${off} ${off}"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal>`,
        ),
      ];
    }
    case 'order':
      return [EXACT];
    case 'match':
    case 'typed':
      return [BY_PARTS];
  }
};

/** How an answer is marked, and what is said of it: the proof always, a word on the option that was chosen. */
const responseProcessing = (item: QuizItem): string =>
  [
    '<responseProcessing>',
    ...scoring(item),
    ...(item.proof === null
      ? []
      : [
          '<setOutcomeValue identifier="PROOF"><baseValue baseType="identifier">shown</baseValue></setOutcomeValue>',
        ]),
    '</responseProcessing>',
  ].join('\n');

const correct = (values: readonly string[]): string =>
  `<correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse>`;

/** Each of `right` has its share of the point, each of `wrong` takes as much away, never below nothing. */
const mapping = (right: readonly string[], wrong: readonly string[]): string => {
  const share = Number((1 / Math.max(1, right.length)).toFixed(5));
  const entry = (key: string, value: number) => `<mapEntry mapKey="${key}" mappedValue="${value}"/>`;
  return `<mapping lowerBound="0" upperBound="1" defaultValue="0">${right.map((key) => entry(key, share)).join('')}${wrong.map((key) => entry(key, -share)).join('')}</mapping>`;
};

const declared = (cardinality: string, baseType: string, inside: string): string =>
  `<responseDeclaration identifier="RESPONSE" cardinality="${cardinality}" baseType="${baseType}">${inside}</responseDeclaration>`;

const choiceItem = (item: QuizItem): string => {
  const options = optionsOf(item);
  const takesSeveral = item.kind === 'several';
  const keys = takesSeveral ? partsOf(item.answer) : [item.answer];
  const named = options.map(({ text }, index) => ({ id: `o${index + 1}`, isKey: keys.includes(text) }));
  const right = named.filter(({ isKey }) => isKey).map(({ id }) => id);
  const wrong = named.filter(({ isKey }) => !isKey).map(({ id }) => id);
  return [
    takesSeveral
      ? declared('multiple', 'identifier', `${correct(right)}${mapping(right, wrong)}`)
      : declared('single', 'identifier', correct(right.slice(0, 1))),
    ...outcomes(item),
    '<itemBody>',
    paragraphs(item.prompt),
    `<choiceInteraction responseIdentifier="RESPONSE" shuffle="${item.kind !== 'true-false'}" maxChoices="${takesSeveral ? 0 : 1}">`,
    ...options.map(({ text, feedback }, index) => {
      const said =
        feedback === null
          ? ''
          : `<feedbackInline outcomeIdentifier="CHOSEN" identifier="o${index + 1}" showHide="show">${xmlText(oneLine(` ${feedback}`))}</feedbackInline>`;
      return `<simpleChoice identifier="o${index + 1}">${xmlText(oneLine(text))}${said}</simpleChoice>`;
    }),
    '</choiceInteraction>',
    '</itemBody>',
  ].join('\n');
};

/** The number alone: the question says in which unit it is asked. */
const numberItem = (item: QuizItem): string => {
  const key = readNumberKey(item.answer);
  const unit = key?.unitWords == null ? '' : ` ${xmlText(key.unitWords)}`;
  return [
    declared('single', 'float', correct([String(key?.value ?? 0)])),
    ...outcomes(item),
    '<itemBody>',
    paragraphs(item.prompt),
    `<p><textEntryInteraction responseIdentifier="RESPONSE" expectedLength="12"/>${unit}</p>`,
    '</itemBody>',
  ].join('\n');
};

const orderItem = (item: QuizItem): string => {
  const nameOf = new Map(item.options.map(({ text }, index) => [text, `o${index + 1}`]));
  return [
    declared(
      'ordered',
      'identifier',
      correct(partsOf(item.answer).flatMap((text) => nameOf.get(text) ?? [])),
    ),
    ...outcomes(item),
    '<itemBody>',
    paragraphs(item.prompt),
    '<orderInteraction responseIdentifier="RESPONSE" shuffle="true">',
    ...item.options.map(
      ({ text }, index) =>
        `<simpleChoice identifier="o${index + 1}">${xmlText(oneLine(text))}</simpleChoice>`,
    ),
    '</orderInteraction>',
    '</itemBody>',
  ].join('\n');
};

const matchItem = (item: QuizItem): string => {
  const pairs = pairsOf(item.answer);
  const rightOf = new Map(item.options.map(({ text }, index) => [text, `r${index + 1}`]));
  const keys = pairs.map(({ right }, index) => `l${index + 1} ${rightOf.get(right) ?? ''}`);
  const choice = (id: string, text: string, most: number) =>
    `<simpleAssociableChoice identifier="${id}" matchMax="${most}">${xmlText(oneLine(text))}</simpleAssociableChoice>`;
  return [
    declared('multiple', 'directedPair', `${correct(keys)}${mapping(keys, [])}`),
    ...outcomes(item),
    '<itemBody>',
    paragraphs(item.prompt),
    `<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="${pairs.length}">`,
    `<simpleMatchSet>${pairs.map(({ left }, index) => choice(`l${index + 1}`, left, 1)).join('')}</simpleMatchSet>`,
    `<simpleMatchSet>${item.options.map(({ text }, index) => choice(`r${index + 1}`, text, pairs.length)).join('')}</simpleMatchSet>`,
    '</matchInteraction>',
    '</itemBody>',
  ].join('\n');
};

const typedItem = (item: QuizItem): string =>
  [
    `<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string"><correctResponse><value>${xmlText(item.answer)}</value></correctResponse><mapping defaultValue="0"><mapEntry mapKey="${xmlText(item.answer)}" mappedValue="1" caseSensitive="false"/></mapping></responseDeclaration>`,
    ...outcomes(item),
    '<itemBody>',
    paragraphs(item.prompt),
    `<p><textEntryInteraction responseIdentifier="RESPONSE" expectedLength="${Math.min(100, Math.max(5, item.answer.length))}"/></p>`,
    '</itemBody>',
  ].join('\n');

const outcomes = ({ kind, proof }: QuizItem): string[] => [
  '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>',
  ...(kind === 'choice' || kind === 'true-false' || kind === 'several'
    ? [
        `<outcomeDeclaration identifier="CHOSEN" cardinality="${kind === 'several' ? 'multiple' : 'single'}" baseType="identifier"/>`,
      ]
    : []),
  ...(proof === null
    ? []
    : ['<outcomeDeclaration identifier="PROOF" cardinality="single" baseType="identifier"/>']),
];

const ITEMS: Readonly<Record<QuizItem['kind'], (item: QuizItem) => string>> = {
  choice: choiceItem,
  several: choiceItem,
  'true-false': choiceItem,
  typed: typedItem,
  number: numberItem,
  order: orderItem,
  match: matchItem,
};

const titleOf = (prompt: string): string => oneLine(prompt).slice(0, 120) || 'Question';

const writeItem = (item: QuizItem, name: string): string => {
  const said =
    item.proof === null
      ? []
      : [
          `<modalFeedback outcomeIdentifier="PROOF" identifier="shown" showHide="show">${xmlText(oneLine(item.proof))}</modalFeedback>`,
        ];
  return [
    HEAD,
    `<assessmentItem xmlns="${QTI}" ${SCHEMA} identifier="${name}" title="${xmlText(titleOf(item.prompt))}" adaptive="false" timeDependent="false">`,
    ITEMS[item.kind](item),
    responseProcessing(item),
    ...said,
    '</assessmentItem>',
    '',
  ].join('\n');
};

const writeTest = (title: string, names: readonly string[]): string =>
  [
    HEAD,
    `<assessmentTest xmlns="${QTI}" ${SCHEMA} identifier="test" title="${xmlText(oneLine(title) || 'Quiz')}">`,
    '<testPart identifier="part" navigationMode="nonlinear" submissionMode="simultaneous">',
    `<assessmentSection identifier="section" title="${xmlText(oneLine(title) || 'Quiz')}" visible="true">`,
    ...names.map((name) => `<assessmentItemRef identifier="${name}" href="items/${name}.xml"/>`),
    '</assessmentSection>',
    '</testPart>',
    '</assessmentTest>',
    '',
  ].join('\n');

const writeManifest = (names: readonly string[]): string =>
  [
    HEAD,
    '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="quizwright">',
    '<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>',
    '<organizations/>',
    '<resources>',
    `<resource identifier="test" type="imsqti_test_xmlv2p1" href="test.xml"><file href="test.xml"/>${names.map((name) => `<dependency identifierref="${name}"/>`).join('')}</resource>`,
    ...names.map(
      (name) =>
        `<resource identifier="${name}" type="imsqti_item_xmlv2p1" href="items/${name}.xml"><file href="items/${name}.xml"/></resource>`,
    ),
    '</resources>',
    '</manifest>',
    '',
  ].join('\n');

/** The package (a zip) of all questions. */
export const writeQti = (set: StudySet): Written => {
  const items = quizItems(set).map((item, index) => ({ item, name: `item${index + 1}` }));
  const names = items.map(({ name }) => name);
  const files = {
    'imsmanifest.xml': strToU8(writeManifest(names)),
    'test.xml': strToU8(writeTest(set.title, names)),
    ...Object.fromEntries(
      items.map(({ item, name }) => [`items/${name}.xml`, strToU8(writeItem(item, name))]),
    ),
  };
  return { bytes: zipSync(files, { mtime: LONG_AGO }), leftOut: [] };
};
