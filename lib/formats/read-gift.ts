/** Moodle's GIFT. */
import { BLANK } from '@/lib/blank';
import { htmlToText } from './html-text';
import { matchCard, numberQuestion } from './measured';
import { severalRight } from './several-right';
import {
  plainCard,
  recallQuestion,
  type Problem,
  type ReadSet,
  type SetCard,
  type SetOption,
} from './study-set';
import { UnreadableFile } from './unreadable-file';
import { tidyText } from './tidy';

type Block = { readonly line: number; readonly text: string; readonly comment: string };

/** Questions are parted by blank lines; comments stand on lines of their own. */
const blocksOf = (text: string): Block[] => {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let comment = '';
  let start = 1;
  const end = (): void => {
    if (lines.length > 0) blocks.push({ line: start, text: lines.join('\n'), comment });
    lines = [];
    comment = '';
  };
  text.split(/\r\n|\n|\r/u).forEach((line, index) => {
    if (line.trim() === '') end();
    else if (/^\s*\/\//u.test(line)) comment += line;
    else if (/^\s*\$CATEGORY:/u.test(line)) end();
    else {
      if (lines.length === 0) start = index + 1;
      lines.push(line);
    }
  });
  end();
  return blocks;
};

/** Where `marks` stand outside of an escape. */
const placesOf = (text: string, marks: string): number[] => {
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    if (mark === '\\') at += 1;
    else if (marks.includes(mark)) places.push(at);
  }
  return places;
};

