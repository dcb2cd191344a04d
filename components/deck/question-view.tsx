import controls from '@/components/controls/controls.module.css';
import { AnswerText } from '@/components/evidence/answer-text';
import { Certificate } from '@/components/evidence/certificate';
import { choosesOne } from '@/lib/forms';
import type { Question, QuestionForm } from '@/lib/model';
import { keyTexts } from '@/lib/quiz/shown-options';
import { promptParts } from '@/lib/questions/prompt-parts';
import classes from './fact-list.module.css';

const FORMS: Readonly<Record<QuestionForm, string>> = {
  cloze: 'Card',
  basic: 'Card',
  number: 'Number',
  date: 'Date',
  choice: 'Choice',
  'true-false': 'True or false',
  larger: 'Which is more',
  earliest: 'Which came first',
  several: 'Several right',
  order: 'Put in order',
  match: 'Match',
};

/** A prompt with its gap drawn. */
export const Prompt = ({ prompt }: { prompt: string }) => (
  <>
    {promptParts(prompt).map((part, index) =>
      part.kind === 'text' ? (
        part.text
      ) : (
        <span key={index} className={classes.gap}>
          {part.hint ?? <span className={classes.hidden}>blank</span>}
        </span>
      ),
    )}
  </>
);

type QuestionViewProps = { readonly question: Question; readonly reachable: boolean };

/** A question as the fact's row shows it: what is asked, the answer, the options, and what can be done with it. */
export const QuestionView = ({ question, reachable }: QuestionViewProps) => {
  const { id, form, prompt, context, answer, options, checks, status, origin, accepted = [] } = question;
  const removed = status === 'rejected';
  const keys = keyTexts(question);
  const small = `${controls.button ?? ''} ${controls.quiet ?? ''} ${classes.tool ?? ''}`;
  const tabIndex = reachable ? 0 : -1;
  return (
    <div className={classes.question} data-removed={removed}>
      <div className={classes.questionHead}>
        <span className={classes.form}>
          {FORMS[form]}
          {origin === 'edited' && ', edited'}
          {removed && ', removed'}
        </span>
        <span className={classes.tools}>
          {removed ? (
            <button type="button" className={small} tabIndex={tabIndex} data-do="restore" data-question={id}>
              Bring back
            </button>
          ) : (
            <>
              <button
                type="button"
                className={small}
                tabIndex={tabIndex}
                data-do="edit"
                data-question={id}
                aria-label={`Edit ${FORMS[form].toLowerCase()}`}
              >
                Edit
              </button>
              <button
                type="button"
                className={small}
                tabIndex={tabIndex}
                data-do="remove"
                data-question={id}
                aria-label={`Remove ${FORMS[form].toLowerCase()}`}
              >
                Remove
              </button>
            </>
          )}
        </span>
      </div>
      <p className={classes.prompt}>
        {context !== null && <span className={classes.context}>{context} </span>}
        <Prompt prompt={prompt} />
      </p>
      {choosesOne(form) || form === 'several' ? (
        <ul className={classes.options}>
          {options.map((option) => (
            <li key={option.text} data-key={keys.includes(option.text)}>
              {option.text}
              {keys.includes(option.text) && <span className={classes.hidden}> (right)</span>}
            </li>
          ))}
        </ul>
      ) : (
        <div className={classes.answer}>
          <AnswerText form={form} text={answer} />
        </div>
      )}
      {accepted.length > 0 && <p className={classes.also}>Also right: {accepted.join('; ')}</p>}
      {!removed && <Certificate checks={checks} reachable={reachable} />}
    </div>
  );
};
