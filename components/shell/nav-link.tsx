'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef, type ReactNode } from 'react';
import classes from './site-header.module.css';

/** Where the pages under a link have addresses of their own. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  '/': ['/decks'],
  '/memory': ['/memory', '/articles'],
  '/classes': ['/classes', '/c/', '/assignments'],
};

/** Pixels that are left of the current link, so that the one before shows. */
const BEFORE_CURRENT = 90;

/** A link of the main navigation, marked as current on its own page and the pages under it. */
export const NavLink = ({ href, children }: { href: Route; children: ReactNode }) => {
  const path = usePathname();
  const homes = HOMES[href] ?? [href];
  const current = path === href || homes.some((home) => path.startsWith(home));
  const link = useRef<HTMLAnchorElement>(null);
  // On a phone the row of links is wider than the screen.
  useEffect(() => {
    if (current) link.current?.parentElement?.scrollTo({ left: link.current.offsetLeft - BEFORE_CURRENT });
  }, [current]);
  return (
    <Link ref={link} href={href} className={classes.link} aria-current={current ? 'page' : undefined}>
      {children}
    </Link>
  );
};
