import { memo, type ReactNode } from 'react';
import classes from './article-text.module.css';
import type { TextBlock } from './text-blocks';

type ArticleBlockProps = {
  readonly block: TextBlock;
  readonly text: string;
  /**
   * A letter for each sentence: `a` holds an accepted fact, `p` a proposed one, `-` none; on the memory map `1` to
   * `4` are from faint to firm.
   */
  readonly marks: string;
  /** The start of the sentence that Tab reaches, where it is in this block. */
  readonly stop: number | null;
  readonly lit: number | null;
  readonly answerStart: number | null;
  readonly answerEnd: number | null;
};

const MARKS: Readonly<Record<string, string>> = {
  a: 'kept',
  p: 'proposed',
  1: 'faint',
  2: 'fading',
  3: 'fair',
  4: 'firm',
};

/** The element of the memory map's legend that says in words what a mark means. */
const DESCRIBED_BY: Readonly<Record<string, string>> = {
  1: 'recall-faint',
  2: 'recall-fading',
  3: 'recall-fair',
  4: 'recall-firm',
};

/** A paragraph of the article. Drawn again only when something in it changes: an article may have thousands. */
export const ArticleBlock = memo(function ArticleBlock(props: ArticleBlockProps) {
  const { block, text, marks, stop, lit, answerStart, answerEnd } = props;
  const { places } = block;
  const parts: ReactNode[] = [];
  for (let index = 0; index < places.length; index += 2) {
    const start = places[index] ?? 0;
    const end = places[index + 1] ?? start;
    const isLit = start === lit;
    const letter = marks[index / 2] ?? '-';
    parts.push(
      <span
        key={start}
        role="button"
        tabIndex={start === stop ? 0 : -1}
        className={classes.sentence}
        data-start={start}
        data-end={end}
        data-mark={MARKS[letter]}
        aria-describedby={DESCRIBED_BY[letter]}
        aria-pressed={isLit}
      >
        {isLit && answerStart !== null && answerEnd !== null && answerStart >= start && answerEnd <= end ? (
          <>
            {text.slice(start, answerStart)}
            <mark className={classes.answer}>{text.slice(answerStart, answerEnd)}</mark>
            {text.slice(answerEnd, end)}
          </>
        ) : (
          text.slice(start, end)
        )}
      </span>,
      text.slice(end, places[index + 2] ?? end),
    );
  }
  return block.heading ? (
    <h2 className={classes.block}>{parts}</h2>
  ) : (
    <p className={classes.block}>{parts}</p>
  );
});
