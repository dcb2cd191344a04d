import 'server-only';
import { z } from 'zod';
import { ASSIGNMENT_FEEDBACKS } from '@/lib/classes/feedback';
import { ofLocal } from '@/lib/memory/days';
import { MOST_QUESTIONS } from '@/lib/quiz/most-questions';
import { QUESTION_GROUPS, type QuestionGroup, USUAL_SETTINGS } from '@/lib/quiz/settings';
import { LONGEST_TITLE, type AssignmentTerms, type GivenWork } from '@/lib/server/data/assignments';
import { textOf } from '@/lib/server/form-text';

/** A whole number that may be left out. */
const optional = (most: number, words: string) =>
  z
    .string()
    .transform((text) => (text.trim() === '' ? null : Number(text)))
    .pipe(z.int(words).min(1, words).max(most, words).nullable());

const termsShape = (zone: string) => {
  const local = z.string().transform((text, context) => {
    const at = ofLocal(text, zone);
    if (at !== null) return at;
    context.addIssue({ code: 'custom', message: 'Choose a day and a time.' });
    return z.NEVER;
  });
  return {
    title: z.string().trim().max(LONGEST_TITLE, `${LONGEST_TITLE} letters at most.`),
    opensAt: local,
    closesAt: z.union([z.literal('').transform(() => null), local]),
    attempts: optional(100, 'Between 1 and 100 times, or nothing.'),
    feedback: z.enum(ASSIGNMENT_FEEDBACKS, 'Choose what pupils are told.'),
  };
};

type Times = { readonly opensAt: Date; readonly closesAt: Date | null };
const closesLater = ({ opensAt, closesAt }: Times): boolean => closesAt === null || closesAt > opensAt;
const CLOSES_LATER = { path: ['closesAt'], message: 'It must close after it opens.' };
const REACHES_ALL = { path: ['closesAt'], message: 'Answers that wait for the closing need one.' };
const canTell = ({ feedback, closesAt }: { feedback: string; closesAt: Date | null }): boolean =>
  feedback !== 'close' || closesAt !== null;

/** The terms of an assignment as its form sends them, with times on the wall of `zone`. */
export const termsSchema = (zone: string) =>
  z.object(termsShape(zone)).refine(closesLater, CLOSES_LATER).refine(canTell, REACHES_ALL);

const idOf = (missing: string) => z.string().min(1, missing).max(64);

const drawnShape = {
  deckId: idOf('Choose a deck.'),
  count: z.coerce
    .number<string>('Say how many questions.')
    .int('A whole number, please.')
    .min(1, 'One question at least.')
    .max(MOST_QUESTIONS, `${MOST_QUESTIONS} questions at most.`),
  minutes: optional(600, 'Between 1 and 600 minutes, or nothing.'),
  groups: z
    .array(z.string())
    .pipe(z.array(z.enum(QUESTION_GROUPS)).min(1, 'Choose one kind of question at least.')),
};

/** A new assignment as its form sends it. */
export const giveSchema = (zone: string) => {
  const terms = termsShape(zone);
  return z
    .discriminatedUnion('kind', [
      z.object({ ...terms, ...drawnShape, kind: z.literal('quiz') }),
      z.object({ ...terms, kind: z.literal('taken'), quizId: idOf('Choose a quiz.') }),
      z.object({ ...terms, kind: z.literal('deck'), deckId: drawnShape.deckId }),
    ])
    .refine(closesLater, CLOSES_LATER)
    .refine((given) => given.kind === 'deck' || canTell(given), REACHES_ALL)
    .transform((given): AssignmentTerms & { work: GivenWork } => {
      const { title, opensAt, closesAt, attempts, feedback } = given;
      return { title, opensAt, closesAt, attempts, feedback, work: workOf(given) };
    });
};

type Given =
  | { kind: 'quiz'; deckId: string; count: number; minutes: number | null; groups: QuestionGroup[] }
  | { kind: 'taken'; quizId: string }
  | { kind: 'deck'; deckId: string };

const workOf = (given: Given): GivenWork => {
  if (given.kind === 'taken') return { kind: 'taken', quizId: given.quizId };
  if (given.kind === 'deck') return { kind: 'deck', deckId: given.deckId };
  const { deckId, count, minutes, groups } = given;
  return { kind: 'quiz', deckId, settings: { ...USUAL_SETTINGS, count, minutes, groups } };
};

const TERMS = ['title', 'opensAt', 'closesAt', 'attempts', 'feedback'] as const;
const GIVE = [...TERMS, 'deckId', 'quizId', 'kind', 'count', 'minutes'] as const;

const textsOf = <Name extends string>(form: FormData, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, textOf(form, name)])) as Record<Name, string>;

/** The kinds of question that are ticked. */
export const groupsOf = (form: FormData): string[] =>
  form.getAll('groups').filter((group) => typeof group === 'string');

/** What was typed, for a form that comes back. */
export const typedTerms = (form: FormData) => textsOf(form, TERMS);
export const typedGive = (form: FormData) => ({
  ...textsOf(form, GIVE),
  groups: groupsOf(form).join(' '),
});
