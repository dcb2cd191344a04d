import Link from 'next/link';
import type { ReactNode } from 'react';
import classes from './history.module.css';

type HistoryFrameProps = { readonly title?: string; readonly children: ReactNode };

/** The page of one's past and of what is coming. */
export const HistoryFrame = ({ title = 'History', children }: HistoryFrameProps) => (
  <div className={classes.page}>
    <h1>{title}</h1>
    {children}
  </div>
);

/** A part of the history under its heading. */
export const HistorySection = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);

/** From the scores to what lies behind them, and all of it as a file. */
export const HistoryWays = () => (
  <p className={classes.more}>
    <Link href="/history/answers">What you know and mix up</Link>
    <Link href="/live">Sessions in class</Link>
    <a href="/api/attempts/export" download>
      All answers as CSV
    </a>
  </p>
);
