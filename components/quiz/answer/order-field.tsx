'use client';
import { useRef, useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import { joinParts, partsOf } from '@/lib/key-parts';
import fields from './answer.module.css';
import type { AnswerProps } from './answer-props';

/**
 * Things to bring in order: each is moved up or down by its buttons, or by the arrow keys while one of them has the
 * focus. What moved is said.
 */
export const OrderField = ({ item, answer, isClosed, onChange }: AnswerProps) => {
  const given = partsOf(answer);
  const isWhole = given.length === item.options.length && item.options.every((each) => given.includes(each));
  const order = isWhole ? given : item.options;
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState('');

  const move = (from: number, by: 1 | -1): void => {
    const to = from + by;
    const moved = order[from];
    if (isClosed || moved === undefined || to < 0 || to >= order.length) return;
    const next = order.toSpliced(from, 1).toSpliced(to, 0, moved);
    onChange(joinParts(next), 'once');
    setSaid(`${moved}: now ${to + 1} of ${order.length}`);
    // The focus goes along with what moved, to the same button or, at an end, to the other one.
    requestAnimationFrame(() => {
      const row = list.current?.children[to];
      const wanted = row?.querySelector<HTMLButtonElement>(`[data-by="${by}"]`);
      (wanted?.getAttribute('aria-disabled') === 'true'
        ? row?.querySelector<HTMLButtonElement>(`[data-by="${-by}"]`)
        : wanted
      )?.focus();
    });
  };

  return (
    <>
      <p className={fields.how}>Bring them in order, the first on top.</p>
      <ol ref={list} className={fields.order}>
        {order.map((text, index) => (
          <li
            key={text}
            className={fields.row}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
              event.preventDefault();
              move(index, event.key === 'ArrowUp' ? -1 : 1);
            }}
          >
            <span className={fields.place} aria-hidden="true">
              {index + 1}
            </span>
            <span className={fields.text}>{text}</span>
            {([-1, 1] as const).map((by) => (
              <button
                key={by}
                type="button"
                className={fields.move}
                data-by={by}
                aria-label={`Move ${by === -1 ? 'up' : 'down'}: ${text}`}
                aria-disabled={isClosed || (by === -1 ? index === 0 : index === order.length - 1)}
                onClick={() => {
                  move(index, by);
                }}
              >
                <span aria-hidden="true">{by === -1 ? '↑' : '↓'}</span>
              </button>
            ))}
          </li>
        ))}
      </ol>
      {!isWhole && !isClosed && (
        <button
          type="button"
          className={`${controls.button} ${controls.quiet}`}
          onClick={() => {
            onChange(joinParts(order), 'once');
          }}
        >
          Keep this order
        </button>
      )}
      <p className={fields.said} role="status">
        {said}
      </p>
    </>
  );
};
