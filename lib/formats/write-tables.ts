/** Flashcards as tables of text: CSV, the TSV that Quizlet takes, and Anki's text import. */
import { textToHtml } from './html-text';
import { sidesOf, type Problem, type SetCard, type StudySet, type Written } from './study-set';
import { oneLine } from './tidy';
import { clozeHtml } from './anki-cloze';
import { writeCsv } from './write-csv';

const encode = (text: string, leftOut: readonly Problem[] = []): Written => ({
  bytes: new TextEncoder().encode(text),
  leftOut,
});

/** The columns of our CSV, each with what it takes of a card. */
export const CSV_HEAD = ['Question', 'Answer', 'Proof', 'Source', 'Context', 'Tags', 'Extra'] as const;

/** One row for each card, with its proof; safe to open in a spreadsheet. */
export const writeCardsCsv = ({ cards }: StudySet): Written =>
  encode(
    writeCsv([
      CSV_HEAD,
      ...cards.flatMap((card) => {
        const sides = sidesOf(card);
        if (sides === null) return [];
        return [
          [sides.front, sides.back, card.proof, card.source, sides.context, card.tags.join(' '), card.extra],
        ];
      }),
    ]),
  );

/** On one line; in quotes only where a reader would take a quote at the beginning for one around the cell. */
const bareCell = (text: string): string => {
  const line = oneLine(text);
  return line.startsWith('"') ? `"${line.replaceAll('"', '""')}"` : line;
};

/** Term, tab, definition, each on one line: what is pasted into Quizlet and its kin. There is no room for a proof. */
export const writeTsv = ({ cards }: StudySet): Written =>
  encode(
    cards
      .flatMap((card) => {
        const sides = sidesOf(card);
        return sides === null ? [] : [`${bareCell(sides.front)}\t${bareCell(sides.back)}\n`];
      })
      .join(''),
  );

/** The element of a field that holds the proof. */
export const PROOF_CLASS = 'quizwright-proof';
export const EXTRA_CLASS = 'quizwright-extra';
export const CONTEXT_CLASS = 'quizwright-context';

const proofHtml = ({ proof, source, extra }: SetCard): string => {
  if (proof === null) return extra === null ? '' : `<div class="${EXTRA_CLASS}">${textToHtml(extra)}</div>`;
  const from = source === null ? '' : `<cite>${textToHtml(source)}</cite>`;
  return `<div class="${PROOF_CLASS}">${textToHtml(proof)}${from}</div>`;
};

const tabSafe = (field: string): string =>
  /["\t\n#]/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;

/** The id by which Anki knows a note again. */
export const guidOf = (card: Pick<SetCard, 'id'>): string => `qw-${card.id}`;

/** Tags in Anki are words. */
export const tagWords = (tags: readonly string[]): string[] =>
  tags.map((tag) => tag.trim().replace(/\s+/gu, '_')).filter((tag) => tag !== '');

/**
 * Anki's text import with its headers: notes of the stock types Basic and Cloze that a second import updates by their
 * GUID, the proof below the answer.
 */
export const writeAnkiText = ({ title, cards }: StudySet): Written => {
  const head = [
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    '#notetype column:2',
    '#deck column:3',
    '#tags column:6',
  ];
  const rows = cards.flatMap((card) => {
    const sides = sidesOf(card);
    if (sides === null) return [];
    const { form, front, back, context } = sides;
    const before = context === null ? '' : `<div class="${CONTEXT_CLASS}">${textToHtml(context)}</div>`;
    const fields =
      form === 'cloze'
        ? [before + clozeHtml(front, back), proofHtml(card)]
        : [before + textToHtml(front), textToHtml(back) + proofHtml(card)];
    const columns = [guidOf(card), form === 'cloze' ? 'Cloze' : 'Basic', deckName(title), ...fields];
    return [[...columns, tagWords(card.tags).join(' ')].map(tabSafe).join('\t')];
  });
  return encode(`${[...head, ...rows].join('\n')}\n`);
};

/** A deck's name as Anki takes it: `::` would make it the child of another. */
export const deckName = (title: string): string => oneLine(title).replace(/:{2,}/gu, ':') || 'Quizwright';
