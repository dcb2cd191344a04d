import { Prompt } from '@/components/evidence/prompt';
import type { SeenQuestion } from '@/lib/live/seen';
import { promptParts } from '@/lib/questions/prompt-parts';
import classes from './live.module.css';

/** What is asked, as far as this device shows it. */
export const Asked = ({ question, answer }: { question: SeenQuestion; answer?: string }) => (
  <div className={classes.asked}>
    {question.source !== null && <p className={classes.source}>From “{question.source}”</p>}
    {question.context !== null && <p className={classes.context}>{question.context}</p>}
    {question.prompt === null ? (
      <p className={classes.prompt}>Read the question in front.</p>
    ) : (
      <p className={classes.prompt}>
        <Prompt parts={promptParts(question.prompt)} {...(answer === undefined ? {} : { answer })} />
      </p>
    )}
  </div>
);
