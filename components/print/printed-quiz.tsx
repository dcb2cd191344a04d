import { letterOf } from '@/components/quiz/answer/answer-props';
import { hasParts } from '@/lib/forms';
import { inOneLine, joinParts, pairsOf, partsOf } from '@/lib/key-parts';
import type { QuestionForm } from '@/lib/model';
import { readNumberKey } from '@/lib/quiz/number-answer';
import { promptParts } from '@/lib/questions/prompt-parts';
import classes from './printed-quiz.module.css';

export type PrintedItem = {
  readonly questionId: string;
  readonly form: QuestionForm;
  readonly prompt: string;
  readonly context: string | null;
  readonly answer: string;
  readonly options: readonly { readonly text: string }[];
  readonly statement: string;
  /** The title of its article; `null` where the paper's heading says it, or it is gone. */
  readonly source: string | null;
};

type Printed = { readonly version: string; readonly items: readonly PrintedItem[] };

type PrintedQuizProps = {
  readonly title: string;
  /** One or more; a version is named where there are several. */
  readonly papers: readonly Printed[];
};

/** A quiz for paper: each version from a page of its own, then the keys, each from a page of its own. */
export const PrintedQuiz = ({ title, papers }: PrintedQuizProps) => {
  const named = papers.length > 1;
  return (
    <div className={classes.print}>
      {papers.map((paper) => (
        <section key={paper.version} className={classes.sheet} aria-label={`Paper ${paper.version}`}>
          <header className={classes.head}>
            <h2>
              {title}
              {named && <span className={classes.version}>Version {paper.version}</span>}
            </h2>
            <p className={classes.lines}>
              <span>Name</span>
              <span>Date</span>
              <span>Right: &nbsp; of {paper.items.length}</span>
            </p>
          </header>
          <ol className={classes.questions}>
            {paper.items.map((item) => (
              <li key={item.questionId}>
                <PaperQuestion item={item} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      {papers.map((paper) => (
        <section key={paper.version} className={classes.sheet} aria-label={`Key ${paper.version}`}>
          <header className={classes.head}>
            <h2>
              Key: {title}
              {named && <span className={classes.version}>Version {paper.version}</span>}
            </h2>
          </header>
          <ol className={classes.key}>
            {paper.items.map((item) => (
              <li key={item.questionId}>
                <p>
                  <strong>{keyOf(item)}</strong>
                </p>
                <p className={classes.proof}>{item.statement}</p>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
};

/** The right answer, with the letters of what is to be chosen, matched or brought in order. */
const keyOf = ({ form, answer, options }: PrintedItem): string => {
  const lettered = (text: string): string => {
    const place = options.findIndex((option) => option.text === text);
    return place < 0 || form === 'true-false' ? text : `${letterOf(place)} ${text}`;
  };
  if (form === 'match') {
    return pairsOf(answer)
      .map(({ right }, index) => `${index + 1} – ${lettered(right)}`)
      .join('; ');
  }
  return hasParts(form) ? inOneLine(form, joinParts(partsOf(answer).map(lettered))) : lettered(answer);
};

/** What to write into the boxes, where it is not one tick. */
const HOW: Readonly<Record<string, string>> = {
  several: 'Tick all that are right.',
  order: 'Number them in order, the first one 1.',
  match: 'Write into each box the letter of what belongs to it.',
};

const PaperQuestion = ({
  item: { form, prompt, context, answer, options, source },
}: {
  readonly item: PrintedItem;
}) => {
  const parts = promptParts(prompt);
  const hasGap = parts.some(({ kind }) => kind === 'blank');
  const unit = form === 'number' ? (readNumberKey(answer)?.unitWords ?? null) : null;
  return (
    <>
      {source !== null && <p className={classes.source}>From “{source}”</p>}
      {context !== null && <p className={classes.context}>{context}</p>}
      <p className={classes.prompt}>
        {parts.map((part, index) =>
          part.kind === 'text' ? (
            part.text
          ) : (
            <span key={index}>
              <span className={classes.gap} data-wide={options.length === 0} />
              {part.hint === null ? '' : ` [${part.hint}]`}
            </span>
          ),
        )}
      </p>
      {unit !== null && <p className={classes.source}>In {unit}.</p>}
      {HOW[form] !== undefined && <p className={classes.source}>{HOW[form]}</p>}
      {form === 'match' && (
        <ol className={classes.options}>
          {pairsOf(answer).map(({ left }, index) => (
            <li key={left}>
              <span className={classes.box} data-written aria-hidden="true" />
              {index + 1} {left}
            </li>
          ))}
        </ol>
      )}
      {options.length > 0 ? (
        <ol className={classes.options} data-form={form}>
          {options.map(({ text }, index) => (
            <li key={text}>
              {form !== 'match' && (
                <span
                  className={classes.box}
                  data-written={form === 'order' || undefined}
                  aria-hidden="true"
                />
              )}
              {form === 'true-false' ? text : `${letterOf(index)}  ${text}`}
            </li>
          ))}
        </ol>
      ) : (
        !hasGap && <p className={classes.line} />
      )}
    </>
  );
};
