import type { ReactNode } from 'react';
import classes from './account.module.css';
import { providerErrorWords } from './provider-error';

type SignPageProps = {
  readonly title: string;
  readonly lead: string;
  /** What next-auth says went wrong. */
  readonly error: string | undefined;
  readonly children: ReactNode;
  readonly foot: ReactNode;
};

/** The frame of the pages where people sign in and sign up. */
export const SignPage = ({ title, lead, error, children, foot }: SignPageProps) => (
  <div className={classes.narrow}>
    <h1>{title}</h1>
    <p className={classes.lead}>{lead}</p>
    {error !== undefined && (
      <p className={classes.refusal} role="alert" style={{ marginBottom: '1rem' }}>
        {providerErrorWords(error)}
      </p>
    )}
    {children}
    <p className={classes.foot}>{foot}</p>
  </div>
);
