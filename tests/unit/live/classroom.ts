/** A session for tests, with whoever is in it, and short words for what they do. */
import type { Actor, Command } from '@/lib/live/command';
import { reduce } from '@/lib/live/reduce';
import { Refusal } from '@/lib/refusal';
import { START_STATE, type LiveItem, type LiveOptions, type LiveSession } from '@/lib/live/session';

const OPTIONS: LiveOptions = {
  pace: 'host',
  readSeconds: 5,
  answerSeconds: 20,
  speedShare: 0,
  teams: [],
  names: [],
  showsQuestion: true,
  sound: false,
  evidence: false,
};

/** Question `index`: the right one of four is option `index % 4`; the secret stands in answer and proof alone. */
const item = (index: number): LiveItem => {
  const answer = `key-${index}`;
  const options = [0, 1, 2, 3].map((place) => ({
    text: place === index % 4 ? answer : `other-${index}-${place}`,
    factId: place === index % 4 ? `fact-secret-${index}` : null,
  }));
  const statement = `The proof of ${index} says it.`;
  return {
    questionId: `question-${index}`,
    factId: `fact-secret-${index}`,
    form: 'choice',
    prompt: `What is asked at ${index}? _____`,
    context: null,
    answer,
    options,
    rivals: [],
    statement,
    span: null,
    articleId: null,
    optionStatements: {},
    source: 'Towers',
    proof: { statement, before: 'Before it. ', after: ' After it.', articleTitle: 'Towers' },
    passage: ['Before it.', statement, 'After it.'],
    proofAt: 1,
  };
};

const newSession = (options: Partial<LiveOptions> = {}, count = 3): LiveSession => ({
  ...START_STATE,
  id: 'live',
  hostId: 'host',
  title: 'Towers',
  pin: '123456',
  options: { ...OPTIONS, ...options },
  items: Array.from({ length: count }, (_, index) => item(index)),
  players: new Map(),
  answers: Array.from({ length: count }, () => new Map()),
  present: new Set(),
  hostGoneSince: null,
  gatheringUntil: null,
});

export const HOST: Actor = { role: 'host' };
export const SERVER: Actor = { role: 'server' };

/** A session with a clock, on which commands are given one after the other. */
export class Classroom {
  session: LiveSession;
  now = 1_000_000;

  constructor(options: Partial<LiveOptions> = {}, count = 3, items: readonly Partial<LiveItem>[] = []) {
    const session = newSession(options, count);
    this.session = { ...session, items: session.items.map((each, index) => ({ ...each, ...items[index] })) };
  }

  give(actor: Actor, command: Command): number {
    const { session, writes } = reduce(this.session, actor, command, this.now);
    this.session = session;
    return writes.length;
  }

  join(...ids: readonly string[]): void {
    for (const id of ids)
      this.give({ role: 'newcomer' }, { name: 'join', id, wish: `Name ${id}`, draw: 0.5, userId: null });
    this.presence([...this.session.players.keys()]);
  }

  presence(ids: readonly string[], host = true): void {
    this.give(SERVER, { name: 'presence', players: new Set(ids), host });
  }

  next(): void {
    this.give(HOST, { name: 'next', step: this.session.step });
  }

  answer(id: string, question: number, option: number): number {
    return this.give({ role: 'player', id }, { name: 'answer', question, option });
  }

  write(id: string, question: number, text: string): number {
    return this.give({ role: 'player', id }, { name: 'write', question, text });
  }

  /** Lets time pass; the clock is looked at once, then. */
  pass(ms: number): void {
    this.now += ms;
    this.give(SERVER, { name: 'tick' });
  }

  get phase(): string {
    return this.session.phase.name;
  }
}

/** The code that `work` is refused with; `null` where it is done. */
export const refusalOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};
