'use client';
import { useId, useRef, useState, type DragEvent } from 'react';
import controls from '@/components/controls/controls.module.css';
import { checkText, readText, type TextRefusal, type TextResult } from '@/lib/formats/read-text';
import { REFUSALS } from '@/lib/refusal';
import { PASTED } from './article-draft';
import classes from './article.module.css';

type PasteBoxProps = {
  readonly text: string;
  readonly rows: number;
  readonly onType: (text: string) => void;
  /** The text is there and is one: clean, with where it comes from. */
  readonly onText: (text: string, source: string) => void;
};

const WORDS: Readonly<Record<TextRefusal, string>> = {
  empty: REFUSALS.EMPTY_TEXT,
  binary: REFUSALS.BINARY_TEXT,
  'too-long': REFUSALS.TOO_LONG,
};

/** Where an article comes in: pasted, chosen as a file, or dropped. */
export const PasteBox = ({ text, rows, onType, onText }: PasteBoxProps) => {
  const [refusal, setRefusal] = useState<TextRefusal | null>(null);
  const [dragging, setDragging] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const id = useId();

  const take = (result: TextResult, source: string): void => {
    setRefusal(result.ok ? null : result.code);
    if (result.ok) onText(result.text, source);
  };
  const takeFile = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    take(readText(new Uint8Array(await chosen.arrayBuffer())), chosen.name.slice(0, 200));
  };
  const drop = (event: DragEvent): void => {
    setDragging(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped === undefined) return; // dragged text goes where the browser puts it
    event.preventDefault();
    void takeFile(dropped);
  };

  return (
    <form
      className={controls.stack}
      onSubmit={(event) => {
        event.preventDefault();
        take(checkText(text), PASTED);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => {
        setDragging(false);
      }}
      onDrop={drop}
    >
      <div className={controls.field}>
        <label htmlFor={id} className={controls.label}>
          Article
        </label>
        <textarea
          id={id}
          className={`${controls.input ?? ''} ${classes.paste ?? ''}`}
          data-dragging={dragging}
          rows={rows}
          placeholder="Paste an article here, or drop a .txt or .md file."
          value={text}
          aria-invalid={refusal !== null}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            setRefusal(null);
            onType(event.target.value);
          }}
        />
        <p id={`${id}-hint`} className={refusal === null ? controls.hint : controls.error} aria-live="polite">
          {refusal === null
            ? 'English text, up to 200,000 words. You can correct it before it is read.'
            : WORDS[refusal]}
        </p>
      </div>
      <div className={controls.row}>
        <button type="submit" className={`${controls.button ?? ''} ${controls.primary ?? ''}`}>
          Continue
        </button>
        <button type="button" className={controls.button} onClick={() => file.current?.click()}>
          Choose a file
        </button>
        <input
          ref={file}
          type="file"
          hidden
          aria-label="Article file"
          accept=".txt,.md,.markdown,text/plain,text/markdown"
          onChange={(event) => {
            const { files } = event.target;
            void takeFile(files?.[0]).finally(() => {
              event.target.value = ''; // the same file, mended, can be chosen again
            });
          }}
        />
      </div>
    </form>
  );
};
