'use client';
import classes from './account.module.css';

type ErrorNoticeProps = {
  /** Under which number the server has logged it. */
  readonly digest: string | undefined;
  readonly retry: () => void;
};

/** What is shown where a page failed: what it means for the reader, and two ways on. */
export const ErrorNotice = ({ digest, retry }: ErrorNoticeProps) => (
  <div className={classes.narrow}>
    <h1>This page did not work</h1>
    <p className={classes.lead} role="alert">
      The failure has been logged{digest === undefined ? '' : ` as ${digest}`}. What you saved is safe.
    </p>
    <div className={classes.providers}>
      <button type="button" className={classes.button} onClick={retry}>
        Try again
      </button>
      {/* A full load: whatever broke in this page is left behind with it. */}
      {/* eslint-disable-next-line @next/next/no-html-link-for-pages */}
      <a href="/" className={`${classes.button} ${classes.plain}`}>
        To the first page
      </a>
    </div>
  </div>
);
