import controls from '@/components/controls/controls.module.css';
import classes from './import-list.module.css';
import { toBroughtIn, type ImportItem } from './use-imports';

type ImportListProps = {
  readonly items: readonly ImportItem[];
  readonly onWant: (id: number, wanted: readonly number[]) => void;
  readonly onCancel: () => void;
  readonly onContinue: () => void;
};

const wordsOf = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'word' : 'words'}`;

const stateInWords = ({ state }: ImportItem): string => {
  switch (state.name) {
    case 'waiting':
      return 'Waiting';
    case 'reading':
      return 'Reading …';
    case 'unreadable':
      return state.words;
    case 'read': {
      const { parts } = state.document;
      const words = wordsOf(parts.reduce((sum, part) => sum + part.words, 0));
      return parts.length > 1 ? `${parts.length} chapters, ${words}` : words;
    }
  }
};

type ChaptersProps = { readonly item: ImportItem; readonly onWant: ImportListProps['onWant'] };

const Chapters = ({ item, onWant }: ChaptersProps) => {
  if (item.state.name !== 'read' || item.state.document.parts.length < 2) return null;
  const { parts } = item.state.document;
  const all = parts.length === item.wanted.length;
  return (
    <fieldset className={classes.chapters}>
      <legend>Chapters to take</legend>
      <button
        type="button"
        className={`${controls.button ?? ''} ${controls.small ?? ''}`}
        onClick={() => {
          onWant(item.id, all ? [] : [...parts.keys()]);
        }}
      >
        {all ? 'Take none' : 'Take all'}
      </button>
      <ul>
        {parts.map((part, index) => (
          <li key={index}>
            <label>
              <input
                type="checkbox"
                checked={item.wanted.includes(index)}
                onChange={(event) => {
                  const others = item.wanted.filter((wanted) => wanted !== index);
                  onWant(item.id, event.target.checked ? [...others, index] : others);
                }}
              />
              <span>{part.title}</span>
              <span className={classes.words}>{wordsOf(part.words)}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
};

/** The files and links that are brought in: how far each is, what of it is wanted, and why one cannot be read. */
export const ImportList = ({ items, onWant, onCancel, onContinue }: ImportListProps) => {
  const done = items.filter(({ state }) => state.name === 'read' || state.name === 'unreadable').length;
  const busy = done < items.length;
  const articles = toBroughtIn(items).length;
  return (
    <section className={controls.stack} aria-label="What is brought in">
      <p className={controls.hint} role="status">
        {busy ? `${done} of ${items.length} read.` : articles === 0 ? 'Nothing to take in yet.' : 'All read.'}
      </p>
      {items.length > 1 && (
        <progress className={classes.progress} aria-label="Reading" max={items.length} value={done} />
      )}
      <ul className={classes.items}>
        {items.map((item) => (
          <li key={item.id} data-state={item.state.name}>
            <span className={classes.name}>{item.name}</span>
            <span className={item.state.name === 'unreadable' ? controls.error : classes.words}>
              {stateInWords(item)}
            </span>
            <Chapters item={item} onWant={onWant} />
          </li>
        ))}
      </ul>
      <div className={controls.row}>
        {!busy && articles > 0 && (
          <button
            type="button"
            className={`${controls.button ?? ''} ${controls.primary ?? ''}`}
            onClick={onContinue}
          >
            {articles === 1 ? 'Continue' : `Continue with ${articles} articles`}
          </button>
        )}
        <button type="button" className={controls.button} onClick={onCancel}>
          {busy ? 'Cancel' : 'Back'}
        </button>
      </div>
    </section>
  );
};
