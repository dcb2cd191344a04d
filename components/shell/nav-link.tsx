'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import classes from './site-header.module.css';

/** Where the pages under a link have addresses of their own. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  '/': ['/decks'],
  '/memory': ['/memory', '/articles'],
  '/classes': ['/classes', '/c/', '/assignments'],
};

/** A link of the main navigation, marked as current on its own page and the pages under it. */
export const NavLink = ({ href, children }: { href: Route; children: ReactNode }) => {
  const path = usePathname();
  const homes = HOMES[href] ?? [href];
  const current = path === href || homes.some((home) => path.startsWith(home));
  return (
    <Link href={href} className={classes.link} aria-current={current ? 'page' : undefined}>
      {children}
    </Link>
  );
};
