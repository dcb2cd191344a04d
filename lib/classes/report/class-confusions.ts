/** What a class takes for what: wrong answers that several chose, with the sentences that tell the two apart. */
import type { AnswerRow } from './answer-row';

/** The sentence that proves the key of a question, and the one that proves what a wrong answer is right for. */
export type Sentences = (
  question: string,
  chosen: string,
) => {
  readonly key: string;
  /** `null`: the wrong answer stands in no sentence that we know. */
  readonly chosen: string | null;
};

export type ClassConfusion = {
  readonly question: string;
  readonly key: string;
  readonly chosen: string;
  /** Players who took the one for the other. */
  readonly players: readonly string[];
  readonly keySentence: string;
  readonly chosenSentence: string | null;
};

/** Wrong answers that were chosen, what most players chose first; typed ones are one where they are spelled alike. */
export const classConfusions = (rows: readonly AnswerRow[], sentences: Sentences): ClassConfusion[] => {
  const found = new Map<string, { row: AnswerRow & { chosen: string }; players: Set<string> }>();
  for (const row of rows) {
    const { chosen } = row;
    if (row.correct || chosen === null || chosen.trim() === '') continue;
    const id = JSON.stringify([row.question, chosen.normalize('NFKC').trim().toLowerCase()]);
    const known = found.get(id) ?? { row: { ...row, chosen }, players: new Set<string>() };
    known.players.add(row.player);
    found.set(id, known);
  }
  return [...found.values()]
    .map(({ row, players }): ClassConfusion => {
      const proof = sentences(row.question, row.chosen);
      return {
        question: row.question,
        key: row.key,
        chosen: row.chosen,
        players: [...players],
        keySentence: proof.key,
        chosenSentence: proof.chosen,
      };
    })
    .sort((a, b) => b.players.length - a.players.length);
};
