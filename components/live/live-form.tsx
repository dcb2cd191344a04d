'use client';
import Link from 'next/link';
import { useActionState, useId } from 'react';
import controls from '@/components/controls/controls.module.css';
import { submitKept } from '@/components/controls/submit-kept';
import quiz from '@/components/quiz/quiz.module.css';
import { ANSWER_SECONDS, READ_SECONDS } from '@/lib/live/bounds';
import { GIVEN_NAMES } from '@/lib/live/given-names';
import { MOST_QUESTIONS } from '@/lib/quiz/most-questions';
import { REFUSALS, type Refused } from '@/lib/refusal';

type LiveFormProps = {
  /** Facts that can be asked by options, and more by typing; `null` for a quiz, which says what it asks. */
  readonly deck: { readonly available: number; readonly slower: number } | null;
  /** Classes whose reports may count it. */
  readonly classes: readonly { readonly id: string; readonly name: string }[];
  /** A room of it that is still open. */
  readonly running: string | null;
  readonly start: (before: Refused | null, form: FormData) => Promise<Refused>;
};

const USUAL_COUNT = 10;

/** How a deck is played in class; as it stands it makes a good lesson. */
export const LiveForm = ({ deck, classes, running, start }: LiveFormProps) => {
  const [refused, send, pending] = useActionState(start, null);
  const wrong = refused?.fields ?? {};
  const isWrongInside = Object.keys(wrong).some((field) => field !== 'count');
  return (
    <>
      {running !== null && (
        <p className={quiz.resume}>
          <span>A room for this is still open.</span>
          <Link href={`/live/${running}`} className={controls.button}>
            Go back to it
          </Link>
        </p>
      )}
      <form action={send} onSubmit={submitKept(send, pending)} className={quiz.start}>
        {deck !== null && <Count {...deck} wrong={wrong.count} />}
        {classes.length > 0 && <ClassChoice classes={classes} />}
        <details className={quiz.more} open={isWrongInside}>
          <summary>More settings</summary>
          <div className={quiz.settings}>
            <fieldset className={quiz.group}>
              <legend className={controls.label}>Pace</legend>
              <label className={quiz.tick}>
                <input type="radio" name="pace" value="host" defaultChecked /> You lead, one question at a
                time
              </label>
              <label className={quiz.tick}>
                <input type="radio" name="pace" value="own" /> Everyone at their own pace
              </label>
            </fieldset>
            <fieldset className={quiz.group}>
              <legend className={controls.label}>Points</legend>
              <label className={quiz.tick}>
                <input type="radio" name="speed" value="0" defaultChecked /> For right answers alone
              </label>
              <label className={quiz.tick}>
                <input type="radio" name="speed" value="15" /> A little for speed (15%)
              </label>
              <label className={quiz.tick}>
                <input type="radio" name="speed" value="30" /> More for speed (30%)
              </label>
            </fieldset>
            <Seconds
              name="answerSeconds"
              label="Seconds to answer"
              usual={ANSWER_SECONDS.usual}
              least={ANSWER_SECONDS.least}
              most={ANSWER_SECONDS.most}
              hint="Single players may get more in the room."
              wrong={wrong.answerSeconds}
            />
            <Seconds
              name="readSeconds"
              label="Seconds to read the question first"
              usual={READ_SECONDS.usual}
              least={READ_SECONDS.least}
              most={READ_SECONDS.most}
              hint="0: question and options at once."
              wrong={wrong.readSeconds}
            />
            <Lines
              name="teams"
              label="Teams, one a line"
              hint="Empty: everyone plays alone. Who joins is put where the fewest are; a team has the mean of its members’ points."
              wrong={wrong.teams}
            />
            <fieldset className={quiz.group}>
              <legend className={controls.label}>Besides</legend>
              <label className={quiz.tick}>
                <input type="checkbox" name="evidence" /> After each answer: tap the sentence that proves it
              </label>
              <label className={quiz.tick}>
                <input type="checkbox" name="hidesQuestion" /> Question in front only, not on the devices
              </label>
              <label className={quiz.tick}>
                <input type="checkbox" name="sound" /> Sound
              </label>
              <label className={quiz.tick}>
                <input type="checkbox" name="draws" /> Give out names from this list
              </label>
            </fieldset>
            <Lines
              name="names"
              label="Names to give out, one a line"
              hint="Used where names are given out."
              wrong={wrong.names}
              text={GIVEN_NAMES.join('\n')}
            />
          </div>
        </details>
        {refused !== null && (
          <p role="alert" className={controls.error}>
            {REFUSALS[refused.code]}
          </p>
        )}
        <button type="submit" aria-disabled={pending} className={`${controls.button} ${controls.primary}`}>
          {pending ? 'Opening' : 'Open the room'}
        </button>
      </form>
    </>
  );
};

const Count = ({
  available,
  slower,
  wrong,
}: {
  available: number;
  slower: number;
  wrong: string | undefined;
}) => {
  const most = Math.min(available + slower, MOST_QUESTIONS);
  const usual = Math.min(USUAL_COUNT, available === 0 ? most : available);
  return (
    <>
      <Seconds
        name="count"
        label="Number of questions"
        usual={usual}
        least={1}
        most={most}
        hint={`Up to ${most}.`}
        wrong={wrong}
      />
      <label className={quiz.tick}>
        <input type="checkbox" name="typed" defaultChecked={available === 0} /> Also questions whose answer is
        typed
      </label>
      <label className={quiz.tick}>
        <input type="checkbox" name="arranged" defaultChecked={available === 0} /> Also putting in order and
        matching
      </label>
    </>
  );
};

const ClassChoice = ({ classes }: Pick<LiveFormProps, 'classes'>) => {
  const id = useId();
  return (
    <div className={controls.field}>
      <label htmlFor={id} className={controls.label}>
        Count it for a class
      </label>
      <select
        id={id}
        name="classId"
        defaultValue=""
        className={controls.input}
        aria-describedby={`${id}-hint`}
      >
        <option value="">No class</option>
        {classes.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className={controls.hint}>
        Its report then stands beside those of the class.
      </p>
    </div>
  );
};

type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly wrong: string | undefined;
};

const Seconds = ({
  name,
  label,
  hint,
  wrong,
  usual,
  least,
  most,
}: FieldProps & { usual: number; least: number; most: number }) => {
  const id = useId();
  return (
    <div className={controls.field}>
      <label htmlFor={id} className={controls.label}>
        {label}
      </label>
      <input
        id={id}
        name={name}
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        defaultValue={usual}
        required
        className={controls.input}
        aria-describedby={`${id}-hint`}
        aria-invalid={wrong !== undefined}
      />
      <p id={`${id}-hint`} className={wrong === undefined ? controls.hint : controls.error}>
        {wrong ?? hint}
      </p>
    </div>
  );
};

const Lines = ({ name, label, hint, wrong, text = '' }: FieldProps & { text?: string }) => {
  const id = useId();
  return (
    <div className={controls.field}>
      <label htmlFor={id} className={controls.label}>
        {label}
      </label>
      <textarea
        id={id}
        name={name}
        rows={4}
        defaultValue={text}
        className={controls.input}
        aria-describedby={`${id}-hint`}
        aria-invalid={wrong !== undefined}
      />
      <p id={`${id}-hint`} className={wrong === undefined ? controls.hint : controls.error}>
        {wrong ?? hint}
      </p>
    </div>
  );
};
