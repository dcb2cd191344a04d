import classes from './quiz.module.css';

type QuestionListProps = {
  readonly answers: readonly string[];
  readonly position: number;
  readonly onChoose: (position: number) => void;
};

/** All questions as numbers, with a mark on those that are answered. */
export const QuestionList = ({ answers, position, onChoose }: QuestionListProps) => (
  <nav aria-label="Questions">
    <ol className={classes.numbers}>
      {answers.map((answer, index) => {
        const answered = answer.trim() !== '';
        return (
          <li key={index}>
            <button
              type="button"
              className={classes.pick}
              data-answered={answered}
              aria-current={index === position ? 'step' : undefined}
              aria-label={`Question ${index + 1}, ${answered ? 'answered' : 'not answered'}`}
              onClick={() => {
                onChoose(index);
              }}
            >
              {index + 1}
            </button>
          </li>
        );
      })}
    </ol>
  </nav>
);
