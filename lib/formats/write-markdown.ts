/** A study set as Markdown to read, print or keep: questions, answers and proofs. */
import { hasOptions } from '@/lib/forms';
import { inOneLine } from '@/lib/key-parts';
import type { SetCard, SetQuestion, StudySet, Written } from './study-set';
import { oneLine } from './tidy';

/** What begins or marks something in Markdown, made plain. */
const plain = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*[\]<>|]|_{1,4}(?!_)(?<!_____)/gu, '\\$&')
    .replace(/^(\d+)\.|^([#+-])/u, (mark) => (/\d/u.test(mark) ? mark.replace('.', '\\.') : `\\${mark}`));

const writeQuestion = ({ form, prompt, context, answer, options }: SetQuestion): string[] => [
  ...(context === null ? [] : [`*${plain(context)}*`, '']),
  plain(prompt),
  '',
  ...(hasOptions(form) ? [...options.map(({ text }) => `- ${plain(text)}`), ''] : []),
  `**Answer:** ${plain(inOneLine(form, answer))}`,
  '',
];

const writeCard = ({ questions, proof, source, extra }: SetCard, index: number): string[] => [
  `## ${index + 1}`,
  '',
  ...questions.flatMap(writeQuestion),
  ...(proof === null
    ? []
    : [`> ${plain(proof)}`, ...(source === null ? [] : ['>', `> — ${plain(source)}`]), '']),
  ...(extra === null ? [] : [plain(extra), '']),
];

/** All questions of a set in Markdown (CommonMark), each card under its number, its proof as a quotation. */
export const writeMarkdown = ({ title, cards }: StudySet): Written => ({
  bytes: new TextEncoder().encode([`# ${plain(title)}`, '', ...cards.flatMap(writeCard)].join('\n')),
  leftOut: [],
});
