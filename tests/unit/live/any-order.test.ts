import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingsOf } from '@/lib/live/score';
import { viewFor } from '@/lib/live/view';
import { Refusal } from '@/lib/refusal';
import { Classroom, HOST } from './classroom';

/** Whatever is done, by whomever, in whatever order. */
const deed = fc.oneof(
  fc.record({ what: fc.constant('next' as const) }),
  fc.record({ what: fc.constant('skip' as const) }),
  fc.record({ what: fc.constant('pause' as const) }),
  fc.record({ what: fc.constant('resume' as const) }),
  fc.record({ what: fc.constant('join' as const), id: fc.nat(5) }),
  fc.record({ what: fc.constant('drop' as const), id: fc.nat(5) }),
  fc.record({ what: fc.constant('pass' as const), ms: fc.nat(30_000) }),
  fc.record({ what: fc.constant('answer' as const), id: fc.nat(5), question: fc.nat(3), option: fc.nat(4) }),
  fc.record({ what: fc.constant('prove' as const), id: fc.nat(5), question: fc.nat(3), sentence: fc.nat(3) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

const act = (room: Classroom, done: Deed): void => {
  const gone = (id: number): string[] => [...room.session.present].filter((each) => each !== `p${id}`);
  try {
    if (done.what === 'next') room.next();
    else if (done.what === 'skip') room.give(HOST, { name: 'skip', step: room.session.step });
    else if (done.what === 'pause' || done.what === 'resume') room.give(HOST, { name: done.what });
    else if (done.what === 'join') room.join(`p${done.id}`);
    else if (done.what === 'drop') room.presence(gone(done.id));
    else if (done.what === 'pass') room.pass(done.ms);
    else if (done.what === 'answer') room.answer(`p${done.id}`, done.question, done.option);
    else
      room.give(
        { role: 'player', id: `p${done.id}` },
        { name: 'prove', question: done.question, sentence: done.sentence },
      );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
};

test('in any order of deeds no key is shown early, no answer changes, and the places fit the points', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), fc.boolean(), fc.boolean(), (deeds, evidence, own) => {
      const room = new Classroom({ evidence, speedShare: 0.3, pace: own ? 'own' : 'host' });
      const first = new Map<string, string>();
      for (const done of deeds) {
        act(room, done);
        for (const [question, answers] of room.session.answers.entries()) {
          for (const [id, { given, points }] of answers) {
            const key = `${question} ${id}`;
            expect(first.get(key) ?? given).toBe(given);
            first.set(key, given);
            expect(points === 0 || (points >= 700 && points <= 1000)).toBe(true);
          }
        }
        const { phase } = room.session;
        const isHidden = phase.name === 'reading' || phase.name === 'answering' || phase.name === 'proving';
        for (const viewer of [
          { role: 'host' },
          { role: 'screen' },
          ...[...room.session.players.keys()].map((id) => ({ role: 'player' as const, id })),
        ] as const) {
          const frame = JSON.stringify(viewFor(room.session, viewer));
          expect(frame).not.toContain('fact-secret');
          if (isHidden) expect(frame).not.toMatch(/"isAnswer"|"answer":|"correct"|"proof"/);
          if (phase.name === 'reading') expect(frame).not.toContain(`key-${phase.question}`);
        }
        const { players } = standingsOf(room.session);
        for (const [index, { score, rank }] of players.entries()) {
          expect(rank).toBe(1 + players.filter((other) => other.score > score).length);
          expect(players[index - 1]?.score ?? Infinity).toBeGreaterThanOrEqual(score);
        }
      }
    }),
    { numRuns: 300 },
  );
});
