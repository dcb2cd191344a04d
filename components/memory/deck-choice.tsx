import controls from '@/components/controls/controls.module.css';
import classes from './memory.module.css';

type DeckChoiceProps = {
  readonly decks: readonly { readonly id: string; readonly title: string }[];
  readonly chosenId: string | null;
};

/** Which deck the page is about: a form of the plainest kind, so that its address says it. */
export const DeckChoice = ({ decks, chosenId }: DeckChoiceProps) => (
  <form action="/memory" className={classes.choice}>
    <label>
      <span className={controls.label}>Deck</span>
      <select key={chosenId} name="deck" className={controls.input} defaultValue={chosenId ?? ''}>
        <option value="">All decks</option>
        {decks.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
    <button type="submit" className={controls.button}>
      Show
    </button>
  </form>
);
