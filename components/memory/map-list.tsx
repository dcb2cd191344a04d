import type { Route } from 'next';
import Link from 'next/link';
import { count } from '@/components/history/moments';
import classes from './memory.module.css';

type MapListProps = {
  readonly articles: readonly {
    readonly id: string;
    readonly title: string;
    readonly facts: number;
    readonly met: number;
    readonly known: number;
  }[];
};

/** The way to the map of each article, with what it says in short. */
export const MapList = ({ articles }: MapListProps) => (
  <>
    <p>An article painted, sentence by sentence, by what you would recall of it today.</p>
    <ul className={classes.maps}>
      {articles.map(({ id, title, facts, met, known }) => (
        <li key={id}>
          <Link href={`/articles/${id}/memory` as Route}>{title}</Link>
          <span>
            {met === 0
              ? `${count(facts, 'fact')}, never asked`
              : `about ${Math.round(known)} of ${met} recalled${facts > met ? `, ${facts - met} never asked` : ''}`}
          </span>
        </li>
      ))}
    </ul>
  </>
);
