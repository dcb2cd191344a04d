'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import classes from './site-header.module.css';

/** A link of the main navigation, marked as current on its own page and the pages under it. */
export const NavLink = ({ href, children }: { href: Route; children: ReactNode }) => {
  const path = usePathname();
  const current = href === '/' ? path === '/' || path.startsWith('/decks') : path.startsWith(href);
  return (
    <Link href={href} className={classes.link} aria-current={current ? 'page' : undefined}>
      {children}
    </Link>
  );
};
