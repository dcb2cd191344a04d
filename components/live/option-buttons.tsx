'use client';
import { useEffect, useEffectEvent } from 'react';
import { MediaText } from '@/components/evidence/media-text';
import classes from './live.module.css';
import { OptionMark } from './option-mark';
import { letterOf } from '@/components/quiz/answer/answer-props';

type OptionButtonsProps = {
  readonly options: readonly string[];
  readonly chosen: number | null;
  readonly isClosed: boolean;
  readonly choose: (option: number) => void;
};

/** The options as large buttons; the keys A to F and 1 to 6 choose, too. */
export const OptionButtons = ({ options, chosen, isClosed, choose }: OptionButtonsProps) => {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isClosed || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toUpperCase();
    const option = options.findIndex((_, index) => key === letterOf(index) || key === `${index + 1}`);
    if (option >= 0) choose(option);
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, []);
  return (
    <ul className={classes.options} aria-label="Options">
      {options.map((option, index) => (
        <li key={option}>
          <button
            type="button"
            className={classes.option}
            aria-pressed={chosen === index}
            disabled={isClosed}
            onClick={() => {
              choose(index);
            }}
          >
            <OptionMark index={index} />
            <span>
              <MediaText text={option} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};
