import Link from 'next/link';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';
import type { TextBlock } from '@/components/deck/text-blocks';
import { gainInWords, gainOf } from '@/lib/quiz/progress';
import type { Refused } from '@/lib/refusal';
import classes from './reading-loop.module.css';
import { StartTest } from './start-test';

type Taken = {
  readonly attemptId: string;
  readonly right: number;
  readonly of: number;
  readonly percent: number;
  readonly finishedAt: Date;
};

type ReadingLoopProps = {
  readonly loop: {
    readonly article: { readonly deckId: string; readonly title: string; readonly text: string };
    readonly askable: number;
    readonly proposed: number;
    readonly open: string | null;
    readonly before: Taken | null;
    readonly after: Taken | null;
  };
  readonly blocks: readonly TextBlock[];
  /** An instant as the reader reads it. */
  readonly when: (at: Date) => string;
  readonly startPretest: () => Promise<Refused>;
  readonly startPosttest: () => Promise<Refused>;
};

/** A test before reading an article, the article, and a test after it on the same facts, one step at a time. */
export const ReadingLoopPage = (props: ReadingLoopProps) => {
  const { loop, blocks, when, startPretest, startPosttest } = props;
  const { article, open, before, after, askable } = loop;
  const step = before === null ? 0 : after === null ? 1 : 2;
  const canAsk = askable > 0 || loop.proposed > 0;
  return (
    <div className={classes.loop}>
      <PageHead title={article.title} lead="Test, read, test again: what reading gives you">
        <Link href={`/decks/${article.deckId}`} className={controls.button}>
          Open the deck
        </Link>
      </PageHead>
      <ol className={classes.steps}>
        <li aria-current={step === 0 ? 'step' : undefined}>
          <strong>Pre-test.</strong>{' '}
          {before === null
            ? 'Up to ten questions before you read. Guess where you do not know; its answers stay closed until the post-test.'
            : `${before.right} of ${before.of} right, ${when(before.finishedAt)}.`}
        </li>
        <li aria-current={step === 1 ? 'step' : undefined}>
          <strong>Read</strong> the article.
        </li>
        <li aria-current={step === 2 ? 'step' : undefined}>
          <strong>Post-test.</strong>{' '}
          {after === null
            ? 'The same facts, in other words where there are any, with all answers and their proofs.'
            : `${after.right} of ${after.of} right, ${when(after.finishedAt)}.`}
        </li>
      </ol>
      {before !== null && after !== null && (
        <p className={classes.gain}>
          Gain: <strong>{gainInWords(gainOf(before.percent, after.percent))}</strong>.
          {Math.min(before.of, after.of) < 10 && ' So few questions say little; ten or more say it better.'}{' '}
          <Link href={`/attempts/${after.attemptId}`}>The answers of the post-test</Link>,{' '}
          <Link href="/history/answers">all gains</Link>
        </p>
      )}
      {open !== null && (
        <p>
          <Link href={`/attempts/${open}`} className={`${controls.button} ${controls.primary}`}>
            {before === null ? 'Go on with the pre-test' : 'Go on with the post-test'}
          </Link>
        </p>
      )}
      {open === null && before === null && !canAsk && (
        <p>Nothing of this article can be asked yet: keep some of its facts first.</p>
      )}
      {open === null && before === null && canAsk && (
        <>
          {askable === 0 && (
            <p className={controls.hint}>
              To look through its facts now would tell you the answers. So this keeps all {loop.proposed} that
              are proposed; reject afterwards what you do not want.
            </p>
          )}
          <StartTest start={startPretest} words="Start the pre-test" isMain />
        </>
      )}
      {open === null && before !== null && after === null && (
        <article className={classes.text} aria-label="Article">
          {blocks.map((block) => (
            <Block key={block.places[0]} block={block} text={article.text} />
          ))}
          <StartTest start={startPosttest} words="I have read it: start the post-test" isMain />
        </article>
      )}
      {open === null && after !== null && (
        <div className={classes.ways}>
          <StartTest start={startPosttest} words="Take the post-test again" isMain={false} />
          <StartTest start={startPretest} words="Begin anew with a pre-test" isMain={false} />
        </div>
      )}
    </div>
  );
};

const Block = ({ block: { heading, places }, text }: { block: TextBlock; text: string }) => {
  const words = text.slice(places[0] ?? 0, places.at(-1) ?? 0);
  return heading ? <h2>{words}</h2> : <p>{words}</p>;
};
