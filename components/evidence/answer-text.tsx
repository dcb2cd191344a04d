import { MediaText } from '@/components/evidence/media-text';
import { pairsOf, partsOf } from '@/lib/key-parts';
import classes from './answer-text.module.css';

/** An answer as it is read: its parts as a list, in order or in pairs, where it has parts. */
export const AnswerText = ({ form, text }: { readonly form: string; readonly text: string }) => {
  if (form === 'order') {
    return (
      <ol className={classes.parts}>
        {partsOf(text).map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ol>
    );
  }
  if (form === 'several') {
    return (
      <ul className={classes.parts}>
        {partsOf(text).map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    );
  }
  if (form === 'match') {
    return (
      <ul className={classes.parts}>
        {pairsOf(text).map(({ left, right }) => (
          <li key={left}>
            {left}: <b>{right}</b>
          </li>
        ))}
      </ul>
    );
  }
  return <MediaText text={text} />;
};
