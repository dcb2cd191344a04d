import 'server-only';
import { isTyped } from '@/lib/forms';
import type { Question, Status } from '@/lib/model';
import { checkEdit, tidyEdit, type QuestionEdit } from '@/lib/questions/check-edit';
import { editedOptions } from '@/lib/questions/edited-options';
import { Refusal } from '@/lib/refusal';
import { changeAccepted } from '@/lib/server/data/accepted-answers';
import { ACCEPTED_COLUMN, QUESTION_COLUMNS, toQuestion } from '@/lib/server/data/questions';
import { db, DbNull, type Transaction } from '@/lib/server/db';
import type { User } from '@/lib/server/user';

const owned = (user: User, questionId: string) => ({
  id: questionId,
  fact: { deck: { userId: user.id } },
});

/**
 * Removes a question from its fact, or brings it back: then it is accepted where its fact is, and else proposed.
 * @returns the question's status from now on. @throws Refusal NOT_FOUND
 */
export const keepQuestion = async (user: User, questionId: string, keep: boolean): Promise<Status> =>
  (await db()).$transaction(async (transaction: Transaction) => {
    const question = await transaction.question.findFirst({
      where: owned(user, questionId),
      select: { fact: { select: { status: true } } },
    });
    if (question === null) throw new Refusal('NOT_FOUND');
    const kept: Status = question.fact.status === 'accepted' ? 'accepted' : 'proposed';
    const status = keep ? kept : 'rejected';
    await transaction.question.updateMany({ where: owned(user, questionId), data: { status } });
    return status;
  });

/**
 * Stores what a person made of a question. Options that stay the same keep the fact that they come from; where what
 * passes besides the answer changes, past answers are marked again at `at`.
 * @throws Refusal NOT_FOUND; INVALID where `checkEdit` finds something.
 */
export const editQuestion = async (
  user: User,
  questionId: string,
  input: QuestionEdit,
  at = new Date(),
): Promise<Question> => {
  const edited = await (
    await db()
  ).$transaction(async (transaction: Transaction) => {
    const row = await transaction.question.findFirst({
      where: owned(user, questionId),
      select: { ...QUESTION_COLUMNS, ...ACCEPTED_COLUMN },
    });
    if (row === null) throw new Refusal('NOT_FOUND');
    const before = toQuestion(row);
    const edit = tidyEdit(before.form, input);
    if (Object.keys(checkEdit(before.form, edit)).length > 0) throw new Refusal('INVALID');
    const data = {
      prompt: edit.prompt,
      answer: edit.answer,
      options: editedOptions(before, edit),
      // What code had checked was the question as it was.
      checks: [],
      origin: before.origin === 'user' ? 'user' : 'edited',
    };
    // They were distractors of the question as it was.
    await transaction.question.updateMany({
      where: owned(user, questionId),
      data: { ...data, otherDistractors: DbNull },
    });
    return toQuestion({ ...row, ...data });
  });
  const { accepted: before = [], ...question } = edited;
  let accepted = before;
  if (input.accepted !== undefined && isTyped(edited.form)) {
    ({ accepted = [] } = tidyEdit(edited.form, input));
    await changeAccepted(user, { questionId, factId: edited.factId, accepted, at });
  }
  return accepted.length === 0 ? question : { ...question, accepted };
};
