/** Sentences that say one thing outright, so that it may be said again beside others or with another value. */
import type { FoundFact } from '@/lib/facts/candidate';

/** Surer than this of the whole clause, or it is not said again. */
const CERTAIN = 0.9;

const SOFTENED =
  /\b(?:if|unless|whether|according|about|around|approximately|roughly|some|nearly|almost|reportedly|said|believed|thought|estimated?|possibly|probably|perhaps|may|might|could|would)\b|\?$/iu;

/** Whether the sentence of a fact has no hedge, no negation, no condition, no quote and no one else's word in it. */
export const isPlain = ({ sentence, statement, leans }: FoundFact): boolean =>
  sentence.attributions.length === 0 &&
  sentence.clauses.every(({ hedge, negation }) => hedge === null && negation === null) &&
  sentence.enclosures.quotes.length === 0 &&
  leans.every(({ kind, resolvedBy }) => kind !== 'attribution' && resolvedBy !== 'before') &&
  !SOFTENED.test(statement);

/** Whether the sentence is one clause, surely read, that stands by itself. */
export const isOneClause = (fact: FoundFact): boolean => {
  const [main, ...others] = fact.sentence.clauses;
  return (
    main !== undefined &&
    main.ownsSubject &&
    others.length === 0 &&
    main.confidence >= CERTAIN &&
    fact.leans.length === 0 &&
    isPlain(fact)
  );
};
