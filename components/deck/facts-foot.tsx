'use client';
import { useMemo, useState } from 'react';
import type { FactWithQuestions } from '@/lib/model';
import type { NewSentenceQuestion } from './deck-actions';
import type { ArticleView } from './deck-model';
import { SentenceForm } from './sentence-form';
import { SpareFacts } from './spare-facts';
import { UnusedList } from './unused-list';
import { unusedSentences, type UnusedSentence } from './unused-sentences';

type FactsFootProps = {
  readonly article: ArticleView;
  readonly facts: readonly FactWithQuestions[];
  readonly sparesShown: boolean;
  readonly onShowSpares: (shown: boolean) => void;
  readonly onTakeIn: () => void;
  readonly onUse: (question: NewSentenceQuestion) => Promise<string | null>;
};

/** What an article holds beyond the listed facts: spare ones, and the sentences that gave none. */
export const FactsFoot = ({ article, facts, sparesShown, onShowSpares, onTakeIn, onUse }: FactsFootProps) => {
  const [using, setUsing] = useState<UnusedSentence | null>(null);
  const unused = useMemo(() => unusedSentences(article.leftOut, facts), [article, facts]);
  return (
    <>
      <SpareFacts
        count={facts.filter(({ status }) => status === 'spare').length}
        shown={sparesShown}
        onShow={onShowSpares}
        onTakeIn={onTakeIn}
      />
      <UnusedList key={article.id} sentences={unused} onUse={setUsing} />
      {using !== null && (
        <SentenceForm
          articleId={article.id}
          sentence={using}
          onAdd={onUse}
          onClose={() => {
            setUsing(null);
          }}
        />
      )}
    </>
  );
};
