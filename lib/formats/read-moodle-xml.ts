/** Questions from Moodle's XML. */
import { BLANK } from '@/lib/blank';
import { joinParts } from '@/lib/key-parts';
import { htmlToText, mediaName } from './html-text';
import { matchCard, numberQuestion } from './measured';
import { severalRight } from './several-right';
import {
  plainCard,
  recallQuestion,
  type MediaFile,
  type Problem,
  type ReadSet,
  type SetCard,
  type SetOption,
} from './study-set';
import { UnreadableFile } from './unreadable-file';
import { oneLine, tidyText } from './tidy';
import { attributeOf, childOf, childrenOf, readXml, textIn, type XmlElement } from './xml';

/** What an element of Moodle's says: `<name format="…"><text>…`. */
const said = (element: XmlElement | undefined): string => {
  const text = textIn(childOf(element, 'text'));
  const format = attributeOf(element, 'format');
  return tidyText(format === 'plain_text' || format === 'markdown' ? text : htmlToText(text));
};

/** The answers of a short answer are no HTML, whatever stands in them. */
const plainSaid = (element: XmlElement): string =>
  tidyText(textIn(childOf(element, 'text')).replaceAll('\\*', '*'));

type Outcome = { readonly cards: SetCard[]; readonly problem: string | null };
type Parts = { readonly id: string; readonly prompt: string; readonly card: Partial<SetCard> };

const refused = (problem: string): Outcome => ({ cards: [], problem });

const rightOf = (answers: readonly XmlElement[]): XmlElement[] =>
  answers.filter((answer) => Number(attributeOf(answer, 'fraction')) > 0);

const optionOf = (answer: XmlElement): SetOption => ({
  text: said(answer),
  feedback: said(childOf(answer, 'feedback')) || null,
});

const readChoice = (parts: Parts, answers: readonly XmlElement[]): Outcome => {
  const right = rightOf(answers).map((answer) => said(answer));
  const options = answers.map(optionOf).filter(({ text }) => text !== '');
  if (right.length === 0 || right.includes('')) return refused('None of its answers is right.');
  const { card, problem } = severalRight({ ...parts, right, options });
  return { cards: card === null ? [] : [card], problem };
};

const readTyped = ({ id, prompt, card }: Parts, answers: readonly XmlElement[]): Outcome => {
  const right = rightOf(answers)
    .sort((a, b) => Number(attributeOf(b, 'fraction')) - Number(attributeOf(a, 'fraction')))
    .map(plainSaid)
    .filter((text) => text !== '' && text !== '*');
  const [answer] = right;
  if (answer === undefined) return refused('None of its answers is right.');
  const form = prompt.split(BLANK).length === 2 ? 'cloze' : 'basic';
  const problem = right.length > 1 ? `Of its ${right.length} accepted answers the first is kept.` : null;
  return { cards: [plainCard(id, recallQuestion(form, prompt, answer), card)], problem };
};

const readNumber = (parts: Parts, question: XmlElement): Outcome => {
  const [best] = rightOf(childrenOf(question, 'answer')).sort(
    (a, b) => Number(attributeOf(b, 'fraction')) - Number(attributeOf(a, 'fraction')),
  );
  const text = plainSaid(best ?? question);
  const unit = oneLine(textIn(childOf(childOf(childOf(question, 'units'), 'unit'), 'unit_name')));
  const tolerance = Number(textIn(best === undefined ? undefined : childOf(best, 'tolerance')) || '0');
  const number = text === '' ? NaN : Number(text);
  const made =
    numberQuestion(parts.prompt, number, { tolerance, unit }) ??
    numberQuestion(parts.prompt, number, { tolerance, unit: '' });
  if (best === undefined || made === null) return refused('Its number cannot be read.');
  return { cards: [plainCard(parts.id, made, parts.card)], problem: null };
};

const readPairs = (parts: Parts, question: XmlElement): Outcome => {
  const pairs = childrenOf(question, 'subquestion').map((pair) => ({
    left: said(pair),
    right: said(childOf(pair, 'answer')),
  }));
  const others = pairs.filter(({ left }) => left === '').map(({ right }) => right);
  const card = matchCard(parts, pairs, others);
  return card === null ? refused('It has fewer than two pairs to match.') : { cards: [card], problem: null };
};

