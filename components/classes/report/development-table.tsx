import type { Route } from 'next';
import Link from 'next/link';
import history from '@/components/history/history.module.css';
import { count } from '@/components/history/moments';
import type { Development } from '@/lib/classes/report/development';
import classes from '../classes.module.css';

type DevelopmentTableProps = {
  readonly development: Development;
  readonly titles: ReadonlyMap<string, string>;
  /** Those that are live sessions. */
  readonly live: ReadonlySet<string>;
  readonly pupils: readonly { readonly id: string; readonly name: string }[];
};

const percent = (value: number | null): string => (value === null ? '–' : `${value} %`);

/** What each pupil reached in each quiz, and the class over all, the first quiz first. */
export const DevelopmentTable = ({ development, titles, live, pupils }: DevelopmentTableProps) => {
  const percentsOf = new Map(development.players.map(({ player, percents }) => [player, percents]));
  return (
    <section className={classes.scroll} aria-label="Development" tabIndex={0}>
      <table className={history.table}>
        <thead>
          <tr>
            <th scope="col">Pupil</th>
            {development.tests.map(({ id }) => (
              <th key={id} scope="col" className={history.number}>
                <Link href={`/${live.has(id) ? `live/${id}/report` : `assignments/${id}`}` as Route}>
                  {titles.get(id)}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              <strong>The class</strong>
            </th>
            {development.tests.map(({ id, percent: reached }) => (
              <td key={id} className={history.number}>
                <strong>{percent(reached)}</strong>
              </td>
            ))}
          </tr>
          {pupils.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {development.tests.map((test, index) => (
                <td key={test.id} className={history.number}>
                  {percent(percentsOf.get(id)?.[index] ?? null)}
                </td>
              ))}
            </tr>
          ))}
          {development.tests.some(({ unlinked }) => unlinked !== null) && (
            <tr>
              <th scope="row">Not linked to a pupil</th>
              {development.tests.map(({ id, unlinked }) => (
                <td key={id} className={history.number}>
                  {unlinked === null ? '–' : `${unlinked.percent} % (${count(unlinked.players, 'player')})`}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
};
