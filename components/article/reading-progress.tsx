import controls from '@/components/controls/controls.module.css';
import classes from './article.module.css';

type ReadingProgressProps = { readonly progress: number; readonly onCancel: () => void };

/** How far the reading of an article has come, and the way out of it. */
export const ReadingProgress = ({ progress, onCancel }: ReadingProgressProps) => {
  const percent = Math.round(progress * 100);
  return (
    <div className={classes.progress}>
      <div
        role="progressbar"
        aria-label="Reading the article"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className={classes.track}
      >
        <div className={classes.bar} style={{ transform: `scaleX(${progress})` }} />
      </div>
      <span className={classes.percent}>{progress === 1 ? 'Opening the deck' : `Reading, ${percent} %`}</span>
      <button type="button" className={controls.button} onClick={onCancel} disabled={progress === 1}>
        Cancel
      </button>
    </div>
  );
};
