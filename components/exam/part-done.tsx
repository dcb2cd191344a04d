import Link from 'next/link';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';

/** What stands in the place of cards once today's part of a plan is done. */
export const PartDone = ({ exam }: { exam: { readonly id: string; readonly title: string } }) => (
  <PageHead
    title="Today’s part is done"
    lead={`Nothing is left of today’s part of the plan for “${exam.title}”.`}
  >
    <Link href={`/exams/${exam.id}`} className={`${controls.button} ${controls.primary}`}>
      See the plan
    </Link>
  </PageHead>
);
