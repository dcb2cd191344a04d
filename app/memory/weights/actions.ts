'use server';
import { refresh } from 'next/cache';
import { z } from 'zod';
import type { FormState } from '@/components/account/form-state';
import type { Answered } from '@/lib/refusal';
import { action } from '@/lib/server/action';
import { askForFit, dropWeights, takeWeights } from '@/lib/server/data/weights';
import { textOf } from '@/lib/server/form-text';
import { wakeWeights } from '@/lib/server/weights-runner';

const nothing = z.object({});

const fitWeights = action(nothing, async (user) => {
  await askForFit(user, new Date());
  wakeWeights();
});

const returnToDefaults = action(nothing, async (user) => {
  await dropWeights(user, new Date());
  wakeWeights();
});

const takeFit = action(z.object({ fitId: z.string().min(1).max(64) }), async (user, { fitId }) => {
  await takeWeights(user, fitId, new Date());
  wakeWeights();
});

const answered = (answer: Answered<unknown>): FormState => {
  if (!answer.ok) return { refused: answer, typed: {}, done: null };
  refresh();
  return { refused: null, typed: {}, done: null };
};

/** Asks for a fit; how far it is shows on the page. */
export async function fitWeightsAction(): Promise<FormState> {
  return answered(await fitWeights({}));
}

/** Returns to the defaults. */
export async function returnToDefaultsAction(): Promise<FormState> {
  return answered(await returnToDefaults({}));
}

/** Takes the weights of an earlier fit that won. */
export async function takeFitAction(_before: FormState, form: FormData): Promise<FormState> {
  return answered(await takeFit({ fitId: textOf(form, 'fitId') }));
}
