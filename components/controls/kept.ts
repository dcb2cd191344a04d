/** What a person is typing, kept in the browser's storage so that it survives a reload until it has been saved. */
import { useMemo, useSyncExternalStore } from 'react';

type Shelf = 'local' | 'session';

type Entry = {
  value: unknown;
  /** Waits for a pause in the typing: a whole article is too long to be written at every key. */
  timer: ReturnType<typeof setTimeout> | null;
  readonly listeners: Set<() => void>;
};

const PAUSE_MS = 200;
const entries = new Map<string, Entry>();

const storage = (shelf: Shelf): Storage => (shelf === 'local' ? localStorage : sessionStorage);

const read = (shelf: Shelf, key: string): unknown => {
  try {
    const text = storage(shelf).getItem(key);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null; // storage is switched off, or holds what we did not write: as if nothing were kept
  }
};

const write = (shelf: Shelf, key: string, value: unknown): void => {
  try {
    if (value === null) storage(shelf).removeItem(key);
    else storage(shelf).setItem(key, JSON.stringify(value));
  } catch {
    // Full or switched off. The text stays on the page; only a reload would lose it.
  }
};

const entryOf = (shelf: Shelf, key: string): Entry => {
  const name = `${shelf}:${key}`;
  const known = entries.get(name);
  if (known !== undefined) return known;
  const entry: Entry = { value: read(shelf, key), timer: null, listeners: new Set() };
  entries.set(name, entry);
  return entry;
};

/** Sets what is kept under `key`, `null` to forget it. */
export const keep = (shelf: Shelf, key: string, value: unknown): void => {
  const entry = entryOf(shelf, key);
  entry.value = value;
  if (entry.timer !== null) clearTimeout(entry.timer);
  const flush = (): void => {
    entry.timer = null;
    removeEventListener('pagehide', flush);
    write(shelf, key, entry.value);
  };
  entry.timer = setTimeout(flush, value === null ? 0 : PAUSE_MS);
  addEventListener('pagehide', flush);
  for (const listener of entry.listeners) listener();
};

/** What is kept under `key`, read once without following its changes. */
export const kept = (shelf: Shelf, key: string): unknown => entryOf(shelf, key).value;

/** What is kept under `key`, as `parse` makes it; while the server renders there is nothing. */
export const useKept = <T>(shelf: Shelf, key: string, parse: (value: unknown) => T): T => {
  const value = useSyncExternalStore(
    (listener) => {
      const { listeners } = entryOf(shelf, key);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => entryOf(shelf, key).value,
    () => null,
  );
  return useMemo(() => parse(value), [parse, value]);
};
