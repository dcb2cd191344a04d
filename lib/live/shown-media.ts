/** Which pictures and sounds stand in what a player is shown now. */
import { isTyped } from '@/lib/forms';
import { mediaParts } from '@/lib/formats/media-marks';
import type { LiveView, OwnPace, SeenPhase } from './seen';

type Texts = readonly (string | null)[];

/** Only texts of the deck: names that players took and answers that they typed name nothing. */
const textsOfPhase = (phase: SeenPhase): Texts => {
  switch (phase.name) {
    case 'reading':
      return [phase.prompt, phase.context];
    case 'answering':
      return [phase.prompt, phase.context, ...phase.options];
    case 'proving':
      return [phase.prompt, phase.context, ...phase.sentences];
    case 'revealed': {
      const { prompt, context, answer, proof } = phase;
      const options = isTyped(phase.form) ? [] : phase.options.map(({ text }) => text);
      return [prompt, context, answer, ...options, proof.before, proof.statement, proof.after];
    }
    case 'lobby':
    case 'standings':
    case 'own-pace':
    case 'podium':
    case 'ended':
      return [];
  }
};

const textsOfOwn = ({ current, last }: OwnPace): Texts => [
  ...(current === null ? [] : [current.prompt, current.context, ...current.options]),
  ...(last === null
    ? []
    : [last.prompt, last.context, last.answer, last.proof.before, last.proof.statement, last.proof.after]),
];

/** Whether a picture or a sound of this name stands in the questions that `view` shows: not before they are put. */
export const showsMedia = (view: LiveView, name: string): boolean => {
  if (view.role !== 'player') return false;
  const texts = [...textsOfPhase(view.phase), ...(view.own === null ? [] : textsOfOwn(view.own))];
  return texts.some((text) => mediaParts(text ?? '').some((part) => 'name' in part && part.name === name));
};
