/** What the forms of a question have in common. Apart from the schemas of lib/model.ts, so that a page need not load them. */
import type { QuestionForm } from '@/lib/model';

/** Whether a question of this form has options to choose from; otherwise its answer is recalled. */
export const hasOptions = (form: QuestionForm): boolean => form !== 'cloze' && form !== 'basic';
