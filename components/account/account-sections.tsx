import type { ReactNode } from 'react';
import classes from './account.module.css';

/** A part of the account page under its heading. */
export const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);

type AccountFrameProps = {
  readonly email: string;
  readonly name: string | null;
  readonly children: ReactNode;
};

/** The account page: who this is, then its parts. */
export const AccountFrame = ({ email, name, children }: AccountFrameProps) => (
  <div className={classes.page}>
    <h1>Account</h1>
    <dl className={classes.facts}>
      <dt>Email</dt>
      <dd>{email}</dd>
      <dt>Name</dt>
      <dd>{name ?? 'none given'}</dd>
    </dl>
    {children}
  </div>
);

/** Leaves every session; a plain form, so that it works without a script. */
export const SignOutForm = ({ signOut }: { signOut: () => Promise<void> }) => (
  <form action={signOut}>
    <button type="submit" className={`${classes.button} ${classes.plain}`}>
      Sign out
    </button>
  </form>
);

/** The downloads: everything, and the quiz results as a table. */
export const ExportLink = () => (
  <p className={classes.downloads}>
    <a href="/api/account/export" download className={`${classes.button} ${classes.plain}`}>
      Export my data
    </a>
    <a href="/api/attempts/export" download className={`${classes.button} ${classes.plain}`}>
      Quiz results as CSV
    </a>
  </p>
);
