import type { FormAction } from '@/components/account/form-state';
import { count } from '@/components/history/moments';
import { ActForm } from '@/components/weights/act-form';
import type { TypedAnswer } from '@/lib/classes/report/typed-answers';
import classes from '../classes.module.css';

/** Lets one answer pass from now on, or no longer. */
export type PassAction = (wish: TypedAnswer['place'] & { readonly accept: boolean }) => FormAction;

type TypedAnswerListProps = {
  readonly answers: readonly TypedAnswer[];
  readonly names: ReadonlyMap<string, string>;
  readonly pass: PassAction;
};

/** What pupils typed and was marked as wrong, to let it pass: all that typed it are marked again. */
export const TypedAnswerList = ({ answers, names, pass }: TypedAnswerListProps) => (
  <ul className={classes.list} aria-label="Typed answers">
    {answers.map(({ question, prompt, key, text, players, passes, place }) => (
      <li key={`${question} ${text}`} className={classes.item}>
        <h3>
          “{text}” for “{key}”{passes && ', passes'}
        </h3>
        <p className={classes.dim}>{prompt}</p>
        <p className={classes.dim}>
          {count(players.length, 'pupil')}: {players.map((player) => names.get(player) ?? '').join(', ')}
        </p>
        <ActForm
          action={pass({ ...place, accept: !passes })}
          submit={passes ? 'It is wrong after all' : 'Let it pass'}
          submitting="Marking again …"
          quiet
        />
      </li>
    ))}
  </ul>
);
