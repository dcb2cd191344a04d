/** Questions as an IMS QTI 2.1 package: one item a file, its proof as modal feedback, and a test that holds them all. */
import { strToU8, zipSync } from 'fflate';
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

/** How an answer is marked, and what is said of it: the proof always, a word on the option that was chosen. */
const responseProcessing = ({ kind, proof }: QuizItem): string =>
  [
    '<responseProcessing>',
    kind === 'typed'
      ? '<setOutcomeValue identifier="SCORE"><mapResponse identifier="RESPONSE"/></setOutcomeValue>'
      : '<responseCondition><responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf><responseElse><setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue></responseElse></responseCondition><setOutcomeValue identifier="CHOSEN"><variable identifier="RESPONSE"/></setOutcomeValue>',
    ...(proof === null
      ? []
      : [
          '<setOutcomeValue identifier="PROOF"><baseValue baseType="identifier">shown</baseValue></setOutcomeValue>',
        ]),
    '</responseProcessing>',
  ].join('\n');

const choiceItem = (item: QuizItem): string => {
  const options = optionsOf(item);
  const right = options.findIndex(({ text }) => text === item.answer);
  return [
    `<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>o${right + 1}</value></correctResponse></responseDeclaration>`,
    ...outcomes(item),
    '<itemBody>',
    paragraphs(item.prompt),
    `<choiceInteraction responseIdentifier="RESPONSE" shuffle="${item.kind === 'choice'}" maxChoices="1">`,
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
  ...(kind === 'typed'
    ? []
    : ['<outcomeDeclaration identifier="CHOSEN" cardinality="single" baseType="identifier"/>']),
  ...(proof === null
    ? []
    : ['<outcomeDeclaration identifier="PROOF" cardinality="single" baseType="identifier"/>']),
];

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
    item.kind === 'typed' ? typedItem(item) : choiceItem(item),
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
