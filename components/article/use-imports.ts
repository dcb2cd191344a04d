'use client';
import { useRef, useState } from 'react';
import { MOST_FILE_BYTES, type ImportedDocument } from '@/lib/formats/document';
import type { BroughtIn } from './article-draft';
import { readSource, type Source } from './import-source';

export type ImportItem = {
  readonly id: number;
  readonly name: string;
  readonly source: Source;
  readonly state:
    | { readonly name: 'waiting' | 'reading' }
    | { readonly name: 'read'; readonly document: ImportedDocument; readonly hash: string }
    | { readonly name: 'unreadable'; readonly words: string };
  /** Of a book: the places of the chapters that are wanted. */
  readonly wanted: readonly number[];
};

const TOO_LARGE = 'This file is larger than 20 MB. Split it first.';

const toItem = (source: Source, id: number): ImportItem => ({
  id,
  name: source.name === 'file' ? source.file.name : source.address,
  source,
  state:
    source.name === 'file' && source.file.size > MOST_FILE_BYTES
      ? { name: 'unreadable', words: TOO_LARGE }
      : { name: 'waiting' },
  wanted: [],
});

/** The articles that were read, each as one text; of a book, the chapters that are wanted. */
export const toBroughtIn = (items: readonly ImportItem[]): BroughtIn[] =>
  items.flatMap(({ state, source, wanted }): BroughtIn[] => {
    if (state.name !== 'read') return [];
    const { parts, title, byline, published, address, notes } = state.document;
    const chosen = parts.length === 1 ? parts : parts.filter((_, index) => wanted.includes(index));
    const [first] = chosen;
    if (first === undefined) return [];
    const fileName = source.name === 'file' ? source.file.name.slice(0, 200) : null;
    const isChapter = parts.length > 1 && chosen.length === 1;
    return [
      {
        title: isChapter ? first.title : title,
        text: chosen.map(({ text }) => text).join('\n\n'),
        source: (fileName ?? address ?? 'a link').slice(0, 200),
        origin: { address, fileName, fileHash: state.hash, byline, published },
        notes,
      },
    ];
  });

/** Whether a person has to look at the list: to choose chapters, to read a problem, or because there are several. */
const needsLook = (items: readonly ImportItem[]): boolean => {
  const [first] = items;
  return items.length !== 1 || first?.state.name !== 'read' || first.state.document.parts.length > 1;
};

/** Files and links that are read one after the other. `onOne` hears of a single article that needs no choosing. */
export const useImports = (onOne: (article: BroughtIn) => void) => {
  const [items, setItems] = useState<readonly ImportItem[]>([]);
  const running = useRef<AbortController | null>(null);

  const start = async (sources: readonly Source[]): Promise<void> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    let all: readonly ImportItem[] = sources.map(toItem);
    const set = (id: number, change: Partial<ImportItem>): void => {
      if (controller.signal.aborted) return;
      all = all.map((item) => (item.id === id ? { ...item, ...change } : item));
      setItems(all);
    };
    setItems(all);
    for (const { id, state, source } of all) {
      if (state.name !== 'waiting') continue;
      set(id, { state: { name: 'reading' } });
      try {
        const state = await readSource(source, controller.signal);
        set(id, { state, wanted: state.name === 'read' ? [0] : [] });
      } catch {
        return; // cancelled: what came after it is not read either
      }
    }
    const [article] = toBroughtIn(all);
    if (needsLook(all) || article === undefined) return;
    setItems([]);
    onOne(article);
  };
  /** Ends the reading and forgets what was read. */
  const cancel = (): void => {
    running.current?.abort();
    setItems([]);
  };
  const want = (id: number, wanted: readonly number[]): void => {
    setItems((before) => before.map((item) => (item.id === id ? { ...item, wanted } : item)));
  };
  return { items, start, cancel, want };
};
