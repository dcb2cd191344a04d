/** Questions as Moodle's XML, the format of an LMS that keeps most: the proof as general feedback, a word on each option. */
import { escapeXml, textToHtml } from './html-text';
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

const answer = (text: string, right: boolean, feedback: string | null): string =>
  `<answer fraction="${right ? 100 : 0}" format="html"><text>${cdata(textToHtml(text))}</text>${html('feedback', feedback)}</answer>`;

/** Short answers are compared as they stand: no HTML there. An asterisk would stand for any text. */
const typedAnswer = (text: string): string =>
  `<answer fraction="100" format="moodle_auto_format"><text>${xmlText(text.replaceAll('*', '\\*'))}</text>${html('feedback', null)}</answer>`;

const TYPES = { choice: 'multichoice', 'true-false': 'truefalse', typed: 'shortanswer' } as const;

const answersOf = (item: QuizItem): string[] => {
  switch (item.kind) {
    case 'choice':
      return [
        '<single>true</single>',
        '<shuffleanswers>true</shuffleanswers>',
        '<answernumbering>abc</answernumbering>',
        ...item.options.map(({ text, feedback }) => answer(text, text === item.answer, feedback)),
      ];
    case 'true-false':
      return (['True', 'False'] as const).map((text) => {
        const feedback = item.options.find((option) => option.text === text)?.feedback ?? null;
        return `<answer fraction="${item.answer === text ? 100 : 0}" format="moodle_auto_format"><text>${text.toLowerCase()}</text>${html('feedback', feedback)}</answer>`;
      });
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
