import type { QuestionGroup } from '@/lib/quiz/settings';

/** The kinds of question by name, as they are offered. */
export const GROUP_WORDS: readonly (readonly [QuestionGroup, string])[] = [
  ['choice', 'Choice of several answers'],
  ['several', 'Several right answers'],
  ['true-false', 'True or false'],
  ['typed', 'Typed answers'],
  ['measured', 'Numbers and dates'],
  ['compare', 'Which is more, which came first'],
  ['arrange', 'Put in order, match'],
];
