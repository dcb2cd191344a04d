'use server';
import { z } from 'zod';
import { factStatusSchema, questionFormSchema, spanSchema } from '@/lib/model';
import { MOST_ACCEPTED, MOST_ANSWER, MOST_KEY, MOST_OTHERS, MOST_PROMPT } from '@/lib/questions/check-edit';
import { action } from '@/lib/server/action';
import { acceptProposed, setFactStatus, takeInSpare } from '@/lib/server/data/facts';
import { addCard } from '@/lib/server/data/own-cards';
import { askAboutSentence } from '@/lib/server/data/own-questions';
import { editQuestion, keepQuestion } from '@/lib/server/data/question-edits';

const id = z.string().min(1).max(100);
const prompt = z.string().trim().min(1).max(MOST_PROMPT);
const answer = z.string().trim().min(1).max(MOST_KEY);
const others = z.array(z.string().trim().min(1).max(MOST_ANSWER)).max(MOST_OTHERS);

export const setFactStatusAction = action(
  z.object({ factId: id, status: factStatusSchema }),
  (user, { factId, status }) => setFactStatus(user, factId, status),
);

export const acceptProposedAction = action(z.object({ deckId: id }), (user, { deckId }) =>
  acceptProposed(user, deckId),
);

export const takeInSpareAction = action(z.object({ articleId: id }), (user, { articleId }) =>
  takeInSpare(user, articleId),
);

export const askAboutSentenceAction = action(
  z.object({ articleId: id, span: spanSchema, answerSpan: spanSchema, prompt }),
  askAboutSentence,
);

export const keepQuestionAction = action(
  z.object({ questionId: id, keep: z.boolean() }),
  (user, { questionId, keep }) => keepQuestion(user, questionId, keep),
);

const accepted = z.array(z.string().trim().min(1).max(MOST_ANSWER)).max(MOST_ACCEPTED).exactOptional();
const edit = z.object({ prompt, answer, others, accepted });

export const editQuestionAction = action(
  z.object({ questionId: id, edit }),
  (user, { questionId, edit: made }) => editQuestion(user, questionId, made),
);

const proof = z.object({ articleId: id, span: spanSchema }).nullable();

export const addCardAction = action(
  z.object({ deckId: id, form: questionFormSchema, front: prompt, back: answer, others, proof }),
  (user, { deckId, ...card }) => addCard(user, deckId, card),
);
