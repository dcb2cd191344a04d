import Link from 'next/link';
import { NavLink } from './nav-link';
import classes from './site-header.module.css';

/** Who the header is for: someone who has not come yet, a visitor trying the app, or a member. */
export type Presence = 'nobody' | 'visitor' | 'member';

export const SiteHeader = ({ presence }: { presence: Presence }) => (
  <>
    <a href="#content" className={classes.skip}>
      Skip to the content
    </a>
    <header className={classes.header}>
      <div className={classes.row}>
        <Link href="/" className={classes.brand} aria-label="Quizwright, home">
          <Mark />
          <span className={classes.brandName}>Quizwright</span>
        </Link>
        <nav className={classes.nav} aria-label="Main">
          {presence !== 'nobody' && (
            <>
              <NavLink href="/">Decks</NavLink>
              <NavLink href="/study">Study</NavLink>
              <NavLink href="/exams">Exams</NavLink>
              <NavLink href="/memory">Memory</NavLink>
              <NavLink href="/history">History</NavLink>
              <NavLink href="/classes">Classes</NavLink>
            </>
          )}
          {presence === 'member' ? (
            <NavLink href="/account">Account</NavLink>
          ) : (
            <>
              {presence === 'nobody' && <NavLink href="/join">Join</NavLink>}
              <NavLink href="/sign-in">Sign in</NavLink>
              {presence === 'nobody' && <NavLink href="/sign-up">Sign up</NavLink>}
            </>
          )}
        </nav>
      </div>
    </header>
    {presence === 'visitor' && (
      <aside className={classes.notice} aria-label="Your visit">
        You are trying Quizwright. <Link href="/sign-up">Sign up</Link> to keep what you make.
      </aside>
    )}
  </>
);

/** A sentence with its answer taken out: our mark. */
const Mark = () => (
  <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
    <rect width="28" height="28" rx="7" fill="var(--mantine-primary-color-filled)" />
    <path
      d="M7 10h14M7 18h4M19 18h2"
      stroke="var(--mantine-primary-color-contrast)"
      strokeWidth="2.4"
      strokeLinecap="round"
    />
    <rect x="13" y="15.4" width="4" height="5.2" rx="1.4" fill="var(--mantine-primary-color-contrast)" />
  </svg>
);
