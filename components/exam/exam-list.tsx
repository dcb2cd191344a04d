import Link from 'next/link';
import { dayWords } from '@/components/history/moments';
import { percentWords } from '@/components/memory/percent';
import classes from './exam.module.css';
import { daysAwayWords } from './plan-words';

type ExamListProps = {
  readonly label: string;
  readonly exams: readonly {
    readonly id: string;
    readonly title: string;
    readonly day: number;
    readonly decks: readonly { readonly id: string; readonly title: string }[];
    readonly predicted: { readonly mean: number } | null;
  }[];
  readonly today: number;
};

/** Exams with their day, their decks and what was last predicted of them. */
export const ExamList = ({ label, exams, today }: ExamListProps) => (
  <ul className={classes.exams} aria-label={label}>
    {exams.map(({ id, title, day, decks, predicted }) => (
      <li key={id} className={classes.exam}>
        <h3>
          <Link href={`/exams/${id}`}>{title}</Link>
        </h3>
        <p>
          {dayWords(day, 'long')}, {daysAwayWords(day - today)}
          {predicted !== null && ` · predicted recall ${percentWords(predicted.mean)}`}
        </p>
        <p className={classes.from}>
          {decks.length === 0 ? 'Its decks are deleted.' : decks.map((deck) => deck.title).join(' · ')}
        </p>
      </li>
    ))}
  </ul>
);
