import controls from '@/components/controls/controls.module.css';
import { authorship, siteOf } from '@/components/deck/origin-words';
import type { ArticleDraft } from './article-draft';

/** Above the text that is corrected: what to watch for in it, where it comes from, and how many are still to come. */
export const BroughtInNotes = ({ draft }: { readonly draft: ArticleDraft }) => {
  const { origin, notes, waiting } = draft;
  const place = origin === null ? null : (siteOf(origin.address ?? '') ?? origin.fileName);
  const wrote = origin === null ? '' : authorship(origin);
  const left = waiting.length;
  return (
    <>
      {notes.map((note) => (
        <p key={note} className={controls.notice} role="note">
          {note}
        </p>
      ))}
      {(place !== null || left > 0) && (
        <p className={controls.hint}>
          {place !== null && `From ${place}${wrote === '' ? '' : `, ${wrote}`}.`}{' '}
          {left > 0 && `After this one, ${left} more ${left === 1 ? 'article' : 'articles'} to correct.`}
        </p>
      )}
    </>
  );
};
