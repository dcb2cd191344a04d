'use client';
import { useId, useRef, useState, type DragEvent } from 'react';
import controls from '@/components/controls/controls.module.css';
import { checkText, type TextRefusal } from '@/lib/formats/read-text';
import { REFUSALS } from '@/lib/refusal';
import { PASTED, toCorrect, toDrafts, type ArticleDraft } from './article-draft';
import classes from './article.module.css';
import { ImportList } from './import-list';
import { toBroughtIn, useImports } from './use-imports';

type PasteBoxProps = {
  readonly text: string;
  readonly rows: number;
  readonly onType: (text: string) => void;
  /** The text is there and is one: clean, laid out for correction, others behind it. */
  readonly onDraft: (draft: ArticleDraft) => void;
};

const WORDS: Readonly<Record<TextRefusal, string>> = {
  empty: REFUSALS.EMPTY_TEXT,
  binary: REFUSALS.BINARY_TEXT,
  'too-long': REFUSALS.TOO_LONG,
};
const KINDS =
  '.pdf,.docx,.epub,.html,.htm,.xhtml,.md,.markdown,.txt,text/*,application/pdf,application/epub+zip';

/** An address that stands alone, with or without its `https://`. */
const linkIn = (text: string): string | null => {
  const line = text.trim();
  if (/^https?:\/\/\S+$/iu.test(line)) return line;
  return /^www\.\S+\.\S+$/iu.test(line) ? `https://${line}` : null;
};

/** Where an article comes in: pasted, by its link, as files chosen or dropped. */
export const PasteBox = ({ text, rows, onType, onDraft }: PasteBoxProps) => {
  const [refusal, setRefusal] = useState<TextRefusal | null>(null);
  const [dragging, setDragging] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const imports = useImports((article) => {
    const draft = toDrafts([article]);
    if (draft !== null) onDraft(draft);
  });

  const take = (): void => {
    const address = linkIn(text);
    if (address !== null) {
      void imports.start([{ name: 'link', address }]);
      return;
    }
    const result = checkText(text);
    setRefusal(result.ok ? null : result.code);
    if (result.ok) onDraft(toCorrect(result.text, PASTED));
  };
  const takeFiles = (files: readonly File[]): void => {
    setRefusal(null);
    if (files.length > 0) void imports.start(files.map((chosen) => ({ name: 'file', file: chosen })));
  };
  const drop = (event: DragEvent): void => {
    setDragging(false);
    const files = [...event.dataTransfer.files];
    if (files.length === 0) return; // dragged text goes where the browser puts it
    event.preventDefault();
    takeFiles(files);
  };

  if (imports.items.length > 0) {
    return (
      <ImportList
        items={imports.items}
        onWant={imports.want}
        onCancel={imports.cancel}
        onContinue={() => {
          const draft = toDrafts(toBroughtIn(imports.items));
          if (draft !== null) onDraft(draft);
        }}
      />
    );
  }
  return (
    <form
      className={controls.stack}
      onSubmit={(event) => {
        event.preventDefault();
        take();
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
          placeholder="Paste an article or its link here, or drop files: PDF, Word, EPUB, HTML, Markdown, text."
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
            ? 'English text, up to 200,000 words; files up to 20 MB. You can correct it before it is read.'
            : WORDS[refusal]}
        </p>
      </div>
      <div className={controls.row}>
        <button type="submit" className={`${controls.button ?? ''} ${controls.primary ?? ''}`}>
          Continue
        </button>
        <button type="button" className={controls.button} onClick={() => file.current?.click()}>
          Choose files
        </button>
        <input
          ref={file}
          type="file"
          hidden
          multiple
          aria-label="Article files"
          accept={KINDS}
          onChange={(event) => {
            takeFiles([...(event.target.files ?? [])]);
            event.target.value = ''; // the same file, mended, can be chosen again
          }}
        />
      </div>
    </form>
  );
};
