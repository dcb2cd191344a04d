/** What the forms of a question have in common. Apart from the schemas of lib/model.ts, so that a page need not load them. */
import type { QuestionForm } from '@/lib/model';

const ONE_OF: readonly QuestionForm[] = ['choice', 'true-false', 'larger', 'earliest'];
const ARRANGED: readonly QuestionForm[] = ['order', 'match'];

/** Whether one of its options is the answer. */
export const choosesOne = (form: QuestionForm): boolean => ONE_OF.includes(form);

/** Whether its answer has parts, each of which may be right: see lib/key-parts.ts for how they are written. */
export const hasParts = (form: QuestionForm): boolean => form === 'several' || ARRANGED.includes(form);

/** Whether a question of this form shows options, to choose among or to arrange; otherwise its answer is recalled. */
export const hasOptions = (form: QuestionForm): boolean => choosesOne(form) || hasParts(form);

/** Whether its answer is typed. */
export const isTyped = (form: QuestionForm): boolean => !hasOptions(form);
