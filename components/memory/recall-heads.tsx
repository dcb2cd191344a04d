import history from '@/components/history/history.module.css';

/** The head of a table of shares recalled, after the column that says of what. */
export const RecallHeads = ({ of }: { readonly of: string }) => (
  <thead>
    <tr>
      <th scope="col">{of}</th>
      <th scope="col" className={history.number}>
        Recalled
      </th>
      <th scope="col" className={history.number}>
        Share
      </th>
      <th scope="col" className={history.number}>
        Likely between
      </th>
    </tr>
  </thead>
);
