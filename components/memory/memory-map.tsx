'use client';
import { useMemo, useState } from 'react';
import { ArticleText } from '@/components/deck/article-text';
import type { TextBlock } from '@/components/deck/text-blocks';
import { Prompt } from '@/components/evidence/prompt';
import { count } from '@/components/history/moments';
import { meanRecall } from '@/lib/memory/recall-map';
import type { Span } from '@/lib/model';
import { factsOfSentence, recallMarks, type MapFact } from './map-model';
import classes from './memory-map.module.css';
import { percentWords } from './percent';

type MemoryMapProps = {
  readonly article: { readonly text: string; readonly blocks: readonly TextBlock[] };
  readonly facts: readonly MapFact[];
};

/** As in the styles: below it the facts lie over the foot of the text. */
const NARROW = '(max-width: 60em)';

/** The article, each sentence painted by what would be recalled of it, beside the facts of the chosen one. */
export const MemoryMap = ({ article, facts }: MemoryMapProps) => {
  const [sentence, setSentence] = useState<Span | null>(null);
  const [onPhone, setOnPhone] = useState(false);
  const marks = useMemo(() => recallMarks(article.blocks, facts), [article, facts]);
  const held = sentence === null ? [] : factsOfSentence(sentence, facts);
  return (
    <div className={classes.sides}>
      <section className={classes.text} aria-label="Article">
        <ArticleText
          article={article}
          marks={marks}
          lit={sentence}
          answer={null}
          shown={onPhone}
          onChoose={(chosen) => {
            setOnPhone(matchMedia(NARROW).matches);
            setSentence((before) => (before?.start === chosen.start ? null : chosen));
          }}
        />
      </section>
      {/* It scrolls where it is longer than the window: the keyboard must reach it. */}
      <section className={classes.facts} aria-label="Facts of the sentence" tabIndex={0}>
        <p role="status">{sentence === null ? 'Choose a sentence to see its facts.' : sentenceWords(held)}</p>
        {held.length > 0 && (
          <ul>
            {held.map((fact) => (
              <FactCard key={fact.id} fact={fact} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
};

const sentenceWords = (facts: readonly MapFact[]): string => {
  if (facts.length === 0) return 'You keep no fact of this sentence, so it is never asked.';
  const recall = meanRecall(facts);
  if (recall === null) return `${count(facts.length, 'fact')}, never asked yet.`;
  const asked = facts.filter((fact) => fact.recall !== null).length;
  const unasked = asked < facts.length ? `, ${facts.length - asked} never asked` : '';
  const mean = asked > 1 ? ' on average' : '';
  return `${count(facts.length, 'fact')}${unasked}. Recall today: ${percentWords(recall)}${mean}.`;
};

const FactCard = ({ fact }: { fact: MapFact }) => (
  <li>
    <p className={classes.asked}>
      <Prompt parts={fact.prompt} />
    </p>
    <dl>
      <dt>Answer</dt>
      <dd>{fact.answer}</dd>
      <dt>Recall today</dt>
      <dd>{fact.recall === null ? 'never asked' : percentWords(fact.recall)}</dd>
      {fact.due !== null && (
        <>
          <dt>Due</dt>
          <dd>{fact.due}</dd>
        </>
      )}
      {fact.answers.length > 0 && (
        <>
          <dt>{fact.answersAre ?? 'Last answers'}</dt>
          <dd>
            {fact.answers.map((words, index) => (
              <span key={index}>{words}</span>
            ))}
          </dd>
        </>
      )}
    </dl>
  </li>
);
