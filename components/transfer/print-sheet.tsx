import { Prompt } from '@/components/evidence/prompt';
import type { SetCard, StudySet } from '@/lib/formats/study-set';
import { promptParts } from '@/lib/questions/prompt-parts';
import classes from './transfer.module.css';

const letter = (index: number): string => String.fromCharCode(97 + index);

const Questions = ({ card }: { readonly card: SetCard }) =>
  card.questions.map(({ prompt, context, options }, index) => (
    <div key={index}>
      {context !== null && (
        <p>
          <em>{context}</em>
        </p>
      )}
      <p>
        <Prompt parts={promptParts(prompt)} />
      </p>
      {options.length > 0 && (
        <ul>
          {options.map(({ text }, at) => (
            <li key={at}>{`${letter(at)}) ${text}`}</li>
          ))}
        </ul>
      )}
    </div>
  ));

/** A deck on paper: the questions first, the answers with their proofs after them. */
export const PrintSheet = ({ set }: { readonly set: StudySet }) => (
  <div className={classes.sheet}>
    <h2>Questions</h2>
    <ol>
      {set.cards.map((card) => (
        <li key={card.id}>
          <Questions card={card} />
        </li>
      ))}
    </ol>
    <h2>Answers and proofs</h2>
    <ol>
      {set.cards.map(({ id, questions, proof, source }) => (
        <li key={id}>
          <p>
            <strong>{[...new Set(questions.map(({ answer }) => answer))].join(' · ')}</strong>
          </p>
          {proof !== null && (
            <blockquote className={classes.proof}>
              {proof}
              {source !== null && <> (“{source}”)</>}
            </blockquote>
          )}
        </li>
      ))}
    </ol>
  </div>
);
