'use client';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import controls from './controls.module.css';

type DialogProps = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

/** The browser's own modal dialog, open as long as it is rendered: it holds the focus, and Esc closes it. */
export const Dialog = ({ title, onClose, children }: DialogProps) => {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={controls.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
};
