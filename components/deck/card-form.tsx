'use client';
import { useId, useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import { Dialog } from '@/components/controls/dialog';
import { keep, useKept } from '@/components/controls/kept';
import { checkEdit, MOST_ANSWER, MOST_PROMPT, tidyEdit, type EditProblems } from '@/lib/questions/check-edit';
import type { NewCard } from './deck-actions';
import classes from './fact-list.module.css';
import { KeyFields } from './key-fields';

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

/** How a card of one's own may be asked, plainest first. */
const KINDS = [
  ['basic', 'Front and back'],
  ['choice', 'Choice, one is right'],
  ['several', 'Choice, several are right'],
  ['true-false', 'True or false'],
  ['number', 'A number'],
  ['date', 'A date'],
  ['order', 'Put in order'],
  ['match', 'Match'],
] as const;
type Kind = (typeof KINDS)[number][0];

type Draft = {
  readonly kind: Kind;
  readonly front: string;
  readonly back: string;
  readonly others: readonly string[];
};

const toDraft = (value: unknown): Draft => {
  const draft = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const { kind, front, back, others } = draft;
  return {
    kind: KINDS.find(([name]) => name === kind)?.[0] ?? 'basic',
    front: typeof front === 'string' ? front : '',
    back: typeof back === 'string' ? back : '',
    others: Array.isArray(others) ? others.map(String) : [],
  };
};

/** A card of one's own: how it is asked, its two sides, and the sentence that proves it. What is typed is kept until it is saved. */
export const CardForm = ({ deckId, sentence, proved: provedAtFirst, onAdd, onClose }: CardFormProps) => {
  const id = useId();
  const key = `quizwright.card.${deckId}`;
  const draft = useKept('local', key, toDraft);
  const { kind } = draft;
  const [problems, setProblems] = useState<EditProblems>({});
  const [proved, setProved] = useState(provedAtFirst);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);

  const add = async (): Promise<void> => {
    const { prompt, answer, others } = tidyEdit(kind, {
      prompt: draft.front,
      answer: kind === 'true-false' && draft.back !== 'False' ? 'True' : draft.back,
      others: kind === 'true-false' ? [draft.back === 'False' ? 'True' : 'False'] : draft.others,
    });
    const found = checkEdit(kind, { prompt, answer, others });
    setProblems(found);
    if (prompt === '' || answer === '') {
      setProblem('A card needs both sides: write the front and the back.');
      return;
    }
    setProblem(found.prompt ?? null);
    if (Object.keys(found).length > 0) return;
    setSaving(true);
    const proof = proved && sentence !== null ? sentence.proof : null;
    const wrong = await onAdd({ form: kind, front: prompt, back: answer, others, proof });
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
        value={draft[name]}
        onChange={(event) => {
          keep('local', key, { ...draft, [name]: event.target.value });
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
        <div className={controls.field}>
          <label htmlFor={`${id}-kind`} className={controls.label}>
            Kind
          </label>
          <select
            id={`${id}-kind`}
            className={controls.input}
            value={kind}
            onChange={(event) => {
              setProblems({});
              keep('local', key, { ...draft, kind: event.target.value });
            }}
          >
            {KINDS.map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
        </div>
        {side('front', 'Front: what is asked', MOST_PROMPT)}
        {kind === 'basic' ? (
          side('back', 'Back: the answer', MOST_ANSWER)
        ) : (
          <KeyFields
            form={kind}
            edit={{ answer: draft.back, others: draft.others }}
            problems={problems}
            id={id}
            onChange={({ answer, others }) => {
              keep('local', key, {
                ...draft,
                ...(answer === undefined ? {} : { back: answer }),
                ...(others === undefined ? {} : { others }),
              });
            }}
          />
        )}
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
