'use client';
import { memo, useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import type { Span } from '@/lib/model';
import classes from './article-text.module.css';
import { sentenceAt, type TextBlock } from './text-blocks';
import { ArticleBlock } from './article-block';

type ArticleTextProps = {
  readonly article: { readonly text: string; readonly blocks: readonly TextBlock[] };
  /** How each sentence of each block is marked: the letters of `ArticleBlock`. */
  readonly marks: readonly string[];
  /** What is lit: the sentence of the chosen fact with its answer, or a chosen sentence. */
  readonly lit: Span | null;
  readonly answer: Span | null;
  /** Whether it is what a phone shows; on a wide screen it is always in view. */
  readonly shown: boolean;
  readonly onChoose: (sentence: Span) => void;
};

/** From so many blocks on, those out of sight are not drawn. */
const LONG = 60;

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

const sentenceOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-start]') : null;

/** Brings a sentence to the upper third of its pane; the page itself moves only on a phone, where it is the pane. */
const scrollTo = (pane: HTMLElement, sentence: HTMLElement, onPhone: boolean): void => {
  if (onPhone) {
    sentence.scrollIntoView({ block: 'center' });
    return;
  }
  const paneBox = pane.getBoundingClientRect();
  const box = sentence.getBoundingClientRect();
  if (box.top >= paneBox.top + 24 && box.bottom <= Math.min(paneBox.bottom, innerHeight) - 24) return;
  pane.scrollTop += box.top - paneBox.top - pane.clientHeight / 3;
};

/** The article: every sentence can be chosen, some are marked. One tab stop; arrows move on. */
export const ArticleText = memo(function ArticleText({
  article,
  marks,
  lit,
  answer,
  shown,
  onChoose,
}: ArticleTextProps) {
  const pane = useRef<HTMLDivElement>(null);
  const { blocks, text } = article;
  const litStart = lit === null ? null : sentenceAt(blocks, lit.start);
  const stop = litStart ?? blocks[0]?.places[0] ?? null;

  useEffect(() => {
    if (litStart === null) return;
    const show = (): void => {
      const sentence = pane.current?.querySelector<HTMLElement>(`[data-start="${litStart}"]`);
      if (pane.current && sentence) scrollTo(pane.current, sentence, shown);
    };
    show();
    // Blocks out of sight have a guessed height until they come near: look again once they are drawn.
    const frame = requestAnimationFrame(show);
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [litStart, shown]);

  const choose = (sentence: HTMLElement | null): void => {
    if (sentence === null) return;
    onChoose({ start: Number(sentence.dataset.start), end: Number(sentence.dataset.end) });
  };
  const onClick = (event: MouseEvent): void => {
    // Whoever selects words to copy them chooses no sentence.
    if (getSelection()?.isCollapsed === false) return;
    choose(sentenceOf(event.target));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const sentence = sentenceOf(event.target);
    if (sentence === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(sentence);
      return;
    }
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = [...(pane.current?.querySelectorAll<HTMLElement>('[data-start]') ?? [])];
    all[all.indexOf(sentence) + step]?.focus();
  };

  return (
    <div
      ref={pane}
      className={classes.pane}
      data-long={blocks.length > LONG}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {blocks.map((block, index) => {
        const [first = 0] = block.places;
        const last = block.places.at(-1) ?? 0;
        const holds = (start: number | null): start is number =>
          start !== null && start >= first && start < last;
        return (
          <ArticleBlock
            key={first}
            block={block}
            text={text}
            marks={marks[index] ?? ''}
            stop={holds(stop) ? stop : null}
            lit={holds(litStart) ? litStart : null}
            answerStart={holds(litStart) && answer !== null ? answer.start : null}
            answerEnd={holds(litStart) && answer !== null ? answer.end : null}
          />
        );
      })}
    </div>
  );
});
