/** Questions as Moodle's XML, the format of an LMS that keeps most: the proof as general feedback, a word on each option. */
import { pairsOf, partsOf } from '@/lib/key-parts';
import { readNumberKey } from '@/lib/quiz/number-answer';
import { escapeXml, textToHtml } from './html-text';
import { rounded, shareOf } from './moodle-share';
import { quizItems, type QuizItem } from './quiz-items';
import type { StudySet, Written } from './study-set';
import { oneLine } from './tidy';

/** Characters that XML 1.0 has no place for. */
const FORBIDDEN = /[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** `text` without what XML cannot hold. */
export const xmlText = (text: string): string => escapeXml(text.replace(FORBIDDEN, ''));

const cdata = (html: string): string =>
  `<![CDATA[${html.replace(FORBIDDEN, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

const html = (name: string, text: string | null): string =>
  `<${name} format="html"><text>${text === null || text === '' ? '' : cdata(textToHtml(text))}</text></${name}>`;

const answer = (text: string, percent: number, feedback: string | null): string =>
  `<answer fraction="${percent}" format="html"><text>${cdata(textToHtml(text))}</text>${html('feedback', feedback)}</answer>`;

/** Short answers are compared as they stand: no HTML there. An asterisk would stand for any text. */
const typedAnswer = (text: string): string =>
  `<answer fraction="100" format="moodle_auto_format"><text>${xmlText(text.replaceAll('*', '\\*'))}</text>${html('feedback', null)}</answer>`;

const TYPES = {
  choice: 'multichoice',
  several: 'multichoice',
  'true-false': 'truefalse',
  typed: 'shortanswer',
  number: 'numerical',
  order: 'ordering',
  match: 'matching',
} as const;

/** Each right option has its share of the points, and each wrong one takes as much away. */
const severalAnswers = (item: QuizItem): string[] => {
  const keys = partsOf(item.answer);
  const share = shareOf(keys.length);
  return item.options.map(({ text, feedback }) =>
    answer(text, keys.includes(text) ? share : -share, feedback),
  );
};

/** With a unit it may be given with or without it. */
const numberAnswers = (item: QuizItem): string[] => {
  const key = readNumberKey(item.answer);
  if (key === null) return [typedAnswer(item.answer)];
  const unit = key.unitWords;
  return [
    `<answer fraction="100" format="moodle_auto_format"><text>${key.value}</text>${html('feedback', null)}<tolerance>${rounded(key.tolerance)}</tolerance></answer>`,
    ...(unit === null
      ? []
      : [`<units><unit><multiplier>1</multiplier><unit_name>${xmlText(unit)}</unit_name></unit></units>`]),
    '<unitgradingtype>0</unitgradingtype>',
    '<unitpenalty>0.1000000</unitpenalty>',
    `<showunits>${unit === null ? 3 : 0}</showunits>`,
    `<unitsleft>${unit !== null && /^\p{Sc}/u.test(unit) ? 1 : 0}</unitsleft>`,
  ];
};

const pair = (left: string, right: string): string =>
  `<subquestion format="html"><text>${left === '' ? '' : cdata(textToHtml(left))}</text><answer><text>${xmlText(right)}</text></answer></subquestion>`;

/** What belongs to nothing stands with an empty question. */
const pairs = (item: QuizItem): string[] => {
  const key = pairsOf(item.answer);
  const others = item.options.filter(({ text }) => key.every(({ right }) => right !== text));
  return [
    '<shuffleanswers>true</shuffleanswers>',
    ...key.map(({ left, right }) => pair(left, right)),
    ...others.map(({ text }) => pair('', text)),
  ];
};

/** Graded by what stands right before what, as here. */
const ordered = (item: QuizItem): string[] => [
  '<layouttype>VERTICAL</layouttype>',
  '<selecttype>ALL</selecttype>',
  '<selectcount>0</selectcount>',
  '<gradingtype>RELATIVE_NEXT_EXCLUDE_LAST</gradingtype>',
  '<showgrading>SHOW</showgrading>',
  '<numberingstyle>none</numberingstyle>',
  ...partsOf(item.answer).map(
    (text, place) =>
      `<answer fraction="${place + 1}.0000000" format="html"><text>${cdata(textToHtml(text))}</text></answer>`,
  ),
];

const answersOf = (item: QuizItem): string[] => {
  switch (item.kind) {
    case 'choice':
      return [
        '<single>true</single>',
        '<shuffleanswers>true</shuffleanswers>',
        '<answernumbering>abc</answernumbering>',
        ...item.options.map(({ text, feedback }) => answer(text, text === item.answer ? 100 : 0, feedback)),
      ];
    case 'true-false':
      return (['True', 'False'] as const).map((text) => {
        const feedback = item.options.find((option) => option.text === text)?.feedback ?? null;
        return `<answer fraction="${item.answer === text ? 100 : 0}" format="moodle_auto_format"><text>${text.toLowerCase()}</text>${html('feedback', feedback)}</answer>`;
      });
    case 'several':
      return [
        '<single>false</single>',
        '<shuffleanswers>true</shuffleanswers>',
        '<answernumbering>abc</answernumbering>',
        ...severalAnswers(item),
      ];
    case 'number':
      return numberAnswers(item);
    case 'match':
      return pairs(item);
    case 'order':
      return ordered(item);
    case 'typed':
      return ['<usecase>0</usecase>', typedAnswer(item.answer)];
  }
};

const nameOf = (prompt: string): string => {
  const line = oneLine(prompt);
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
};

const question = (item: QuizItem): string =>
  [
    `<question type="${TYPES[item.kind]}">`,
    `<name><text>${xmlText(nameOf(item.prompt))}</text></name>`,
    html('questiontext', item.prompt),
    html('generalfeedback', item.proof),
    '<defaultgrade>1.0000000</defaultgrade>',
    '<penalty>0.3333333</penalty>',
    '<hidden>0</hidden>',
    `<idnumber>${xmlText(item.id)}</idnumber>`,
    ...answersOf(item),
    ...(item.tags.length === 0
      ? []
      : [`<tags>${item.tags.map((tag) => `<tag><text>${xmlText(tag)}</text></tag>`).join('')}</tags>`]),
    '</question>',
  ].join('\n');

/** All questions of a set, in a category of its title. */
export const writeMoodleXml = (set: StudySet): Written => {
  // A single slash would begin a category inside another; at an end even two would be read as one of each.
  const category = oneLine(set.title.replace(/^\/+|\/+$/gu, '')).replaceAll('/', '//');
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<quiz>',
    `<question type="category"><category><text>${xmlText(`$course$/top/${category}`)}</text></category></question>`,
    ...quizItems(set).map(question),
    '</quiz>',
    '',
  ].join('\n');
  return { bytes: new TextEncoder().encode(xml), leftOut: [] };
};
