import type { Route } from 'next';
import Link from 'next/link';
import history from '@/components/history/history.module.css';
import type { ClassRole } from '@/lib/classes/policy';

const ROLES: Readonly<Record<ClassRole, string>> = {
  owner: 'Teacher, owner',
  teacher: 'Teacher',
  pupil: 'Pupil',
};

type MemberTableProps = {
  readonly classId: string;
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: ClassRole;
    readonly moreTime: number;
    readonly hasAccount: boolean;
  }[];
};

/** Everybody of a class, each with a way to their page. */
export const MemberTable = ({ classId, members }: MemberTableProps) => (
  <table className={history.table}>
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col">Role</th>
        <th scope="col">Comes back by</th>
      </tr>
    </thead>
    <tbody>
      {members.map(({ id, name, role, moreTime, hasAccount }) => (
        <tr key={id}>
          <th scope="row">
            <Link href={`/classes/${classId}/members/${id}` as Route}>{name}</Link>
          </th>
          <td>
            {ROLES[role]}
            {moreTime > 0 && `, ${moreTime} % more time`}
          </td>
          <td>{hasAccount ? 'account' : 'resume code'}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
