'use client';
import type { ClutterKind } from '@/lib/formats/clutter';
import classes from './article.module.css';

/** A line of the text that looks like no part of the article. */
export type ClutterLine = { readonly text: string; readonly kind: ClutterKind; readonly removed: boolean };

const KINDS: Readonly<Record<ClutterKind, string>> = {
  caption: 'Caption',
  credit: 'Credit',
  cookie: 'Cookie notice',
  newsletter: 'Newsletter',
  share: 'Sharing',
  advert: 'Advertisement',
  link: 'Link',
  byline: 'Byline',
};

type ClutterListProps = {
  readonly lines: readonly ClutterLine[];
  readonly onToggle: (text: string) => void;
};

/** The lines that will be taken out of the text, each to be kept by unticking it. */
export const ClutterList = ({ lines, onToggle }: ClutterListProps) => (
  <fieldset className={classes.clutter}>
    <legend>Lines to take out</legend>
    <p className={classes.clutterHint}>
      These do not look like part of the article. Untick what should stay.
    </p>
    <ul>
      {lines.map(({ text, kind, removed }) => (
        <li key={text}>
          <label className={classes.clutterLine}>
            <input
              type="checkbox"
              checked={removed}
              onChange={() => {
                onToggle(text);
              }}
            />
            <span className={classes.clutterKind}>{KINDS[kind]}</span>
            <span className={classes.clutterText}>{text}</span>
          </label>
        </li>
      ))}
    </ul>
  </fieldset>
);
