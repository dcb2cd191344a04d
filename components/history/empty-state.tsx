import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import classes from './history.module.css';

type EmptyStateProps = { readonly href: Route; readonly link: string; readonly children: ReactNode };

/** What stands where nothing is yet: why, and what to do next. */
export const EmptyState = ({ href, link, children }: EmptyStateProps) => (
  <div className={classes.empty}>
    <p>{children}</p>
    <Link href={href}>{link}</Link>
  </div>
);
