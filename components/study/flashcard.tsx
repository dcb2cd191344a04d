import { Prompt } from '@/components/evidence/prompt';
import type { StudyCard } from '@/lib/memory/study-card';
import classes from './study.module.css';

/** A card. Front and back lie in the same place, so that nothing jumps when it is turned. */
export const Flashcard = ({ card, revealed }: { card: StudyCard; revealed: boolean }) => {
  const hasGap = card.prompt.some(({ kind }) => kind === 'blank');
  return (
    <section className={classes.card} aria-label={revealed ? 'Answer' : 'Question'}>
      {card.context !== null && <p className={classes.context}>{card.context}</p>}
      <div className={classes.sides}>
        <p className={classes.prompt} data-hidden={revealed && hasGap}>
          <Prompt parts={card.prompt} />
        </p>
        {hasGap && (
          <p className={classes.prompt} data-hidden={!revealed}>
            <Prompt parts={card.prompt} answer={card.answer} />
          </p>
        )}
      </div>
      {!hasGap && (
        <p className={classes.answer} data-hidden={!revealed}>
          {card.answer}
        </p>
      )}
    </section>
  );
};
