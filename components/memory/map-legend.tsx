import text from '@/components/deck/article-text.module.css';
import { RECALL_STEPS } from '@/lib/memory/recall-map';
import { STEP_WORDS } from './map-model';
import classes from './memory-map.module.css';

const MEANS = {
  you: 'The chance that you recall what the sentence holds if asked today; where it holds several facts, the mean of those you were asked.',
  'a pupil':
    'The chance that a pupil recalls what the sentence holds if asked today, on average over those who were asked; where it holds several facts, the mean of them.',
} as const;

/** What the paint of a sentence means, and whose memory it is. */
export const MapLegend = ({ whose }: { readonly whose: keyof typeof MEANS }) => (
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
      {MEANS[whose]} Choose a sentence by a tap or a click; on a keyboard the arrow keys move from sentence to
      sentence and Enter chooses.
    </p>
  </>
);
