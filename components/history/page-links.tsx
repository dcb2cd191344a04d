import Link from 'next/link';
import classes from './history.module.css';

type PageLinksProps = {
  /** Where the next page begins; `null` on the last. */
  readonly older: string | null;
  readonly first: boolean;
};

/** To older quizzes, and back to the newest. */
export const PageLinks = ({ older, first }: PageLinksProps) =>
  older === null && first ? null : (
    <nav className={classes.more} aria-label="Pages of the history">
      {!first && <Link href="/history">Newest</Link>}
      {older !== null && <Link href={{ pathname: '/history', query: { before: older } }}>Older</Link>}
    </nav>
  );
