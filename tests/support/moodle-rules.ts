/**
 * The elements of Moodle's XML that our files use, by Moodle's documentation of the format ("Moodle XML format"), by what
 * its importer then holds against a question: fractions among the grades it knows, one of them 100, names and id numbers
 * no longer than their columns.
 */
import { allOf, breaches, treeOf, type ElementRule, type XmlNode } from './xml-rules';

const WORDS = /[\s\S]*/u;
const NOTHING = /^$/u;
const FORMAT = { format: /^(html|moodle_auto_format|plain_text|markdown)$/u };
const SOME = /\S/u;
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/iu;
const TEXT = /^text $/u;
/** Grades of an answer in per cent, as Moodle lists them. */
const FRACTION =
  /^(100|-?(90|83\.33333|80|75|70|66\.66667|60|50|40|33\.33333|30|25|20|16\.66667|14\.28571|12\.5|11\.11111|10|5)|0)$/u;
const BOOLEAN = /^(true|false|1|0)$/u;
const COMMON = 'name questiontext (generalfeedback )?(defaultgrade )?(penalty )?(hidden )?(idnumber )?';

const texts = (): ElementRule => ({ content: TEXT, optional: FORMAT });
const says = (text: RegExp): ElementRule => ({ content: NOTHING, text });

const RULES: Readonly<Record<string, ElementRule>> = {
  quiz: { content: /^(question )*$/u },
  question: {
    required: { type: /^(category|multichoice|truefalse|shortanswer|numerical|matching|ordering)$/u },
    content: /^((category )|(name questiontext .*))$/u,
  },
  category: { content: TEXT },
  name: { content: TEXT },
  questiontext: { content: TEXT, required: FORMAT },
  generalfeedback: texts(),
  text: says(WORDS),
  defaultgrade: says(/^\d+(\.\d+)?$/u),
  penalty: says(/^(0(\.\d+)?|1(\.0+)?)$/u),
  hidden: says(/^[01]$/u),
  idnumber: says(/^.{1,100}$/u),
  single: says(BOOLEAN),
  shuffleanswers: says(BOOLEAN),
  answernumbering: says(/^(none|abc|ABCD|123|iii|IIII)$/u),
  usecase: says(/^[01]$/u),
  answer: {
    // What fractions may be goes by the kind of question.
    optional: { ...FORMAT, fraction: NUMBER },
    content: /^text (feedback )?(tolerance )?$/u,
  },
  tolerance: says(NUMBER),
  units: { content: /^(unit )+$/u },
  unit: { content: /^multiplier unit_name $/u },
  multiplier: says(NUMBER),
  unit_name: says(SOME),
  unitgradingtype: says(/^[012]$/u),
  unitpenalty: says(NUMBER),
  showunits: says(/^[0123]$/u),
  unitsleft: says(/^[01]$/u),
  subquestion: { optional: FORMAT, content: /^text answer $/u },
  layouttype: says(/^(VERTICAL|HORIZONTAL)$/u),
  selecttype: says(/^(ALL|RANDOM|CONTIGUOUS)$/u),
  selectcount: says(/^\d+$/u),
  gradingtype: says(
    /^(ALL_OR_NOTHING|ABSOLUTE_POSITION|RELATIVE_TO_CORRECT|RELATIVE_NEXT_(EX|IN)CLUDE_LAST|RELATIVE_(ONE|ALL)_PREVIOUS_AND_NEXT|LONGEST_(ORDERED|CONTIGUOUS)_SUBSET)$/u,
  ),
  showgrading: says(/^(SHOW|HIDE)$/u),
  numberingstyle: says(/^(none|abc|ABCD|123|iii|IIII)$/u),
  feedback: texts(),
  tags: { content: /^(tag )+$/u },
  tag: { content: TEXT },
};

