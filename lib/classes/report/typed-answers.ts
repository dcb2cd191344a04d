/** What a class typed and was not right by itself: for the teacher to let it pass, or no longer. */
import { isTyped } from '@/lib/forms';
import type { QuestionForm } from '@/lib/model';
import type { ResultRow } from './results-csv';

/** One such answer, however often it was typed in just these words. */
export type TypedAnswer = {
  readonly question: string;
  readonly prompt: string;
  readonly key: string;
  readonly text: string;
  readonly players: readonly string[];
  /** Whether the teacher lets it pass. */
  readonly passes: boolean;
  /** One of the answers. */
  readonly place: { readonly attemptId: string; readonly position: number };
};

type Put = { readonly questionId: string; readonly form: QuestionForm };

/** What passes first, then what most typed; `accepted`: what passes besides the key, by question. */
export const typedAnswers = (
  items: readonly Put[],
  rows: readonly ResultRow[],
  accepted: ReadonlyMap<string, readonly string[]>,
): TypedAnswer[] => {
  const typed = new Set(items.filter(({ form }) => isTyped(form)).map(({ questionId }) => questionId));
  const found = new Map<string, TypedAnswer>();
  for (const { question, prompt, key, chosen, correct, player, place } of rows) {
    if (chosen === null || place === null || !typed.has(question)) continue;
    const passes = accepted.get(question)?.includes(chosen) === true;
    if (correct && !passes) continue;
    const id = JSON.stringify([question, chosen]);
    const players = found.get(id)?.players ?? [];
    const all = players.includes(player) ? players : [...players, player];
    found.set(id, { question, prompt, key, text: chosen, players: all, passes, place });
  }
  return [...found.values()].sort(
    (a, b) => Number(b.passes) - Number(a.passes) || b.players.length - a.players.length,
  );
};
