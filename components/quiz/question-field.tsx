import controls from '@/components/controls/controls.module.css';
import { Prompt } from '@/components/evidence/prompt';
import { promptParts } from '@/lib/questions/prompt-parts';
import type { PublicItem } from '@/lib/quiz/paper';
import classes from './quiz.module.css';

type QuestionFieldProps = {
  readonly item: PublicItem;
  /** Stands above the page already. */
  readonly deckTitle: string;
  readonly answer: string;
  /** What is right was shown: the answer stands. */
  readonly isClosed: boolean;
  readonly onChange: (text: string, at: 'once' | 'pause') => void;
  readonly onBlur: () => void;
};

/** The letter that stands for an option. */
export const letterOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

/** One question with its field: options to choose from, or a line to type in. */
export const QuestionField = ({
  item,
  deckTitle,
  answer,
  isClosed,
  onChange,
  onBlur,
}: QuestionFieldProps) => {
  const prompt = <Prompt parts={promptParts(item.prompt)} />;
  const title = item.source !== null && item.source !== deckTitle && (
    <p className={classes.source}>From “{item.source}”</p>
  );
  const context = item.context !== null && <p className={classes.context}>{item.context}</p>;
  if (item.options.length === 0) {
    return (
      <>
        {title}
        {context}
        <p className={classes.prompt} id="prompt">
          {prompt}
        </p>
        <div className={controls.field}>
          <label htmlFor="answer" className={controls.label}>
            Your answer
          </label>
          <input
            id="answer"
            className={controls.input}
            value={answer}
            readOnly={isClosed}
            maxLength={1000}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-describedby="prompt"
            onChange={(event) => {
              onChange(event.target.value, 'pause');
            }}
            onBlur={onBlur}
          />
        </div>
      </>
    );
  }
  return (
    <fieldset className={classes.options} data-form={item.form} disabled={isClosed}>
      <legend className={classes.legend}>
        {title}
        {context}
        <span className={classes.prompt}>{prompt}</span>
      </legend>
      {item.options.map((option, index) => (
        <label key={option} className={classes.option}>
          <input
            type="radio"
            name="answer"
            value={option}
            checked={answer === option}
            onChange={() => {
              onChange(option, 'once');
            }}
          />
          <span className={classes.letter} aria-hidden="true">
            {letterOf(index)}
          </span>
          <span className={classes.optionText}>{option}</span>
        </label>
      ))}
    </fieldset>
  );
};
