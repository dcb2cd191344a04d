import type { TextBlock } from '@/components/deck/text-blocks';
import history from '@/components/history/history.module.css';
import { meanRecall } from '@/lib/memory/recall-map';
import { mapRows, type MapFact } from './map-model';
import { percentWords } from './percent';

type MapTableProps = {
  readonly article: { readonly text: string; readonly blocks: readonly TextBlock[] };
  readonly facts: readonly MapFact[];
};

/** The map in rows: each sentence that holds facts with what would be recalled of it. */
export const MapTable = ({ article, facts }: MapTableProps) => (
  <details className={history.details}>
    <summary>The map as a table</summary>
    <table className={history.table}>
      <thead>
        <tr>
          <th scope="col">Sentence</th>
          <th scope="col" className={history.number}>
            Asked
          </th>
          <th scope="col" className={history.number}>
            Recall
          </th>
          <th scope="col">Due</th>
        </tr>
      </thead>
      <tbody>
        {mapRows(article, facts).map((row) => {
          const recall = meanRecall(row.facts);
          const due = row.facts.flatMap((fact) => fact.due ?? []);
          return (
            <tr key={row.key}>
              <th scope="row">{row.text}</th>
              <td className={history.number}>
                {row.facts.filter((fact) => fact.recall !== null).length} of {row.facts.length}
              </td>
              <td className={history.number}>{recall === null ? '–' : percentWords(recall)}</td>
              <td>{[...new Set(due)].join('; ')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </details>
);
