'use client';
import { useEffect, useRef } from 'react';
import type { HostView, ScreenView } from '@/lib/live/seen';

/** Hertz of the tone for each phase that has one. */
const TONES: Readonly<Record<string, number>> = { answering: 660, revealed: 880, podium: 990 };

/** One short tone at each turn of the session, where its host wants sound; the browser may still keep it quiet. */
export const useSound = (view: HostView | ScreenView | null): void => {
  const context = useRef<AudioContext | null>(null);
  const phase = view?.phase.name;
  const wanted = view?.sound === true;
  useEffect(() => {
    const tone = TONES[phase ?? ''];
    if (!wanted || tone === undefined) return;
    context.current ??= new AudioContext();
    const { currentTime, destination } = context.current;
    const oscillator = context.current.createOscillator();
    const gain = context.current.createGain();
    oscillator.frequency.value = tone;
    gain.gain.setValueAtTime(0.15, currentTime);
    gain.gain.exponentialRampToValueAtTime(0.001, currentTime + 0.35);
    oscillator.connect(gain).connect(destination);
    oscillator.start();
    oscillator.stop(currentTime + 0.35);
  }, [phase, wanted]);
};
