'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import controls from '@/components/controls/controls.module.css';
import { siteOf } from '@/components/deck/origin-words';
import classes from './article.module.css';
import { ComparisonView } from './comparison-view';
import { PasteBox } from './paste-box';
import { ReadingProgress } from './reading-progress';
import { useArticleUpdate, type NewVersion } from './use-article-update';

type ArticleUpdaterProps = {
  readonly articleId: string;
  readonly deckId: string;
  /** Where the article was read, if it was a page. */
  readonly address: string | null;
};

/** A later version of an article: brought in as a new one is, compared, and only then read. */
export const ArticleUpdater = ({ articleId, deckId, address }: ArticleUpdaterProps) => {
  const router = useRouter();
  const [pasted, setPasted] = useState('');
  const update = useArticleUpdate(articleId, () => {
    router.push(`/decks/${deckId}`);
    router.refresh();
  });
  const { step, setStep, problem } = update;
  const site = address === null ? null : siteOf(address);
  return (
    <div className={controls.stack}>
      {problem !== null && (
        <p className={controls.notice} role="alert">
          {problem}
        </p>
      )}
      {step.name === 'bring' && (
        <>
          {address !== null && site !== null && (
            <div className={classes.again}>
              <button
                type="button"
                className={`${controls.button ?? ''} ${controls.primary ?? ''}`}
                onClick={() => void update.fetchAgain(address)}
              >
                Read {site} again
              </button>
              <span>or bring the new version in yourself:</span>
            </div>
          )}
          <PasteBox
            rows={14}
            text={pasted}
            onType={setPasted}
            onDraft={(draft) => void update.compare(draft, true, { name: 'bring' })}
          />
        </>
      )}
      {(step.name === 'fetching' || step.name === 'comparing') && (
        <div className={controls.row}>
          <p role="status">{step.name === 'fetching' ? `Reading ${site ?? 'the page'} …` : 'Comparing …'}</p>
          <button type="button" className={controls.button} onClick={update.cancel}>
            Cancel
          </button>
        </div>
      )}
      {step.name === 'compared' && (
        <ComparisonView
          compared={step.compared}
          notes={step.version.notes}
          onWrite={() => void update.write(step.version, step.compared)}
          onCorrect={() => {
            setStep({ name: 'correct', version: step.version });
          }}
        >
          <Link href={`/decks/${deckId}`} className={controls.button}>
            Leave it as it is
          </Link>
        </ComparisonView>
      )}
      {step.name === 'correct' && (
        <VersionForm
          version={step.version}
          onCompare={(version) => void update.compare(version, false, step)}
        />
      )}
      {step.name === 'reading' && <ReadingProgress progress={step.progress} onCancel={update.cancel} />}
    </div>
  );
};

type VersionFormProps = {
  readonly version: NewVersion;
  readonly onCompare: (version: NewVersion) => void;
};

/** The new text, to be corrected before it is compared again. */
const VersionForm = ({ version, onCompare }: VersionFormProps) => {
  const [text, setText] = useState(version.text);
  return (
    <form
      className={controls.stack}
      onSubmit={(event) => {
        event.preventDefault();
        onCompare({ ...version, text });
      }}
    >
      <div className={controls.field}>
        <label htmlFor="new-version" className={controls.label}>
          New text
        </label>
        <textarea
          id="new-version"
          className={`${controls.input ?? ''} ${classes.text ?? ''}`}
          required
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      </div>
      <div className={controls.row}>
        <button type="submit" className={`${controls.button ?? ''} ${controls.primary ?? ''}`}>
          Compare
        </button>
      </div>
    </form>
  );
};
