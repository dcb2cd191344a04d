import { MediaText } from '@/components/evidence/media-text';
import { Prompt } from '@/components/evidence/prompt';
import { ChangedWords } from '@/components/evidence/changed-words';
import { wordChanges } from '@/lib/facts/word-changes';
import { hasOptions } from '@/lib/forms';
import type { StudyCard } from '@/lib/memory/study-card';
import classes from './study.module.css';

type FlashcardProps = {
  readonly card: StudyCard;
  readonly revealed: boolean;
  /** The option that was chosen, where there are options. */
  readonly picked: string | null;
  readonly onPick: (option: string) => void;
};

/** A card. Front and back lie in the same place, so that nothing jumps when it is turned. */
export const Flashcard = ({ card, revealed, picked, onPick }: FlashcardProps) => {
  const { articleTitle } = card.proof;
  const options = hasOptions(card.form) && card.options.length > 0;
  const hasGap = card.prompt.some(({ kind }) => kind === 'blank');
  return (
    <section className={classes.card} aria-label={revealed ? 'Answer' : 'Question'}>
      {articleTitle !== null && articleTitle !== card.deckTitle && (
        <p className={classes.source}>From “{articleTitle}”</p>
      )}
      {card.before !== null && (
        <p className={classes.changed}>
          The article has changed here since your last answer.
          <span data-hidden={!revealed}>
            <ChangedWords words={wordChanges(card.before, card.proof.statement)} />
          </span>
        </p>
      )}
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
      {options && (
        <ul className={classes.options} data-form={card.form} aria-label="Options">
          {card.options.map((option) => (
            <li key={option}>
              <button
                type="button"
                className={classes.option}
                aria-pressed={picked === option}
                aria-disabled={revealed}
                data-right={revealed && option === card.answer}
                onClick={() => {
                  if (!revealed) onPick(option);
                }}
              >
                <MediaText text={option} />
                {revealed && option === card.answer && <span className={classes.mark}>✓ right</span>}
                {revealed && option === picked && option !== card.answer && (
                  <span className={classes.mark}>✗ your choice</span>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      {!hasGap && !options && (
        <p className={classes.answer} data-hidden={!revealed}>
          <MediaText text={card.answer} />
        </p>
      )}
    </section>
  );
};