const readOrder = ({ id, prompt, card }: Parts, answers: readonly XmlElement[]): Outcome => {
  const texts = [...answers]
    .sort((a, b) => Number(attributeOf(a, 'fraction')) - Number(attributeOf(b, 'fraction')))
    .map((answer) => oneLine(said(answer)))
    .filter((text) => text !== '');
  if (texts.length < 2 || new Set(texts).size < texts.length)
    return refused('What is to be ordered cannot be told apart.');
  const options = texts
    .toSorted((a, b) => a.localeCompare(b, 'en'))
    .map((text) => ({ text, feedback: null }));
  const question = { form: 'order', prompt, context: null, answer: joinParts(texts), options } as const;
  return { cards: [plainCard(id, question, card)], problem: null };
};

const readQuestion = (question: XmlElement, number: number): Outcome => {
  const type = attributeOf(question, 'type');
  const extra = said(childOf(question, 'generalfeedback'));
  const prompt = said(childOf(question, 'questiontext'));
  const tags = childrenOf(childOf(question, 'tags'), 'tag').map((tag) =>
    oneLine(textIn(childOf(tag, 'text'))),
  );
  const id = oneLine(textIn(childOf(question, 'idnumber'))) || String(number);
  const parts = { id, prompt, card: { tags, extra: extra === '' ? null : extra } };
  const answers = childrenOf(question, 'answer');
  if (prompt === '') return refused('It asks nothing.');
  switch (type) {
    case 'multichoice':
    case 'truefalse':
      return readChoice(parts, answers);
    case 'shortanswer':
      return readTyped(parts, answers);
    case 'numerical':
      return readNumber(parts, question);
    case 'ordering':
      return readOrder(parts, answers);
    case 'matching':
      return readPairs(parts, question);
    case 'essay':
      return refused('It is an essay: there is no answer to learn.');
    case 'description':
      return refused('It is a text without an answer.');
    default:
      return refused(`Questions of the kind “${oneLine(type).slice(0, 40)}” cannot be taken over.`);
  }
};

/** Files that stand in the XML itself, in Base64. */
const mediaIn = (element: XmlElement, depth = 0): MediaFile[] => {
  const files = childrenOf(element, 'file').flatMap((file): MediaFile[] => {
    const name = mediaName(attributeOf(file, 'name'));
    if (name === '' || attributeOf(file, 'encoding') !== 'base64') return [];
    return [{ name, bytes: new Uint8Array(Buffer.from(textIn(file), 'base64')) }];
  });
  if (depth > 3) return files;
  const inside = ['questiontext', 'generalfeedback', 'answer', 'feedback', 'subquestion'];
  return [
    ...files,
    ...inside.flatMap((name) => childrenOf(element, name).flatMap((each) => mediaIn(each, depth + 1))),
  ];
};

/** @throws UnreadableFile where it is not Moodle's, or no question in it can be taken over. */
export const readMoodleXml = (text: string, title: string): ReadSet => {
  const quiz = childOf(readXml(text), 'quiz');
  if (quiz === undefined) throw new UnreadableFile('This XML is not a Moodle question bank.');
  const all = childrenOf(quiz, 'question');
  const category = all.find((question) => attributeOf(question, 'type') === 'category');
  const name = oneLine(textIn(childOf(childOf(category, 'category'), 'text')))
    .replaceAll('//', '\u0000')
    .split('/')
    .at(-1)
    ?.replaceAll('\u0000', '/');
  const questions = all.filter((question) => attributeOf(question, 'type') !== 'category');
  const read = questions.map((question, index) => readQuestion(question, index + 1));
  const cards = read.flatMap((outcome) => outcome.cards);
  if (cards.length === 0) {
    throw new UnreadableFile('There is no question in this Moodle file that can be taken over.');
  }
  const problems = read.flatMap(({ problem }, index): Problem[] =>
    problem === null ? [] : [{ where: `Question ${index + 1}`, words: problem }],
  );
  const media = new Map(questions.flatMap((question) => mediaIn(question)).map((file) => [file.name, file]));
  return {
    set: { title: name === undefined || name === '' ? title : name, cards, media: [...media.values()] },
    problems,
  };
};
