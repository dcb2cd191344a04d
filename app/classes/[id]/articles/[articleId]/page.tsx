import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import controls from '@/components/controls/controls.module.css';
import { PageHead } from '@/components/controls/page-head';
import { layOutText, withoutTitle } from '@/components/deck/lay-out-text';
import { count } from '@/components/history/moments';
import { MapLegend } from '@/components/memory/map-legend';
import type { MapFact } from '@/components/memory/map-model';
import { MapTable } from '@/components/memory/map-table';
import { MemoryMap } from '@/components/memory/memory-map';
import { percentWords } from '@/components/memory/percent';
import { promptParts } from '@/lib/questions/prompt-parts';
import { currentUser } from '@/lib/server/auth/session';
import { classMemory, type ClassFact } from '@/lib/server/data/class-memory';
import { found } from '@/lib/server/found';

export const metadata: Metadata = { title: 'Memory map of a class' };

/** Pupils who are named with a fact: those who recall it least. */
const MOST_NAMED = 5;

const inWords = (fact: ClassFact): MapFact => ({
  id: fact.id,
  statement: fact.statement,
  span: fact.span,
  prompt: promptParts(fact.prompt),
  answer: fact.answer,
  recall: fact.recall,
  due: null,
  answersAre: 'Least likely to recall it',
  answers: fact.pupils.slice(0, MOST_NAMED).map(({ name, recall }) => `${name}: ${percentWords(recall)}`),
});

export default async function Page({ params }: PageProps<'/classes/[id]/articles/[articleId]'>) {
  const user = await currentUser();
  const { id, articleId } = await params;
  if (user === null) redirect('/classes');
  const { article, pupils, facts } = await found(classMemory(user, id, articleId, new Date()));
  const { title, text } = article;
  const shown = { text, blocks: withoutTitle(layOutText(text), title, text) };
  const mapped = facts.map(inWords);
  const asked = facts.flatMap(({ recall }) => recall ?? []);
  const known = Math.round(asked.reduce((sum, recall) => sum + recall, 0));
  return (
    <>
      <PageHead title={title} lead={`What the class (${count(pupils, 'pupil')}) would recall of it today`}>
        <Link href={`/classes/${id}/report`} className={controls.button}>
          Report of the class
        </Link>
      </PageHead>
      <p>
        {asked.length === 0
          ? 'Nobody was asked anything of this article yet, so it is all plain.'
          : `A pupil would recall about ${known} of the ${count(asked.length, 'fact')} that the class was asked.`}
      </p>
      <MapLegend whose="a pupil" />
      <MapTable article={shown} facts={mapped} />
      <MemoryMap article={shown} facts={mapped} />
    </>
  );
}
