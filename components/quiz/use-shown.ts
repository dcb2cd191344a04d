'use client';
import { useRef, useState } from 'react';
import { postUntilAnswered } from '@/components/wire/post';
import type { ResultItem } from '@/lib/quiz/result';
import { REFUSALS } from '@/lib/refusal';

/** What was shown to be right while the quiz goes on, and the way to have more of it shown. */
export const useShown = (attemptId: string, before: readonly (ResultItem | null)[]) => {
  const [shown, setShown] = useState(before);
  const [showing, setShowing] = useState(false);
  const [trouble, setTrouble] = useState('');
  const running = useRef(false);

  const show = async (position: number): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setShowing(true);
    setTrouble('');
    const answered = await postUntilAnswered<ResultItem>(
      `/api/attempts/${attemptId}/show`,
      { position },
      () => {
        setTrouble('No connection, trying again');
      },
    );
    if (answered.ok) {
      setShown((all) => all.map((other, index) => (index === position ? answered.value : other)));
      setTrouble('');
    } else setTrouble(REFUSALS[answered.code]);
    running.current = false;
    setShowing(false);
  };
  return { shown, showing, trouble, show };
};
