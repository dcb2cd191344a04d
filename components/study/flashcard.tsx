import { AnswerText } from '@/components/evidence/answer-text';
import { MediaText } from '@/components/evidence/media-text';
import { Prompt } from '@/components/evidence/prompt';
import { ChangedWords } from '@/components/evidence/changed-words';
import { wordChanges } from '@/lib/facts/word-changes';
import { choosesOne, hasParts } from '@/lib/forms';
import { pairsOf } from '@/lib/key-parts';
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
  const options = choosesOne(card.form) && card.options.length > 0;
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
      {hasParts(card.form) && <Parts card={card} />}
      {!hasGap && !options && (
        <div className={classes.answer} data-hidden={!revealed}>
          <AnswerText form={card.form} text={card.answer} />
        </div>
      )}
    </section>
  );
};

/** What there is to choose among, to bring in order or to match: it is done in the head before the card is turned. */
const Parts = ({ card }: { readonly card: StudyCard }) => (
  <div className={classes.parts}>
    {card.form === 'match' && (
      <ul aria-label="To match">
        {pairsOf(card.answer).map(({ left }) => (
          <li key={left}>{left}</li>
        ))}
      </ul>
    )}
    <ul aria-label="Options">
      {card.options.map((option) => (
        <li key={option}>{option}</li>
      ))}
    </ul>
  </div>
);
