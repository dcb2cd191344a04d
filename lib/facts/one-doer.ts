/** What has one answer, however little else is said: the doer of what is done once, and the one of a kind that a name has. */
import type { Clause } from '@/lib/language/clauses';
import { childrenOf, type Tree, type Word } from '@/lib/language/tree';
import type { AnswerRole } from './candidate';

const ONCE = new Set(
  `designed founded invented discovered written wrote composed painted built created coined directed established
  introduced commissioned patented sculpted devised proposed assassinated conquered abolished`.split(/\s+/u),
);

/** Whether what the clause tells was done once and by one; only where it is over and not denied. */
const isDoneOnce = ({ predicate, negation, hedge, finite }: Clause): boolean =>
  ONCE.has(predicate.low) &&
  negation === null &&
  hedge === null &&
  (finite === predicate ? predicate.xpos === 'VBD' : finite.low === 'was' || finite.low === 'were');

/** Whether an answer of this role is who did what is done once: "designed by …", "… founded". */
export const isOneDoer = (role: AnswerRole | undefined, clause: Clause): boolean =>
  (role === 'agent' || (role === 'subject' && !clause.isPassive)) && isDoneOnce(clause);

/** "The capital of Austria": a definite noun with a name behind it. */
export const isTheOneOfAName = (tree: Tree, noun: Word): boolean =>
  childrenOf(tree, noun, 'det').some(({ low }) => low === 'the') &&
  childrenOf(tree, noun, 'nmod').some(({ upos }) => upos === 'PROPN');
