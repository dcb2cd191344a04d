/** A study set: what every format of cards and questions is read into, and written from. */
import { hasOptions } from '@/lib/forms';
import { pairsOf } from '@/lib/key-parts';
import type { QuestionForm, Rating } from '@/lib/model';

/** One option with what is said to whoever chose it. */
export type SetOption = { readonly text: string; readonly feedback: string | null };

export type SetQuestion = {
  readonly form: QuestionForm;
  /** As it is shown; a cloze has its gap. Text may name media: `[image: heart.png]`. */
  readonly prompt: string;
  /** The sentence before, where the prompt leans on it. */
  readonly context: string | null;
  readonly answer: string;
  /** In the order shown, the answer among them; empty where the answer is recalled. */
  readonly options: readonly SetOption[];
};

/** One answer of the past. */
export type SetReview = {
  readonly at: Date;
  readonly rating: Rating;
  readonly practice: boolean;
  readonly elapsedMs: number | null;
  /** The days of the wait that followed; `null` for a learning step. */
  readonly days: number | null;
};

/** Where a card stands in its schedule. */
export type SetMemory = {
  /** Days. */
  readonly stability: number;
  /** 1..10. */
  readonly difficulty: number;
  readonly due: Date;
  readonly lastReview: Date;
  readonly phase: 'learning' | 'review' | 'relearning';
  readonly scheduledDays: number;
  readonly reps: number;
  readonly lapses: number;
};

/** One thing to know, with all that asks for it. */
export type SetCard = {
  /** The same for the same fact at every export; what is read from a file without one has a number. */
  readonly id: string;
  /** At least one. */
  readonly questions: readonly SetQuestion[];
  /** The sentence that proves it; `null` where the file has none. */
  readonly proof: string | null;
  /** Where that sentence stands, in words. */
  readonly source: string | null;
  /** What else the card says once it is answered: an explanation, a mnemonic. */
  readonly extra: string | null;
  readonly tags: readonly string[];
  readonly suspended: boolean;
  /** `null`: never seen, or left out. */
  readonly memory: SetMemory | null;
  readonly reviews: readonly SetReview[];
};

export type MediaFile = { readonly name: string; readonly bytes: Uint8Array };

export type StudySet = {
  readonly title: string;
  readonly cards: readonly SetCard[];
  readonly media: readonly MediaFile[];
};

/** Something that was left out, or not taken over as it stood: where, and why. */
export type Problem = { readonly where: string; readonly words: string };

/** What a reader makes of a file. */
export type ReadSet = { readonly set: StudySet; readonly problems: readonly Problem[] };

/** What a writer makes of a set. */
export type Written = { readonly bytes: Uint8Array; readonly leftOut: readonly Problem[] };

/** A card of which a file says no more than its questions. */
export const plainCard = (id: string, question: SetQuestion, rest: Partial<SetCard> = {}): SetCard => ({
  id,
  questions: [question],
  proof: null,
  source: null,
  extra: null,
  tags: [],
  suspended: false,
  memory: null,
  reviews: [],
  ...rest,
});

/** A question whose answer is recalled: a cloze where its prompt has a gap. */
export const recallQuestion = (
  form: 'cloze' | 'basic',
  prompt: string,
  answer: string,
  context: string | null = null,
): SetQuestion => ({ form, prompt, context, answer, options: [] });

/** What a flashcard shows on its two sides. */
export type Sides = {
  readonly form: 'cloze' | 'basic';
  readonly front: string;
  readonly back: string;
  readonly context: string | null;
};

const FORM_ORDER = (form: QuestionForm): number => (hasOptions(form) ? 2 : form === 'cloze' ? 1 : 0);

/**
 * The flashcard of a card: one, since there is one memory of its fact. By the question in words where it has one, else
 * by its sentence with a gap, else by the first with options, which then stand on the front.
 */
export const sidesOf = ({ questions }: Pick<SetCard, 'questions'>): Sides | null => {
  const [question] = [...questions].sort((a, b) => FORM_ORDER(a.form) - FORM_ORDER(b.form));
  if (question === undefined) return null;
  const { form, prompt, answer, context, options } = question;
  const lefts = form === 'match' ? pairsOf(answer).map(({ left }) => `- ${left}`) : [];
  const shown = form === 'order' ? options.toSorted((a, b) => a.text.localeCompare(b.text, 'en')) : options;
  const front = [
    prompt,
    ...lefts,
    ...(lefts.length > 0 ? [''] : []),
    ...shown.map(({ text }) => `- ${text}`),
  ].join('\n');
  return { form: form === 'cloze' ? 'cloze' : 'basic', front, back: answer.replaceAll('\t', ': '), context };
};

/** Whether a set holds the same card already goes by what it asks and what is right. */
export const contentOf = ({ prompt, answer }: Pick<SetQuestion, 'prompt' | 'answer'>): string =>
  JSON.stringify([prompt, answer].map((text) => text.normalize('NFKC').replace(/\s+/gu, ' ').trim()));
