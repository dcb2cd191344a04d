import Link from 'next/link';
import classes from './account.module.css';

/** What someone without an account sees where an account would be. */
export const JoinPrompt = ({ visitor }: { visitor: boolean }) => (
  <div className={classes.narrow}>
    <h1>Account</h1>
    <p className={classes.lead}>
      {visitor
        ? 'You are trying Quizwright without an account. Sign up to keep what you made: your decks, your schedule and your scores move into the account. What stays unused for 30 days without one is removed.'
        : 'You are not signed in.'}
    </p>
    <div className={classes.providers}>
      <Link href="/sign-up?next=/account" className={classes.button}>
        Sign up
      </Link>
      <Link href="/sign-in?next=/account" className={`${classes.button} ${classes.plain}`}>
        Sign in
      </Link>
    </div>
  </div>
);
