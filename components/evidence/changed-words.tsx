import { Fragment } from 'react';
import type { WordChange } from '@/lib/facts/word-changes';
import classes from './changed-words.module.css';

/** A sentence with what was taken out struck through and what was put in underlined; said in words to who hears it. */
export const ChangedWords = ({ words }: { readonly words: readonly WordChange[] }) => (
  <span className={classes.words}>
    {words.map(({ kind, text }, index) => {
      if (kind === 'same') return <span key={index}>{text}</span>;
      const Tag = kind === 'gone' ? 'del' : 'ins';
      return (
        <Fragment key={index}>
          {/^\s*/u.exec(text)?.[0]}
          <Tag className={classes[kind]}>{text.trimStart()}</Tag>
        </Fragment>
      );
    })}
  </span>
);
