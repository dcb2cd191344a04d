import type { KnownArticle } from '@/lib/quiz/answer-report';
import { FEWEST_ANSWERS } from '@/lib/quiz/known';
import classes from './answers.module.css';
import history from './history.module.css';

/** How many facts of each article are known, guessing taken off: a bar with its interval beside the figures. */
export const KnownChart = ({ articles }: { readonly articles: readonly KnownArticle[] }) => (
  <>
    <p className={history.aside}>
      Guessing is taken off; the true number lies within the thin line 95 times of 100. Each fact is judged by
      its last answer.
    </p>
    <table className={history.table}>
      <thead>
        <tr>
          <th scope="col">Article</th>
          <th scope="col" className={classes.chartHead}>
            Facts known
          </th>
        </tr>
      </thead>
      <tbody>
        {articles.map((article) => (
          <tr key={article.articleId}>
            <th scope="row">{article.title}</th>
            <td>
              {article.known === null ? (
                `Too early to say: ${article.asked} of ${FEWEST_ANSWERS} facts asked that it takes.`
              ) : (
                <>
                  <Interval {...article.known} />
                  {wordsOf(article.known, article.facts)}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
);

type Shares = { readonly share: number; readonly low: number; readonly high: number };

const of = (share: number, facts: number): number => Math.round(share * facts);

const wordsOf = ({ share, low, high }: Shares, facts: number): string =>
  `About ${of(share, facts)} of ${facts}, between ${of(low, facts)} and ${of(high, facts)}`;

const Interval = ({ share, low, high }: Shares) => (
  <svg className={classes.interval} aria-hidden="true">
    <rect width="100%" height="100%" rx="3" className={classes.track} />
    <rect width={`${share * 100}%`} height="100%" rx="3" className={classes.bar} />
    <line x1={`${low * 100}%`} x2={`${high * 100}%`} y1="50%" y2="50%" className={classes.whisker} />
    {[low, high].map((end, index) => (
      <line
        key={index}
        x1={`${end * 100}%`}
        x2={`${end * 100}%`}
        y1="20%"
        y2="80%"
        className={classes.whisker}
      />
    ))}
  </svg>
);
