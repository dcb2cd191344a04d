import { useRef, useState } from 'react';
import type { ImportPreview } from '@/lib/formats/import-preview';
import { REFUSALS, type Answered } from '@/lib/refusal';

/** What a person chose beside the file. */
export type ImportChoice = {
  /** `''`: a new deck. */
  readonly deckId: string;
  readonly title: string;
  /** `''`: found out. */
  readonly field: string;
  readonly row: string;
  readonly header: 'auto' | 'yes' | 'no';
  readonly swapped: boolean;
  readonly history: boolean;
};

export const NO_CHOICE: ImportChoice = {
  deckId: '',
  title: '',
  field: '',
  row: '',
  header: 'auto',
  swapped: false,
  history: false,
};

type Found = Extract<ImportPreview, { name: 'preview' }>;
type Outcome = ImportPreview | { readonly name: 'imported'; readonly deckId: string };

export type ImportState =
  | { readonly name: 'empty' }
  | { readonly name: 'reading'; readonly found: Found | null }
  | { readonly name: 'found'; readonly found: Found }
  | { readonly name: 'importing'; readonly found: Found }
  | { readonly name: 'refused'; readonly words: string };

/** Marks are typed as one types them: a tab and a line break have no keys in a field. */
const markOf = (typed: string): string => typed.replaceAll('\\t', '\t').replaceAll('\\n', '\n');

const queryOf = (act: 'preview' | 'import', file: File, choice: ImportChoice): string => {
  const query = new URLSearchParams({
    act,
    name: file.name,
    header: choice.header,
    swapped: choice.swapped ? 'yes' : 'no',
    history: choice.history ? 'yes' : 'no',
    title: choice.title.trim(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  if (choice.deckId !== '') query.set('deck', choice.deckId);
  if (choice.field !== '') query.set('field', markOf(choice.field));
  if (choice.row !== '') query.set('row', markOf(choice.row));
  return query.toString();
};

const send = async (
  act: 'preview' | 'import',
  file: File,
  choice: ImportChoice,
): Promise<Answered<Outcome>> => {
  const response = await fetch(`/api/study-sets?${queryOf(act, file, choice)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  return (await response.json()) as Answered<Outcome>;
};

/** The words for what is no answer of ours, as where the network is gone. */
const NO_ANSWER = 'The server did not answer. Check the connection and try again; nothing was imported.';

/** A file on its way in: seen first, then imported. Of two previews under way the later one counts. */
export const useImport = (onImported: (deckId: string) => void) => {
  const [state, setState] = useState<ImportState>({ name: 'empty' });
  const turn = useRef(0);

  const ask = async (act: 'preview' | 'import', file: File, choice: ImportChoice): Promise<void> => {
    const mine = (turn.current += 1);
    const answered = await send(act, file, choice).catch(() => null);
    if (mine !== turn.current) return;
    if (answered === null) setState({ name: 'refused', words: NO_ANSWER });
    else if (!answered.ok) setState({ name: 'refused', words: wordsOf(answered.code) });
    else if (answered.value.name === 'preview') setState({ name: 'found', found: answered.value });
    else if (answered.value.name === 'unreadable') setState({ name: 'refused', words: answered.value.words });
    else onImported(answered.value.deckId);
  };

  return {
    state,
    preview: (file: File, choice: ImportChoice): void => {
      setState((before) => ({ name: 'reading', found: 'found' in before ? before.found : null }));
      void ask('preview', file, choice);
    },
    bringIn: (file: File, choice: ImportChoice, found: Found): void => {
      setState({ name: 'importing', found });
      void ask('import', file, choice);
    },
  };
};

const wordsOf = (code: keyof typeof REFUSALS): string => {
  if (code === 'SAME_ARTICLE') return 'This deck holds all of these cards already.';
  return code === 'TOO_LARGE' ? 'A file may have at most 20 MB.' : REFUSALS[code];
};
