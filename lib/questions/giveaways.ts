/** Which questions must not be met in one sitting, since one tells the answer of the other. */
import { holdsAnswer } from '@/lib/facts/answer-leaks';

/** All that someone sees of a question, before and after the answer. */
export type Met = {
  readonly factId: string;
  readonly texts: readonly string[];
  readonly statement: string;
  readonly answer: string;
};

const tells = (one: Met, other: Met): boolean =>
  [...one.texts, one.statement].some((text) => holdsAnswer(text, other.answer));

/**
 * Those of `asked`, in their order, that can be met in one sitting: each fact once, no two from one sentence, and
 * none whose answer another shows, before or after the reveal. Quadratic in their number.
 */
export const withoutGiveaways = <Asked>(asked: readonly Asked[], see: (one: Asked) => Met): Asked[] => {
  const kept: { asked: Asked; met: Met }[] = [];
  for (const one of asked) {
    const met = see(one);
    const clashes = kept.some(
      ({ met: earlier }) =>
        earlier.factId === met.factId ||
        earlier.statement === met.statement ||
        tells(earlier, met) ||
        tells(met, earlier),
    );
    if (!clashes) kept.push({ asked: one, met });
  }
  return kept.map((one) => one.asked);
};