const CONTENT: Readonly<Record<string, RegExp>> = {
  category: /^category $/u,
  multichoice: new RegExp(
    `^${COMMON}single (shuffleanswers )?(answernumbering )?(answer ){2,}(tags )?$`,
    'u',
  ),
  truefalse: new RegExp(`^${COMMON}(answer ){2}(tags )?$`, 'u'),
  numerical: new RegExp(
    `^${COMMON}(answer )+(units )?(unitgradingtype )?(unitpenalty )?(showunits )?(unitsleft )?(tags )?$`,
    'u',
  ),
  matching: new RegExp(`^${COMMON}(shuffleanswers )?(subquestion ){2,}(tags )?$`, 'u'),
  ordering: new RegExp(
    `^${COMMON}layouttype selecttype selectcount gradingtype showgrading (numberingstyle )?(answer ){2,}(tags )?$`,
    'u',
  ),
  shortanswer: new RegExp(`^${COMMON}(usecase )?(answer )+(tags )?$`, 'u'),
};

const textOf = (node: XmlNode | undefined): string =>
  node?.children.find(({ name }) => name === 'text')?.text ?? '';
const only = (node: XmlNode, name: string): XmlNode[] => node.children.filter((child) => child.name === name);

/** What the importer would say of the grades of the answers: percent, or of things in order their places. */
const refusedGrades = (type: string, isSingle: boolean, fractions: readonly string[]): string[] => {
  if (type === 'ordering')
    return fractions.every((fraction, index) => Number(fraction) === index + 1)
      ? []
      : ['places out of order'];
  const unknown = fractions.filter((fraction) => !FRACTION.test(fraction));
  const right = fractions.map(Number).filter((fraction) => fraction > 0);
  const sum = right.reduce((total, fraction) => total + fraction, 0);
  const isWhole = isSingle ? right.length === 1 && sum === 100 : Math.abs(sum - 100) < 0.01;
  return [
    ...unknown.map((fraction) => `a grade of ${fraction}`),
    ...(isWhole ? [] : [`${sum} percent are right`]),
  ];
};

/** What the importer would say of pairs: two questions and three answers at least, or two and two. */
const refusedPairs = (pairs: readonly XmlNode[]): string[] => {
  const asked = pairs.map(textOf).filter((text) => text.trim() !== '');
  const answers = pairs.map((pair) => textOf(only(pair, 'answer')[0]));
  return [
    ...(asked.length >= 2 ? [] : ['fewer than two pairs']),
    ...(answers.some((text) => text.trim() === '') ? ['an empty answer'] : []),
  ];
};

/** What the importer would say of one question. */
const refused = (question: XmlNode): string[] => {
  const type = question.attributes.type ?? '';
  const content = question.children.map(({ name }) => `${name} `).join('');
  const breach = CONTENT[type]?.test(content) === true ? [] : [`a ${type} of ${content}`];
  if (type === 'category') return breach;
  const name = textOf(only(question, 'name')[0]);
  const named = name.trim() === '' || name.length > 255 ? ['its name'] : [];
  if (type === 'matching') return [...breach, ...named, ...refusedPairs(only(question, 'subquestion'))];
  const answers = only(question, 'answer');
  const said = answers.map(textOf);
  const isSingle = only(question, 'single')[0]?.text !== 'false';
  const plain = ['shortanswer', 'numerical'].includes(type);
  const fractions = answers.map(({ attributes }) => attributes.fraction ?? '');
  return [
    ...breach,
    ...named,
    ...refusedGrades(type, isSingle, fractions),
    ...(said.some((text) => text.trim() === '') ? ['an empty answer'] : []),
    ...(new Set(said).size < said.length ? ['two answers alike'] : []),
    ...(type === 'truefalse' && [...said].sort().join(' ') !== 'false true'
      ? ['neither true nor false']
      : []),
    ...(plain && answers.some(({ attributes }) => attributes.format === 'html') ? ['an answer in HTML'] : []),
    ...(type === 'numerical' ? said.filter((text) => !NUMBER.test(text)) : []),
  ];
};

/** Everything in a file that Moodle's XML does not allow. */
export const moodleBreaches = (xml: string): string[] => {
  if (!xml.startsWith('<?xml ')) return ['the first line must be that of XML'];
  const root = treeOf(xml);
  const numbers = allOf(root, 'idnumber').map(({ text }) => text);
  return [
    ...(root.name === 'quiz' ? [] : [`the root is ${root.name}`]),
    ...breaches(root, RULES),
    ...only(root, 'question').flatMap((question, index) =>
      refused(question).map((words) => `question ${index + 1}: ${words}`),
    ),
    ...numbers
      .filter((number, index) => numbers.indexOf(number) !== index)
      .map((number) => `two are ${number}`),
  ];
};
