import type { ReactNode } from 'react';
import classes from './page-head.module.css';

type PageHeadProps = { readonly title: string; readonly lead?: string; readonly children?: ReactNode };

/** The head of a page: its title, a line on it, and what can be done with all of it. */
export const PageHead = ({ title, lead, children }: PageHeadProps) => (
  <div className={classes.head}>
    <div className={classes.words}>
      <h1>{title}</h1>
      {lead !== undefined && <p>{lead}</p>}
    </div>
    {children !== undefined && <div className={classes.actions}>{children}</div>}
  </div>
);
