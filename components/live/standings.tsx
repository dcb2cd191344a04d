import type { SeenStandings } from '@/lib/live/seen';
import classes from './live.module.css';

type StandingsProps = {
  readonly standings: SeenStandings;
  readonly title: string;
  /** Whose line is marked. */
  readonly you?: string;
};

const points = (score: number): string => score.toLocaleString('en');

/** Places and points; equal points share a place. */
export const Standings = ({ standings, title, you }: StandingsProps) => (
  <section className={classes.standings} aria-label={title}>
    <h2>{title}</h2>
    {standings.teams.length > 0 && (
      <ol className={classes.places} aria-label="Teams">
        {standings.teams.map(({ name, score, rank }) => (
          <li key={name} data-rank={score > 0 ? rank : undefined}>
            <span className={classes.rank}>{rank}</span>
            <span className={classes.placeName}>{name}</span>
            <span className={classes.score}>{points(score)}</span>
          </li>
        ))}
      </ol>
    )}
    {standings.top.length === 0 ? (
      <p>Nobody has played yet.</p>
    ) : (
      <ol className={classes.places} aria-label="Players">
        {standings.top.map(({ id, name, team, score, rank }) => (
          <li key={id} data-rank={score > 0 ? rank : undefined} data-you={name === you || undefined}>
            <span className={classes.rank}>{rank}</span>
            <span className={classes.placeName}>
              {name}
              {team !== null && <small> {team}</small>}
              {name === you && <small> you</small>}
            </span>
            <span className={classes.score}>{points(score)}</span>
          </li>
        ))}
      </ol>
    )}
  </section>
);
