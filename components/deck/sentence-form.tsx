'use client';
import { useId, useMemo, useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import { Dialog } from '@/components/controls/dialog';
import { BLANK } from '@/lib/blank';
import { checkEdit, MOST_PROMPT } from '@/lib/questions/check-edit';
import type { NewSentenceQuestion } from './deck-actions';
import type { UnusedSentence } from './unused-sentences';
import classes from './unused-list.module.css';
import { WordPicker } from './word-picker';
import { chosenSpan, clozeOf, wordsOf, type Choice } from './words-to-ask';

type SentenceFormProps = {
  readonly articleId: string;
  readonly sentence: UnusedSentence;
  /** @returns what was wrong, or `null` once it is saved. */
  readonly onAdd: (question: NewSentenceQuestion) => Promise<string | null>;
  readonly onClose: () => void;
};

/** Makes a question of a sentence: the words that are asked for are chosen in it, and the question may be changed. */
export const SentenceForm = ({ articleId, sentence, onAdd, onClose }: SentenceFormProps) => {
  const id = useId();
  const { statement, span } = sentence;
  const words = useMemo(() => wordsOf(statement), [statement]);
  const [choice, setChoice] = useState<Choice | null>(null);
  /** What was typed; `null`: the cloze as the words give it. */
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const chosen = chosenSpan(words, choice);
  const answer = chosen === null ? '' : statement.slice(chosen.start, chosen.end);
  const prompt = typed ?? (chosen === null ? '' : clozeOf(statement, chosen));

  const add = async (): Promise<void> => {
    if (chosen === null || answer === statement.trim()) {
      setProblem('Choose the words in the sentence that are to be asked for, and not all of them.');
      return;
    }
    const form = prompt.includes(BLANK) ? 'cloze' : 'basic';
    const wrong = Object.values(checkEdit(form, { prompt: prompt.trim(), answer, others: [] }))[0];
    if (wrong !== undefined) {
      setProblem(wrong);
      return;
    }
    const answerSpan = { start: span.start + chosen.start, end: span.start + chosen.end };
    setSaving(true);
    const refused = await onAdd({ articleId, span, answerSpan, prompt });
    setSaving(false);
    setProblem(refused);
    if (refused === null) onClose();
  };

  return (
    <Dialog title="Use this sentence" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <div className={controls.field}>
          <span id={`${id}-words`} className={controls.label}>
            What is to be asked for?
          </span>
          <WordPicker
            sentence={statement}
            words={words}
            choice={choice}
            labelledBy={`${id}-words`}
            onChoose={(next) => {
              setChoice(next);
              setTyped(null);
              setProblem(null);
            }}
          />
          <p className={controls.hint}>
            Choose the first word and then the last. With keys: arrows, Space, and Shift with an arrow for
            more words.
          </p>
        </div>
        <p className={classes.answer} role="status">
          Answer: <strong>{answer === '' ? 'nothing chosen yet' : answer}</strong>
        </p>
        <div className={controls.field}>
          <label htmlFor={`${id}-prompt`} className={controls.label}>
            Question
          </label>
          <textarea
            id={`${id}-prompt`}
            className={controls.input}
            rows={4}
            maxLength={MOST_PROMPT}
            disabled={chosen === null}
            value={prompt}
            aria-describedby={`${id}-hint`}
            onChange={(event) => {
              setTyped(event.target.value);
              setProblem(null);
            }}
          />
          <p id={`${id}-hint`} className={controls.hint}>
            {BLANK} is the gap. You may change it, or write a question without a gap.
          </p>
        </div>
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
            {saving ? 'Saving' : 'Add the question'}
          </button>
          <button type="button" className={controls.button} onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
};
