'use client';
import { useState } from 'react';
import type { Check } from '@/lib/model';
import classes from './certificate.module.css';
import { CHECK_WORDS, unsureChecks } from './check-words';

type CertificateProps = {
  readonly checks: readonly Check[];
  /** Whether Tab reaches it. */
  readonly reachable: boolean;
};

/** What was checked of a question: a mark with words, and each check behind it. */
export const Certificate = ({ checks, reachable }: CertificateProps) => {
  const [open, setOpen] = useState(false);
  const [first, ...more] = unsureChecks(checks);
  if (checks.length === 0) return null;
  return (
    <details
      className={classes.certificate}
      data-verdict={first === undefined ? 'passed' : 'unsure'}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary tabIndex={reachable ? 0 : -1}>
        <span className={classes.sign} aria-hidden="true">
          {first === undefined ? '✓' : '!'}
        </span>
        {first === undefined
          ? 'All checks passed'
          : `Look at this one: ${CHECK_WORDS[first.name].look}${more.length > 0 ? ` And ${more.length} more.` : ''}`}
      </summary>
      {/* A deck has thousands of checks: they are drawn once someone wants to see them. */}
      {open && (
        <ul className={classes.checks}>
          {checks.map(({ name, verdict }) => (
            <li key={name} data-verdict={verdict}>
              <strong>{verdict === 'passed' ? 'Passed' : 'Unsure'}</strong>
              <span>
                {CHECK_WORDS[name].what}
                {verdict === 'unsure' && ` Here: ${CHECK_WORDS[name].look}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
};

/** Opens all certificates inside `place`, or closes them where all are open. */
export const toggleCertificates = (place: Element): void => {
  const all = [...place.querySelectorAll<HTMLDetailsElement>(`details.${classes.certificate ?? ''}`)];
  const open = all.some((details) => !details.open);
  for (const details of all) details.open = open;
};
