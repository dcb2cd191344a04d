import { mediaParts } from '@/lib/formats/media-marks';
import classes from './media-text.module.css';

/** A text with the pictures and sounds that it names in their places. */
export const MediaText = ({ text }: { readonly text: string }) =>
  mediaParts(text).map((part, index) => {
    if (part.kind === 'text') return <span key={index}>{part.text}</span>;
    const source = `/api/media/${encodeURIComponent(part.name)}`;
    if (part.kind === 'sound') {
      return (
        <audio
          key={index}
          className={classes.sound}
          controls
          preload="none"
          src={source}
          aria-label={part.name}
        />
      );
    }
    return (
      <picture key={index}>
        <img className={classes.image} src={source} alt={part.name} />
      </picture>
    );
  });
