import text from '@/components/deck/article-text.module.css';
import { RECALL_STEPS } from '@/lib/memory/recall-map';
import { STEP_WORDS } from './map-model';
import classes from './memory-map.module.css';

/** What the paint of a sentence means. */
export const MapLegend = () => (
  <>
    <ul className={classes.legend} aria-label="What the marks mean">
      {RECALL_STEPS.map(({ name }) => (
        <li key={name}>
          <span id={`recall-${name}`} className={text.sentence} data-mark={name}>
            {STEP_WORDS[name]}
          </span>
        </li>
      ))}
      <li>Plain: never asked</li>
    </ul>
    <p className={classes.how}>
      The chance that you recall what the sentence holds if asked today; where it holds several facts, the
      mean of those you were asked. Choose a sentence by a tap or a click; on a keyboard the arrow keys move
      from sentence to sentence and Enter chooses.
    </p>
  </>
);
