import type { Series } from '@/lib/quiz/answer-report';
import classes from './answers.module.css';
import { kindWords } from './kind-words';
import history from './history.module.css';

type SeriesTableProps = { readonly rows: readonly Series[]; readonly by: 'deck' | 'article' | 'kind' };

const HEADS = { deck: 'Deck', article: 'Article', kind: 'Kind' } as const;

const trendWords = (trend: number | null): string => {
  if (trend === null) return 'too few';
  const points = Math.round(trend * 10) / 10;
  if (points === 0) return 'level';
  return `${points > 0 ? '▲ +' : '▼ −'}${Math.abs(points)} a quiz`;
};

/** Scores over time of each deck, article or kind of fact: a line beside its figures. */
export const SeriesTable = ({ rows, by }: SeriesTableProps) => (
  <table className={history.table}>
    <thead>
      <tr>
        <th scope="col">{HEADS[by]}</th>
        <th scope="col" className={classes.lineHead}>
          Quiz by quiz
        </th>
        <th scope="col" className={history.number}>
          Right
        </th>
        <th scope="col" className={history.number}>
          Best
        </th>
        <th scope="col" className={history.number}>
          Trend
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ name, right, of, scores, progress }) => (
        <tr key={name}>
          <th scope="row" className={classes.name}>
            {by === 'kind' ? kindWords(name) : name}
          </th>
          <td>
            <Line scores={scores.slice(-MOST_POINTS)} />
          </td>
          <td className={history.number}>
            {right} of {of}
          </td>
          <td className={history.number}>{progress.best} %</td>
          <td className={`${history.number} ${classes.trend}`}>{trendWords(progress.trend)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** More have no room in a cell. */
const MOST_POINTS = 30;

/** From 0 % at the bottom to 100 % at the top. */
const Line = ({ scores }: { readonly scores: readonly number[] }) => {
  const place = (score: number, index: number) => ({
    x: scores.length === 1 ? '50%' : `${4 + (92 * index) / (scores.length - 1)}%`,
    y: `${90 - score * 0.8}%`,
  });
  return (
    <svg className={classes.line} role="img" aria-label={`${scores.join(' %, ')} %`}>
      <line x1="0" x2="100%" y1="90%" y2="90%" className={history.grid} />
      {scores.slice(1).map((score, index) => {
        const [from, to] = [place(scores[index] ?? score, index), place(score, index + 1)];
        return <line key={index} x1={from.x} y1={from.y} x2={to.x} y2={to.y} className={classes.stroke} />;
      })}
      {scores.map((score, index) => {
        const { x, y } = place(score, index);
        const isLast = index === scores.length - 1;
        return isLast ? <circle key={index} cx={x} cy={y} r="3" className={classes.point} /> : null;
      })}
    </svg>
  );
};
