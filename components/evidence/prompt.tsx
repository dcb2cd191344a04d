import { MediaText } from './media-text';
import type { PromptPart } from '@/lib/questions/prompt-parts';
import classes from './prompt.module.css';

/** A prompt with its gap drawn, or filled and marked where `answer` is given. */
export const Prompt = ({ parts, answer }: { parts: readonly PromptPart[]; answer?: string }) =>
  parts.map((part, index) => {
    if (part.kind === 'text') return <MediaText key={index} text={part.text} />;
    if (answer !== undefined) {
      return (
        <strong key={index} className={classes.filled}>
          <MediaText text={answer} />
        </strong>
      );
    }
    return (
      <span key={index} className={classes.gap}>
        <span className={classes.unseen}>blank{part.hint === null ? '' : ', '}</span>
        {part.hint}
      </span>
    );
  });
