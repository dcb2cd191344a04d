'use client';
import { Evidence } from '@/components/evidence/evidence';
import { MediaText } from '@/components/evidence/media-text';
import { choosesOne } from '@/lib/forms';
import type { QuestionForm } from '@/lib/model';
import type { HostView, ScreenView, SeenReveal } from '@/lib/live/seen';
import { Asked } from './asked';
import classes from './live.module.css';
import { OptionMark } from './option-mark';
import { Standings } from './standings';
import { TimeLeft } from './time-left';
import type { ServerClock } from './use-live';

type StageProps = { readonly view: HostView | ScreenView; readonly clock: ServerClock };

/** What stands in front of everybody. */
export const Stage = ({ view, clock }: StageProps) => {
  const { phase } = view;
  const isPaused = view.paused !== null;
  const number = 'question' in phase && (
    <h2 className={classes.number}>
      Question {phase.question + 1} of {view.total}
    </h2>
  );
  switch (phase.name) {
    case 'lobby':
      return null;
    case 'own-pace':
      return (
        <p className={classes.big}>
          Everyone goes through {view.total} questions at their own pace. Finished: {view.done} of{' '}
          {view.players}.
        </p>
      );
    case 'ended':
      return <p className={classes.big}>The room is closed.</p>;
    case 'podium':
      return <Standings standings={phase} title="The podium" />;
    case 'standings':
      return <Standings standings={phase} title="Standings" />;
    case 'reading':
      return (
        <>
          {number}
          <Asked question={phase} />
          <p className={classes.hint}>Answers are taken in a moment.</p>
        </>
      );
    case 'answering':
      return (
        <>
          {number}
          <Asked question={phase} />
          {HOW[phase.form] !== undefined && <p className={classes.hint}>{HOW[phase.form]}</p>}
          {phase.lefts.length > 0 && <Options options={phase.lefts} isMarked={false} />}
          {phase.options.length === 0 ? (
            <p className={classes.big}>Type the answer on your device.</p>
          ) : (
            <Options options={phase.options} isMarked={choosesOne(phase.form) || phase.form === 'several'} />
          )}
          <TimeLeft from={phase.opensAt} until={phase.closesAt} clock={clock} isPaused={isPaused} />
          <Done done={view.done} of={view.of} word="answered" />
        </>
      );
    case 'proving':
      return (
        <>
          {number}
          <Asked question={phase} />
          <p className={classes.big}>Which sentence proves it? Tap it on your device.</p>
          <TimeLeft from={phase.opensAt} until={phase.closesAt} clock={clock} isPaused={isPaused} />
          <Done done={view.done} of={view.of} word="done" />
        </>
      );
    case 'revealed':
      return (
        <>
          {number}
          <Asked question={phase} answer={phase.answer} />
          <div className={classes.reveal}>
            <div>
              <Counts reveal={phase} />
            </div>
            <div>
              <h3 className={classes.proofTitle}>The sentence that proves it</h3>
              <Evidence proof={phase.proof} />
              {phase.proofCount !== null && (
                <p className={classes.hint}>
                  {phase.proofCount} {phase.proofCount === 1 ? 'player' : 'players'} found the sentence.
                </p>
              )}
            </div>
          </div>
        </>
      );
  }
};

/** What is to be done with the options, where one of them alone is not the answer. */
const HOW: Partial<Record<QuestionForm, string>> = {
  several: 'Choose all that are right.',
  order: 'Bring them in order on your device, the first on top.',
  match: 'Match them on your device.',
};

const Options = ({ options, isMarked }: { options: readonly string[]; isMarked: boolean }) => (
  <ul className={classes.options} aria-label={isMarked ? 'Options' : 'To be arranged'}>
    {options.map((option, index) => (
      <li key={option} className={classes.option}>
        {isMarked && <OptionMark index={index} />}
        <span>
          <MediaText text={option} />
        </span>
      </li>
    ))}
  </ul>
);

const Done = ({ done, of, word }: { done: number; of: number; word: string }) => (
  <p className={classes.done} role="status">
    {done} of {of} {word}
  </p>
);

/** How many chose what: bars with their numbers, the right one marked by a sign and by words. */
const Counts = ({ reveal }: { reveal: SeenReveal }) => {
  // What is typed or arranged is a whole; no letter stands for it.
  const typed = !choosesOne(reveal.form) && reveal.form !== 'several';
  return (
    <>
      <ul className={classes.counts} aria-label="Answers">
        {reveal.options.map(({ text, count, isAnswer }, index) => (
          <li key={text} data-right={isAnswer} data-typed={typed || undefined}>
            {!typed && <OptionMark index={index} />}
            <span className={classes.countText}>
              {isAnswer && <strong>✓ Right: </strong>}
              {typed && !isAnswer ? text : <MediaText text={text} />}
            </span>
            <span className={classes.countBar} aria-hidden="true">
              <span style={{ inlineSize: `${(100 * count) / Math.max(1, reveal.given)}%` }} />
            </span>
            <span className={classes.count}>
              {count} <span className={classes.countWord}>{count === 1 ? 'answer' : 'answers'}</span>
            </span>
          </li>
        ))}
      </ul>
      {reveal.others > 0 && (
        <p className={classes.hint}>
          {reveal.others} other {reveal.others === 1 ? 'answer' : 'answers'}
        </p>
      )}
    </>
  );
};
