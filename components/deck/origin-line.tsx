import type { Origin } from '@/lib/formats/origin';
import classes from './deck.module.css';
import { authorship, isoDayInWords, siteOf } from './origin-words';

type OriginLineProps = { readonly origin: Origin | null; readonly createdAt: Date };

/** Where the open article comes from: its page or file, who wrote it, and when it was brought in. */
export const OriginLine = ({ origin, createdAt }: OriginLineProps) => {
  if (origin === null) return null;
  const { address, fileName, fileHash } = origin;
  const site = address === null ? null : siteOf(address);
  const wrote = authorship(origin);
  return (
    <p className={classes.origin}>
      From{' '}
      {site === null || address === null ? (
        <span title={fileHash === null ? undefined : `SHA-256 ${fileHash}`}>{fileName ?? 'a file'}</span>
      ) : (
        <a href={address} target="_blank" rel="noreferrer nofollow">
          {site}
        </a>
      )}
      {wrote !== '' && `, ${wrote}`} · brought in {isoDayInWords(createdAt.toISOString().slice(0, 10))}
    </p>
  );
};
