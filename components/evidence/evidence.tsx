import type { Proof } from '@/lib/facts/proof';
import { MediaText } from './media-text';
import classes from './evidence.module.css';

/** The sentence that proves a fact, lit in the paragraph where it stands, with the article's title. */
export const Evidence = ({ proof }: { proof: Proof }) => (
  <figure className={classes.evidence}>
    <blockquote className={classes.paragraph}>
      {proof.before}
      <mark className={classes.sentence}>
        <MediaText text={proof.statement} />
      </mark>
      {proof.after}
    </blockquote>
    <figcaption className={classes.source}>
      {proof.articleTitle === null ? 'A card of your own' : `From “${proof.articleTitle}”`}
    </figcaption>
  </figure>
);
