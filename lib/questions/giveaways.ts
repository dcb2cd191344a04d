/** Which questions must not be met in one sitting, since one tells the answer of the other. */
import { holdsAnswer } from '@/lib/facts/answer-leaks';
import { stemsOf } from '@/lib/facts/reading';

/** What someone sees of a question: what is asked, the answer, and the sentence behind it. */
export type Met = {
  readonly factId: string;
  readonly asked: string;
  readonly answer: string;
  readonly statement: string;
};

/** Shorter stems are small words, and stand everywhere. */
const WEIGHTY = 4;
/** So much of what is asked must stand beside its answer before someone could read it off there. */
const SAME_MATTER = 0.5;

type Seen = Met & {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  readonly wanted: readonly string[];
};

const seen = (met: Met): Seen => {
  const text = `${met.asked} ${met.statement}`;
  const wanted = [...stemsOf(met.asked)].filter((stem) => stem.length >= WEIGHTY);
  return { ...met, text, stems: stemsOf(text), wanted };
};

/** Whether `one` shows the answer of `other` in its own matter; a name that both only mention tells nothing. */
const tells = (one: Seen, other: Seen): boolean => {
  const shared = other.wanted.filter((stem) => one.stems.has(stem)).length;
  return shared >= SAME_MATTER * other.wanted.length && holdsAnswer(one.text, other.answer);
};

/** What can be met together, and what was passed over since it cannot; both in their order. */
export type Parted<Asked> = { readonly apart: readonly Asked[]; readonly passedOver: readonly Asked[] };

/**
 * The first `most` of `asked` that can be met in one sitting: each fact once, no two from one sentence, and none whose
 * answer another shows, before or after the reveal. Quadratic in what is looked at, which ends with the last one needed.
 */
export const parted = <Asked>(
  asked: readonly Asked[],
  see: (one: Asked) => Met,
  most = Infinity,
): Parted<Asked> => {
  const kept: Seen[] = [];
  const apart: Asked[] = [];
  const passedOver: Asked[] = [];
  for (const one of asked) {
    if (apart.length >= most) break;
    const met = seen(see(one));
    const clashes = kept.some(
      (earlier) =>
        earlier.factId === met.factId ||
        earlier.statement === met.statement ||
        tells(earlier, met) ||
        tells(met, earlier),
    );
    if (clashes) {
      passedOver.push(one);
      continue;
    }
    kept.push(met);
    apart.push(one);
  }
  return { apart, passedOver };
};

/** Those of `asked`, in their order, that can be met in one sitting. */
export const withoutGiveaways = <Asked>(asked: readonly Asked[], see: (one: Asked) => Met): Asked[] => [
  ...parted(asked, see).apart,
];
