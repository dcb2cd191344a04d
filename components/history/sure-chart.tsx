import type { AnswerReport } from '@/lib/quiz/answer-report';
import { CERTAINTIES } from '@/lib/quiz/certainty';
import { FEWEST_ANSWERS, type Sureness } from '@/lib/quiz/known';
import classes from './answers.module.css';
import history from './history.module.css';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const VERDICTS: Readonly<Record<Sureness['verdict'], string>> = {
  over: 'You are surer than you are right: look twice at what you feel sure of.',
  under: 'You are right more often than you are sure: you may trust yourself more.',
  right: 'You are about as sure as you are right.',
};

/** How often answers were right, by how sure their giver was: bars with a mark at what was said, beside the figures. */
export const SureChart = ({ answers, found }: NonNullable<AnswerReport['sure']>) =>
  found === null ? (
    <p className={history.aside}>
      Too early to say: {answers} of {FEWEST_ANSWERS} answers that it takes.
    </p>
  ) : (
    <>
      <p>{VERDICTS[found.verdict]}</p>
      <p className={history.aside}>
        The thin line is how often such answers would be right if you were just as sure as you should be.
      </p>
      <table className={history.table}>
        <thead>
          <tr>
            <th scope="col">You said</th>
            <th scope="col" className={classes.chartHead}>
              Right
            </th>
            <th scope="col" className={history.number}>
              Answers
            </th>
          </tr>
        </thead>
        <tbody>
          {found.levels.map(({ certainty, share, answers: given }) => (
            <tr key={certainty}>
              <th scope="row">{CERTAINTIES.find((level) => level.share === certainty)?.words}</th>
              <td>
                <svg className={classes.interval} aria-hidden="true">
                  <rect width="100%" height="100%" rx="3" className={classes.track} />
                  <rect width={`${share * 100}%`} height="100%" rx="3" className={classes.bar} />
                  <line
                    x1={`${certainty * 100}%`}
                    x2={`${certainty * 100}%`}
                    y1="0"
                    y2="100%"
                    className={classes.whisker}
                  />
                </svg>
                {percent(share)}, {percent(certainty)} would be just right
              </td>
              <td className={history.number}>{given}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
