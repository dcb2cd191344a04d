'use client';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { StudyCard } from '@/lib/memory/study-card';

type HandsFree = {
  readonly card: StudyCard | null;
  readonly revealed: boolean;
  readonly paused: boolean;
  readonly onReveal: () => void;
  /** Goes on without a grade. */
  readonly onSkip: () => void;
};

/** Milliseconds to think before the answer, and to grade it after. */
const TO_THINK = 5000;
const TO_GRADE = 5000;
/** A voice that does not say when it has ended is given so long for a letter. */
const MS_A_LETTER = 90;

const spokenQuestion = ({ context, prompt, options }: StudyCard): string =>
  [
    context ?? '',
    prompt.map((part) => (part.kind === 'text' ? part.text : (part.hint ?? 'what'))).join(' '),
    options.length > 0 ? `Is it: ${options.join('; or ')}?` : '',
  ].join(' ');

const say = (text: string, onEnd: () => void): (() => void) => {
  const words = new SpeechSynthesisUtterance(text);
  words.lang = 'en';
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    onEnd();
  };
  const timer = setTimeout(end, 1500 + text.length * MS_A_LETTER);
  words.addEventListener('end', end);
  speechSynthesis.cancel();
  speechSynthesis.speak(words);
  return () => {
    ended = true;
    clearTimeout(timer);
    speechSynthesis.cancel();
  };
};

const never = () => () => undefined;

/**
 * Reads each card aloud with the browser's own voice, shows the answer after a while and goes on, so that one can
 * study while walking. It never grades: what nobody grades in time comes again at the end.
 */
export const useHandsFree = ({ card, revealed, paused, onReveal, onSkip }: HandsFree) => {
  const canSpeak = useSyncExternalStore(
    never,
    () => 'speechSynthesis' in window,
    () => false,
  );
  const [on, setOn] = useState(false);
  const reveal = useEffectEvent(onReveal);
  const skip = useEffectEvent(onSkip);
  const text = card === null ? '' : revealed ? `The answer: ${card.answer}.` : spokenQuestion(card);
  useEffect(() => {
    if (!on || paused || text === '') return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = say(text, () => {
      timer = setTimeout(
        () => {
          if (revealed) skip();
          else reveal();
        },
        revealed ? TO_GRADE : TO_THINK,
      );
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [on, paused, text, revealed]);
  return {
    canSpeak,
    on,
    toggle: () => {
      if (canSpeak) setOn(!on);
    },
  };
};
