/**
 * How much a fact is worth asking: how central it is, what sort of fact it is, and how surely its questions stand. How
 * often each sort was judged good, blind, is in `docs/judged/`; on each round, the order by what the others taught
 * put more good ones in front than salience alone did (docs/question-quality.md).
 */
import type { FoundFact } from '@/lib/facts/candidate';
import type { DraftQuestion, FactKind } from '@/lib/model';

/** What a sort adds or takes: its share of good ones in four rounds, drawn to the mean where there were few, less the mean. */
const BY_KIND: Readonly<Partial<Record<FactKind, number>>> = {
  acronym: 0.2,
  when: 0.1,
  quantity: 0.05,
  definition: 0.05,
  where: -0.1,
  statement: -0.2,
  who: -0.2,
};
/** A question that passed each check, and one that may have more answers than the sentence gives. */
const CERTIFIED = 0.1;
const OPEN = -0.1;

/** Higher for what is better asked; of no meaning by itself. */
export const worthOf = ({ kind, salience }: FoundFact, questions: readonly DraftQuestion[]): number => {
  const isCertified = questions.some(({ checks }) => checks.every(({ verdict }) => verdict === 'passed'));
  const isOpen = questions.every(({ checks }) =>
    checks.some(({ name, verdict }) => name === 'one-answer' && verdict === 'unsure'),
  );
  return salience + (BY_KIND[kind] ?? 0) + (isCertified ? CERTIFIED : 0) + (isOpen ? OPEN : 0);
};
