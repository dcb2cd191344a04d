import type { ImportPreview } from '@/lib/formats/import-preview';
import classes from './transfer.module.css';

type Found = Extract<ImportPreview, { name: 'preview' }>;

const KINDS: Readonly<Record<Found['kind'], string>> = {
  apkg: 'an Anki package',
  'anki-text': 'Anki text',
  table: 'a table',
  gift: 'GIFT questions',
  'moodle-xml': 'a Moodle question bank',
  spreadsheet: 'a spreadsheet',
  json: 'a deck of Quizwright',
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What a file would bring: counts, the first cards, and every row that it would not. */
export const FoundPreview = ({ found }: { readonly found: Found }) => (
  <section aria-label="Preview" className={classes.form}>
    <p role="status">
      This is {KINDS[found.kind]}: <strong>{counted(found.cards, 'card', 'cards')}</strong> to import
      {found.questions > found.cards && ` with ${found.questions} questions`}
      {found.media > 0 && `, ${counted(found.media, 'picture or sound', 'pictures and sounds')}`}
      {found.known > 0 && `; ${found.known} that are there already stay out`}
      {found.problemCount > 0 &&
        `; ${counted(found.problemCount, 'row has a problem', 'rows have a problem')}`}
      .
    </p>
    {found.sample.length > 0 && (
      <div className={classes.sample} role="region" aria-label="First cards" tabIndex={0}>
        <table>
          <caption>
            {found.sample.length < found.cards ? `The first ${found.sample.length}` : 'All of them'}
          </caption>
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Answer</th>
              <th scope="col">Proof</th>
            </tr>
          </thead>
          <tbody>
            {found.sample.map(({ front, back, proof }, index) => (
              <tr key={index}>
                <td>{front}</td>
                <td>{back}</td>
                <td>{proof ?? 'The card’s own words'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
    {found.problems.length > 0 && (
      <details className={classes.problems} open={found.cards === 0 || found.problems.length <= 5}>
        <summary>Problems, row by row</summary>
        <ul>
          {found.problems.map(({ where, words }, index) => (
            <li key={index}>
              <strong>{where}:</strong> {words}
            </li>
          ))}
          {found.problemCount > found.problems.length && (
            <li>… and {found.problemCount - found.problems.length} more.</li>
          )}
        </ul>
      </details>
    )}
  </section>
);
