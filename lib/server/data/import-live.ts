import 'server-only';
import type { AccountData } from '@/lib/formats/account-data';
import type { Transaction } from '@/lib/server/db';

type LiveData = Pick<AccountData, 'liveSessions' | 'livePlayers' | 'liveAnswers'>;

const ROWS_AT_ONCE = 500;

/** The live sessions of a file, without players and answers that belong to none of them. */
export const liveWithoutStrays = (file: LiveData): LiveData => {
  const sessions = new Set(file.liveSessions.map(({ id }) => id));
  const livePlayers = file.livePlayers.filter(({ sessionId }) => sessions.has(sessionId));
  const sessionOf = new Map(livePlayers.map(({ id, sessionId }) => [id, sessionId]));
  return {
    liveSessions: file.liveSessions,
    livePlayers,
    liveAnswers: file.liveAnswers.filter(({ playerId, sessionId }) => sessionOf.get(playerId) === sessionId),
  };
};

const nonNull = <T>(value: T | null): T | object => value ?? {};

/** Writes sessions as what they are now: over. No number leads to them, and no memory is told of them again. */
export const writeLive = async (transaction: Transaction, userId: string, file: LiveData): Promise<void> => {
  for (const { options, state, endedAt, ...row } of file.liveSessions) {
    await transaction.liveSession.create({
      data: {
        ...row,
        options: nonNull(options),
        state: nonNull(state),
        userId,
        endedAt: endedAt ?? row.createdAt,
        rememberedAt: endedAt ?? row.createdAt,
      },
    });
  }
  for (let from = 0; from < file.livePlayers.length; from += ROWS_AT_ONCE)
    await transaction.livePlayer.createMany({ data: file.livePlayers.slice(from, from + ROWS_AT_ONCE) });
  for (let from = 0; from < file.liveAnswers.length; from += ROWS_AT_ONCE)
    await transaction.liveAnswer.createMany({ data: file.liveAnswers.slice(from, from + ROWS_AT_ONCE) });
};
