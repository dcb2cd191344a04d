import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import classes from './account.module.css';

type NoticeProps = {
  readonly title: string;
  readonly href: Route;
  readonly link: string;
  readonly children: ReactNode;
};

/** A page that says one thing and shows the way on. */
export const Notice = ({ title, href, link, children }: NoticeProps) => (
  <div className={classes.narrow}>
    <h1>{title}</h1>
    <p className={classes.lead}>{children}</p>
    <Link href={href} className={classes.button}>
      {link}
    </Link>
  </div>
);
