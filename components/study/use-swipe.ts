'use client';
import { useRef, type PointerEvent } from 'react';

type Gestures = {
  /** `null`: the gesture does nothing now. */
  readonly onTap: (() => void) | null;
  readonly onLeft: (() => void) | null;
  readonly onRight: (() => void) | null;
};

/** Pixels to the side from which a movement is a swipe, and up to which a touch is a tap. */
const SWIPE = 60;
const TAP = 10;

/** Gestures of a finger on a card. A mouse selects text and does not swipe; what lies on a control is the control's. */
export const useSwipe = ({ onTap, onLeft, onRight }: Gestures) => {
  const from = useRef<{ x: number; y: number } | null>(null);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const isControl = event.target instanceof Element && event.target.closest('a, button, input') !== null;
      from.current =
        event.pointerType === 'mouse' || isControl ? null : { x: event.clientX, y: event.clientY };
    },
    onPointerCancel: () => {
      from.current = null;
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const start = from.current;
      from.current = null;
      if (start === null) return;
      const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
      if (Math.abs(dx) < TAP && Math.abs(dy) < TAP) onTap?.();
      else if (Math.abs(dx) >= SWIPE && Math.abs(dx) > 2 * Math.abs(dy)) (dx > 0 ? onRight : onLeft)?.();
    },
  };
};
