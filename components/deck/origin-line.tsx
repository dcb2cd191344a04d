import Link from 'next/link';
import { IMPORTED } from '@/lib/formats/own-words';
import type { ArticleView } from './deck-model';
import classes from './deck.module.css';
import { authorship, isoDayInWords, siteOf } from './origin-words';

const dayOf = (instant: Date): string => isoDayInWords(instant.toISOString().slice(0, 10));

/** Where the open article comes from, who wrote it, when it was brought in and updated; and the way to a later version. */
export const OriginLine = ({
  article,
  deckId,
}: {
  readonly article: ArticleView;
  readonly deckId: string;
}) => {
  const { id, origin, source, createdAt, revisedAt } = article;
  if (source.startsWith(IMPORTED)) return null;
  const site = siteOf(origin?.address ?? '');
  const wrote = origin === null ? '' : authorship(origin);
  return (
    <p className={classes.origin}>
      {origin !== null && (
        <>
          From{' '}
          {site === null || origin.address === null ? (
            <span title={origin.fileHash === null ? undefined : `SHA-256 ${origin.fileHash}`}>
              {origin.fileName ?? 'a file'}
            </span>
          ) : (
            <a href={origin.address} target="_blank" rel="noreferrer nofollow">
              {site}
            </a>
          )}
          {wrote !== '' && `, ${wrote}`} · brought in {dayOf(createdAt)}
          {' · '}
        </>
      )}
      {revisedAt !== null && `updated ${dayOf(revisedAt)} · `}
      <Link href={`/decks/${deckId}/update/${id}`}>Update this article</Link>
    </p>
  );
};
