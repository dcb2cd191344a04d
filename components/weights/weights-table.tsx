import history from '@/components/history/history.module.css';

type WeightsTableProps = { readonly own: readonly number[]; readonly defaults: readonly number[] };

/** What each weight is for, in the order of FSRS-6. */
const PURPOSES = [
  'Stability after a first Again',
  'Stability after a first Hard',
  'Stability after a first Good',
  'Stability after a first Easy',
  'Difficulty of a new fact',
  'How the first answer changes difficulty',
  'How each answer changes difficulty',
  'How difficulty returns to the mean',
  'Growth of stability by a recall',
  'How growth slows with stability',
  'How growth rises with lateness',
  'Stability after a lapse',
  'After a lapse, by difficulty',
  'After a lapse, by stability before',
  'After a lapse, by lateness',
  'Less growth after Hard',
  'More growth after Easy',
  'Answers of the same day',
  'The same, by the answer',
  'The same, by stability',
  'Shape of the forgetting curve',
] as const;

/** Both weights, number by number: for whoever wants to know. */
export const WeightsTable = ({ own, defaults }: WeightsTableProps) => (
  <details className={history.details}>
    <summary>The weights as a table</summary>
    <table className={history.table}>
      <thead>
        <tr>
          <th scope="col">Weight</th>
          <th scope="col" className={history.number}>
            Yours
          </th>
          <th scope="col" className={history.number}>
            Default
          </th>
        </tr>
      </thead>
      <tbody>
        {PURPOSES.map((purpose, index) => (
          <tr key={purpose}>
            <th scope="row">
              w{index}: {purpose}
            </th>
            <td className={history.number}>{own[index]?.toFixed(4)}</td>
            <td className={history.number}>{defaults[index]?.toFixed(4)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);
