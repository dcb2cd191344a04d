import Link from 'next/link';
import { count } from '@/components/history/moments';
import type { ClassRole } from '@/lib/classes/policy';
import classes from './classes.module.css';

type ClassListProps = {
  readonly label: string;
  readonly classes: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: ClassRole;
    readonly pupils: number;
    readonly teachers: readonly string[];
  }[];
};

/** Classes with a way into each: to who teaches it with its size, to a pupil with its teachers. */
export const ClassList = ({ label, classes: rows }: ClassListProps) => (
  <ul className={classes.list} aria-label={label}>
    {rows.map(({ id, name, role, pupils, teachers }) => (
      <li key={id} className={classes.item}>
        <h3>
          <Link href={`/classes/${id}`}>{name}</Link>
        </h3>
        <p className={classes.dim}>{role === 'pupil' ? teachers.join(', ') : count(pupils, 'pupil')}</p>
      </li>
    ))}
  </ul>
);
