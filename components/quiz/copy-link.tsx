'use client';
import { useRef, useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import classes from './quiz.module.css';

type CopyLinkProps = {
  /** Path and query for what its form says now. */
  readonly linkOf: (form: HTMLFormElement) => string;
};

/** Copies the link that opens this form as it is filled in; where the browser does not let it, shows it to be copied. */
export const CopyLink = ({ linkOf }: CopyLinkProps) => {
  const [shown, setShown] = useState<{ readonly link: string; readonly isCopied: boolean } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const copy = async (form: HTMLFormElement): Promise<void> => {
    const link = new URL(linkOf(form), window.location.href).href;
    // Only over https or on the machine itself does a browser let a page write to the clipboard.
    const isCopied = await writeText(link);
    setShown({ link, isCopied });
    if (!isCopied) requestAnimationFrame(() => field.current?.select());
  };
  return (
    <div className={classes.link}>
      <button
        type="button"
        className={controls.button}
        onClick={({ currentTarget: { form } }) => {
          if (form !== null) void copy(form);
        }}
      >
        Copy link with these settings
      </button>
      <p role="status" className={controls.hint}>
        {shown !== null &&
          (shown.isCopied
            ? 'Copied. It opens this page with these settings, for whoever may see these decks.'
            : 'Copy this link. It opens this page with these settings, for whoever may see these decks.')}
      </p>
      {shown !== null && (
        <input
          ref={field}
          readOnly
          aria-label="Link with these settings"
          value={shown.link}
          className={controls.input}
          onFocus={({ currentTarget }) => {
            currentTarget.select();
          }}
        />
      )}
    </div>
  );
};

const writeText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    // Refused by the browser, or not there at all on a page without https.
    if (error instanceof DOMException || error instanceof TypeError) return false;
    throw error;
  }
};
