'use client';
import { useId, useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import { Dialog } from '@/components/controls/dialog';
import { keep, useKept } from '@/components/controls/kept';
import { MOST_ANSWER, MOST_PROMPT } from '@/lib/questions/check-edit';
import type { NewCard } from './deck-actions';
import classes from './fact-list.module.css';

type CardFormProps = {
  readonly deckId: string;
  /** The sentence that is lit: it may be kept as the card's proof. */
  readonly sentence: { readonly text: string; readonly proof: NonNullable<NewCard['proof']> } | null;
  /** Whether it is at first: the person chose the sentence itself. */
  readonly proved: boolean;
  /** @returns what was wrong, or `null` once it is saved. */
  readonly onAdd: (card: NewCard) => Promise<string | null>;
  readonly onClose: () => void;
};

const toSides = (value: unknown): { front: string; back: string } => {
  const draft = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const { front, back } = draft;
  return {
    front: typeof front === 'string' ? front : '',
    back: typeof back === 'string' ? back : '',
  };
};

/** A card of one's own: front, back, and the sentence that proves it. What is typed is kept until it is saved. */
export const CardForm = ({ deckId, sentence, proved: provedAtFirst, onAdd, onClose }: CardFormProps) => {
  const id = useId();
  const key = `quizwright.card.${deckId}`;
  const sides = useKept('local', key, toSides);
  const [proved, setProved] = useState(provedAtFirst);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);

  const add = async (): Promise<void> => {
    const card = { front: sides.front.trim(), back: sides.back.trim() };
    if (card.front === '' || card.back === '') {
      setProblem('A card needs both sides: write the front and the back.');
      return;
    }
    setSaving(true);
    const wrong = await onAdd({ ...card, proof: proved && sentence !== null ? sentence.proof : null });
    setSaving(false);
    setProblem(wrong);
    if (wrong !== null) return;
    keep('local', key, null);
    onClose();
  };
  const side = (name: 'front' | 'back', label: string, most: number) => (
    <div className={controls.field}>
      <label htmlFor={`${id}-${name}`} className={controls.label}>
        {label}
      </label>
      <textarea
        id={`${id}-${name}`}
        className={controls.input}
        rows={name === 'front' ? 3 : 2}
        maxLength={most}
        value={sides[name]}
        onChange={(event) => {
          keep('local', key, { ...sides, [name]: event.target.value });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void add();
        }}
      />
    </div>
  );

  return (
    <Dialog title="New card" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        {side('front', 'Front: what is asked', MOST_PROMPT)}
        {side('back', 'Back: the answer', MOST_ANSWER)}
        {sentence !== null && (
          <label className={classes.proof}>
            <input
              type="checkbox"
              checked={proved}
              onChange={(event) => {
                setProved(event.target.checked);
              }}
            />
            <span>
              This sentence is its proof: <q>{sentence.text}</q>
            </span>
          </label>
        )}
        {problem !== null && (
          <p className={controls.error} role="alert">
            {problem}
          </p>
        )}
        <div className={controls.row}>
          <button
            type="submit"
            disabled={saving}
            className={`${controls.button ?? ''} ${controls.primary ?? ''}`}
          >
            {saving ? 'Saving' : 'Add the card'}
          </button>
          <button type="button" className={controls.button} onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
};
