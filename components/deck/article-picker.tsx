import { useId } from 'react';
import controls from '@/components/controls/controls.module.css';
import type { ArticleView } from './deck-model';
import classes from './deck.module.css';

type ArticlePickerProps = {
  readonly articles: readonly ArticleView[];
  /** Stands above the page already. */
  readonly deckTitle: string;
  readonly openId: string | null;
  readonly onOpen: (articleId: string) => void;
};

/** The title of the open article; where a deck has several, the choice among them. */
export const ArticlePicker = ({ articles, deckTitle, openId, onOpen }: ArticlePickerProps) => {
  const id = useId();
  const open = articles.find((article) => article.id === openId);
  if (open === undefined) return <p className={classes.none}>This deck has no article yet.</p>;
  if (articles.length === 1 && open.title === deckTitle) return null;
  if (articles.length === 1) return <h2 className={classes.articleTitle}>{open.title}</h2>;
  return (
    <div className={classes.picker}>
      <label htmlFor={id} className={controls.label}>
        Article
      </label>
      <select
        id={id}
        className={controls.input}
        value={open.id}
        onChange={(event) => {
          onOpen(event.target.value);
        }}
      >
        {articles.map((article) => (
          <option key={article.id} value={article.id}>
            {article.title}
          </option>
        ))}
      </select>
    </div>
  );
};
