import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';
import { PrintedQuiz } from '@/components/print/printed-quiz';
import print from '@/components/print/printed-quiz.module.css';
import { PrintButton } from '@/components/transfer/print-button';
import classes from '@/components/transfer/transfer.module.css';
import { MOST_VERSIONS } from '@/lib/quiz/versions';
import { currentUser } from '@/lib/server/auth/session';
import { printedQuiz } from '@/lib/server/data/quiz-print';
import { found } from '@/lib/server/found';

export const metadata: Metadata = { title: 'Print a quiz' };

const versionsSchema = z.coerce.number().int().min(1).max(MOST_VERSIONS).catch(1);
const CHOICES = Array.from({ length: MOST_VERSIONS }, (_, index) => index + 1);

export default async function Page({ params, searchParams }: PageProps<'/quizzes/[id]/print'>) {
  const user = await currentUser();
  const { id } = await params;
  if (user === null) redirect(`/sign-in?next=/quizzes/${id}/print`);
  const versions = versionsSchema.parse((await searchParams).versions);
  const { deckTitle, papers, titles } = await found(printedQuiz(user, id, versions));
  const sourceOf = (articleId: string | null): string | null => {
    const title = articleId === null ? undefined : titles.get(articleId);
    return title === undefined || title === deckTitle ? null : title;
  };
  return (
    <>
      <div className={classes.noPrint}>
        <PageHead
          title="Print the quiz"
          lead="Versions ask for the same facts by other questions, options and order where there are any. The keys come last, each on a page of its own."
        >
          <PrintButton />
          <Link href={`/quizzes/${id}`} className={controls.button}>
            Back
          </Link>
        </PageHead>
        <nav aria-label="Versions" className={print.versions}>
          {CHOICES.map((number) => (
            <Link
              key={number}
              href={`/quizzes/${id}/print?versions=${number}` as Route}
              className={controls.button}
              aria-current={number === versions ? 'page' : undefined}
            >
              {number === 1 ? 'One version' : `${number} versions`}
            </Link>
          ))}
        </nav>
      </div>
      <PrintedQuiz
        title={deckTitle}
        papers={papers.map(({ version, items }) => ({
          version,
          items: items.map((item) => ({ ...item, source: sourceOf(item.articleId) })),
        }))}
      />
    </>
  );
}