const unescape = (text: string): string =>
  text.replace(/\\([\\~=#{}:n])/gu, (_, mark: string) => (mark === 'n' ? '\n' : mark));

type Format = string | null;

const toText = (raw: string, format: Format): string => {
  const text = unescape(raw);
  const isHtml =
    format === 'html' ||
    (format !== 'plain' && format !== 'markdown' && /<\/?[a-z][^>]*>|&\w+;/iu.test(text));
  return tidyText(isHtml ? htmlToText(text) : text);
};

type Answer = {
  readonly right: boolean;
  readonly weight: number | null;
  readonly raw: string;
  readonly feedback: string | null;
};

const readAnswer = (piece: string, format: Format): Answer => {
  const [hash] = placesOf(piece, '#');
  const said = hash === undefined ? null : toText(piece.slice(hash + 1), format);
  const body = piece.slice(1, hash);
  const weight = /^\s*%(-?\d{1,3}(?:\.\d{1,8})?)%/u.exec(body);
  const own = weight === null ? null : Number(weight[1]);
  return {
    right: own === null ? piece.startsWith('=') : own > 0,
    weight: own,
    raw: weight === null ? body : body.slice(weight[0].length),
    feedback: said === null || said === '' ? null : said,
  };
};

const readAnswers = (inside: string, format: Format): Answer[] => {
  const places = placesOf(inside, '=~');
  return places.map((at, index) => readAnswer(inside.slice(at, places[index + 1]), format));
};

type Parts = {
  readonly id: string;
  readonly prompt: string;
  readonly inside: string;
  readonly format: Format;
  readonly card: Partial<SetCard>;
};
type Outcome = { readonly cards: SetCard[]; readonly problem: string | null };

const refused = (problem: string): Outcome => ({ cards: [], problem });
const kept = (card: SetCard | null, problem: string | null = null): Outcome => ({
  cards: card === null ? [] : [card],
  problem,
});

const recall = ({ id, prompt, card }: Parts, answer: string): SetCard =>
  plainCard(id, recallQuestion(prompt.split(BLANK).length === 2 ? 'cloze' : 'basic', prompt, answer), card);

const readTrueFalse = (parts: Parts, inside: string): Outcome => {
  const [word = '', wrong, right] = splitAt(inside, placesOf(inside, '#'));
  const answer = /^t/iu.test(word.trim()) ? 'True' : 'False';
  const other = answer === 'True' ? 'False' : 'True';
  const said = (raw: string | undefined): string | null => toText(raw ?? '', parts.format) || null;
  const feedback = { [answer]: said(right), [other]: said(wrong) };
  const options = ['True', 'False'].map((text): SetOption => ({ text, feedback: feedback[text] ?? null }));
  const question = { form: 'true-false', prompt: parts.prompt, context: null, answer, options } as const;
  return kept(plainCard(parts.id, question, parts.card));
};

const splitAt = (text: string, places: readonly number[]): string[] =>
  [-1, ...places].map((from, index) => text.slice(from + 1, places[index]));

const readNumber = (parts: Parts, inside: string): Outcome => {
  const [first = ''] = inside.includes('=')
    ? readAnswers(inside, null).map(({ raw }) => raw)
    : [inside.slice(1)];
  const bare = first.split('#')[0]?.trim() ?? '';
  const range = /^(-?[\d.]+)\s*\.\.\s*(-?[\d.]+)$/u.exec(bare);
  const [low, high] = [Number(range?.[1]), Number(range?.[2])];
  const [, number, off = '0'] = /^(-?[\d.]+)(?:\s*:\s*([\d.]+))?/u.exec(bare) ?? [];
  const question =
    range === null
      ? numberQuestion(parts.prompt, Number(number ?? NaN), { tolerance: Number(off), unit: '' })
      : numberQuestion(parts.prompt, (low + high) / 2, { tolerance: (high - low) / 2, unit: '' });
  if (question === null) return refused('Its number cannot be read.');
  return kept(plainCard(parts.id, question, parts.card));
};

const readPairs = (parts: Parts, answers: readonly Answer[]): Outcome => {
  const pairs = answers.map(({ raw }) => {
    const [left = '', right = ''] = raw.split('->').map((side) => toText(side, parts.format));
    return { left, right };
  });
  const others = pairs.filter(({ left }) => left === '').map(({ right }) => right);
  const card = matchCard(parts, pairs, others);
  return card === null ? refused('It has fewer than two pairs to match.') : kept(card);
};

const readAnswered = (parts: Parts, inside: string): Outcome => {
  const answers = readAnswers(inside, parts.format);
  const texts = answers.map(({ raw }) => toText(raw, parts.format));
  const right = texts.filter((text, at) => text !== '' && answers[at]?.right === true);
  if (right.length === 0) return refused('None of its answers is right.');
  if (
    placesOf(inside, '~').length === 0 ||
    answers.every((answer) => answer.right && answer.weight === null)
  ) {
    if (answers.length > 1 && answers.every(({ raw }) => raw.includes('->')))
      return readPairs(parts, answers);
    const several = right.length > 1 ? `Of its ${right.length} accepted answers the first is kept.` : null;
    return kept(recall(parts, right[0] ?? ''), several);
  }
  const options = texts.flatMap((text, at): SetOption[] =>
    text === '' ? [] : [{ text, feedback: answers[at]?.feedback ?? null }],
  );
  const { card, problem } = severalRight({ ...parts, right, options });
  return kept(card, problem);
};

const readInside = (parts: Parts): Outcome => {
  const whole = parts.inside;
  const general = whole.indexOf('####');
  const extra = general === -1 ? '' : toText(whole.slice(general + 4), parts.format);
  const inside = (general === -1 ? whole : whole.slice(0, general)).trim();
  const told = extra === '' ? parts : { ...parts, card: { ...parts.card, extra } };
  if (inside === '') return refused('It is an essay: there is no answer to learn.');
  if (inside.startsWith('#')) return readNumber(told, inside);
  if (/^(t|f|true|false)\s*(#|$)/iu.test(inside)) return readTrueFalse(told, inside);
  return readAnswered(told, inside);
};

const readBlock = ({ line, text, comment }: Block): Outcome => {
  const title = /^\s*::((?:[^\\:]|\\.|:(?!:))*)::/su.exec(text);
  const untitled = title === null ? text : text.slice(title[0].length);
  const format = /^\s*\[(html|moodle|plain|markdown)\]/iu.exec(untitled);
  const body = format === null ? untitled : untitled.slice(format[0].length);
  const [open] = placesOf(body, '{');
  if (open === undefined) return refused('It is a text without an answer.');
  const close = placesOf(body, '}').find((at) => at > open);
  if (close === undefined) return refused('Its answers have no end: a closing brace is missing.');
  const named = format?.[1]?.toLowerCase() ?? null;
  const after = toText(body.slice(close + 1), named);
  const before = toText(body.slice(0, open), named);
  const id = /\[id:([^\]]*)\]/u.exec(comment)?.[1] ?? String(line);
  const tags = [...comment.matchAll(/\[tag:([^\]]*)\]/gu)].map(([, tag]) => tag ?? '');
  const prompt = after === '' ? before : `${before} ${BLANK} ${after}`.trim();
  if (prompt === '') return refused('It asks nothing.');
  return readInside({ id, prompt, inside: body.slice(open + 1, close), format: named, card: { tags } });
};

/** @throws UnreadableFile where there is no question in it. */
export const readGift = (text: string, title: string): ReadSet => {
  const read = blocksOf(text).map((block) => ({ block, ...readBlock(block) }));
  if (read.every(({ cards }) => cards.length === 0)) {
    throw new UnreadableFile('There is no question with an answer in this GIFT file.');
  }
  const problems = read.flatMap(({ block, problem }): Problem[] =>
    problem === null ? [] : [{ where: `Line ${block.line}`, words: problem }],
  );
  return { set: { title, cards: read.flatMap(({ cards }) => cards), media: [] }, problems };
};
