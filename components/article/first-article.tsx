'use client';
import { useRouter } from 'next/navigation';
import { keep, useKept } from '@/components/controls/kept';
import { DRAFT_KEY, NO_DRAFT, toDraft } from './article-draft';
import { PasteBox } from './paste-box';

/** The paste box of the first page: what comes in is corrected on the page for new articles. */
export const FirstArticle = () => {
  const router = useRouter();
  const draft = useKept('session', DRAFT_KEY, toDraft);
  return (
    <PasteBox
      rows={9}
      text={draft.step === 'paste' ? draft.text : ''}
      onType={(text) => {
        keep('session', DRAFT_KEY, { ...NO_DRAFT, text });
      }}
      onDraft={(next) => {
        keep('session', DRAFT_KEY, next);
        router.push('/new');
      }}
    />
  );
};
