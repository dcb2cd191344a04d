/** Deeds that one person or body has done once: who did it has one answer, however little else is said. */
import type { Clause } from '@/lib/language/clauses';

const ONCE = new Set(
  `designed founded invented discovered written wrote composed painted built created coined directed established
  introduced commissioned patented sculpted devised proposed assassinated conquered abolished`.split(/\s+/u),
);

/** Whether what the clause tells was done once and by one; only where it is over and not denied. */
export const hasOneDoer = ({ predicate, negation, hedge, finite }: Clause): boolean =>
  ONCE.has(predicate.low) &&
  negation === null &&
  hedge === null &&
  (finite === predicate ? predicate.xpos === 'VBD' : finite.low === 'was' || finite.low === 'were');
