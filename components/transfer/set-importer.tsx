'use client';
import { useRouter } from 'next/navigation';
import { useId, useState, type DragEvent } from 'react';
import controls from '@/components/controls/controls.module.css';
import { FoundPreview } from './import-preview';
import { TableFields } from './table-fields';
import classes from './transfer.module.css';
import { NO_CHOICE, useImport, type ImportChoice } from './use-import';

type SetImporterProps = {
  readonly decks: readonly { readonly id: string; readonly title: string }[];
  /** The deck that the person came from; `''`: none. */
  readonly deckId: string;
};

const ACCEPTED = '.apkg,.colpkg,.txt,.csv,.tsv,.tab,.xml,.json,.xlsx,.gift';

/** Cards' way in: choose a file or paste a list, see what it holds, import all of it at once. */
export const SetImporter = ({ decks, deckId }: SetImporterProps) => {
  const router = useRouter();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [pasted, setPasted] = useState('');
  const [choice, setChoice] = useState<ImportChoice>({ ...NO_CHOICE, deckId });
  const { state, preview, bringIn } = useImport((imported) => {
    router.push(`/decks/${imported}`);
  });

  const take = (chosen: File | undefined): void => {
    if (chosen === undefined) return;
    setFile(chosen);
    preview(chosen, choice);
  };
  const change = (next: ImportChoice): void => {
    setChoice(next);
    if (file !== null) preview(file, next);
  };
  const drop = (event: DragEvent): void => {
    const [dropped] = event.dataTransfer.files;
    if (dropped === undefined) return;
    event.preventDefault();
    take(dropped);
  };
  const found = 'found' in state ? state.found : null;
  const busy = state.name === 'reading' || state.name === 'importing';

  return (
    <form
      className={classes.form}
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={drop}
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null && found !== null) bringIn(file, choice, found);
      }}
    >
      <div className={controls.field}>
        <label htmlFor={`${id}-file`} className={controls.label}>
          File
        </label>
        <input
          id={`${id}-file`}
          type="file"
          className={controls.input}
          accept={ACCEPTED}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            take(event.target.files?.[0]);
          }}
        />
        <p id={`${id}-hint`} className={controls.hint}>
          Anki (.apkg, text), CSV or TSV, GIFT, Moodle XML, spreadsheets of Kahoot! and ClassQuiz, decks of
          Quizwright; up to 20 MB. It can be dropped here, too.
        </p>
      </div>
      <details className={classes.problems}>
        <summary>Or paste a list</summary>
        <div className={controls.field}>
          <label htmlFor={`${id}-list`} className={controls.label}>
            List
          </label>
          <textarea
            id={`${id}-list`}
            className={controls.input}
            rows={6}
            value={pasted}
            placeholder={'heart\tthe organ that pumps blood'}
            onChange={(event) => {
              setPasted(event.target.value);
            }}
          />
          <div>
            <button
              type="button"
              className={controls.button}
              disabled={pasted.trim() === ''}
              onClick={() => {
                take(new File([pasted], 'Pasted list.txt'));
              }}
            >
              Look at it
            </button>
          </div>
        </div>
      </details>
      <div className={classes.pair}>
        <div className={controls.field}>
          <label htmlFor={`${id}-deck`} className={controls.label}>
            Deck
          </label>
          <select
            id={`${id}-deck`}
            className={controls.input}
            value={choice.deckId}
            onChange={(event) => {
              change({ ...choice, deckId: event.target.value });
            }}
          >
            <option value="">A new deck</option>
            {decks.map((deck) => (
              <option key={deck.id} value={deck.id}>
                {deck.title}
              </option>
            ))}
          </select>
        </div>
        {choice.deckId === '' && (
          <div className={controls.field}>
            <label htmlFor={`${id}-title`} className={controls.label}>
              Title
            </label>
            <input
              id={`${id}-title`}
              className={controls.input}
              maxLength={200}
              value={choice.title}
              placeholder={found?.title ?? 'As the file says'}
              onChange={(event) => {
                setChoice({ ...choice, title: event.target.value });
              }}
            />
          </div>
        )}
      </div>
      {found?.kind === 'table' && <TableFields choice={choice} onChange={change} />}
      {state.name === 'reading' && <p role="status">Reading the file …</p>}
      {state.name === 'refused' && (
        <p className={controls.notice} role="alert">
          {state.words}
        </p>
      )}
      {found !== null && state.name !== 'reading' && <FoundPreview found={found} />}
      {found !== null && found.reviews > 0 && (
        <label className={classes.check}>
          <input
            type="checkbox"
            checked={choice.history}
            onChange={(event) => {
              setChoice({ ...choice, history: event.target.checked });
            }}
          />
          <span>
            Take over the past as well: {found.reviews} {found.reviews === 1 ? 'answer' : 'answers'}, from
            which the schedule is worked out
          </span>
        </label>
      )}
      <div>
        <button
          type="submit"
          className={`${controls.button ?? ''} ${controls.primary ?? ''}`}
          disabled={busy || found === null || found.cards === 0}
        >
          {state.name === 'importing'
            ? 'Importing …'
            : found === null
              ? 'Import'
              : `Import ${found.cards} ${found.cards === 1 ? 'card' : 'cards'}`}
        </button>
      </div>
    </form>
  );
};
