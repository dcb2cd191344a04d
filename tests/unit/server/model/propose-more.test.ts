import { afterEach, expect, test, vi } from 'vitest';
import type { Proposal } from '@/lib/questions/proposal';
import { proposeMore } from '@/lib/server/model/propose-more';
import type { ModelSettings } from '@/lib/server/model/settings';
import { goodModel, type ModelScript } from '../../../support/good-model';
import { BOARD, lighthouse, lighthouseOffline, REEFS, SAND } from '../../../support/lighthouse';
import {
  say,
  startModelServer,
  status,
  type Behaviour,
  type ModelRequest,
} from '../../../support/model-server';

const KEY = 'sk-secret-that-nobody-sees';
const ALL = [BOARD, SAND, REEFS];
const HARBOUR: Proposal[] = [SAND];

const model = (script: Partial<ModelScript> = {}) => goodModel({ proposals: HARBOUR, known: ALL, ...script });

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const run = async (
  behave: (request: ModelRequest) => Behaviour,
  more: { settings?: Partial<ModelSettings>; signal?: AbortSignal; article?: typeof lighthouse } = {},
) => {
  const server = await startModelServer(behave);
  closing.push(server.close);
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const consoles = (['log', 'warn', 'error', 'info'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => undefined),
  );
  const progress: number[] = [];
  const waits: number[] = [];
  const settings = {
    url: server.url,
    name: 'small',
    key: KEY,
    seconds: 20,
    tokens: 50_000,
    ...more.settings,
  };
  try {
    const end = await proposeMore({
      article: more.article ?? lighthouse,
      offline: lighthouseOffline,
      seed: 'seed',
      settings,
      onProgress: (share) => progress.push(share),
      signal: more.signal ?? new AbortController().signal,
      chance: {
        random: () => 0.5,
        now: Date.now,
        wait: (milliseconds) => {
          waits.push(milliseconds);
          return Promise.resolve();
        },
      },
    });
    const written = [log, ...consoles].flatMap((spy) => spy.mock.calls.flat().map(String)).join('\n');
    return { ...end, progress, waits, written, requests: server.requests, abandoned: server.abandoned };
  } finally {
    for (const spy of [log, ...consoles]) spy.mockRestore();
  }
};

const promptsOf = ({ reading }: { reading: typeof lighthouseOffline }) =>
  reading.questions.map(({ prompt }) => prompt);
const offlinePrompts = promptsOf({ reading: lighthouseOffline });
const NOTHING_NEW = { reading: lighthouseOffline };

test('good proposals join what was found offline, and progress goes up to the end', async () => {
  const done = await run(model());
  expect(promptsOf(done)).toContain(SAND.question);
  expect(promptsOf(done)).toEqual(expect.arrayContaining(offlinePrompts));
  expect(done.words).toMatch(/^The language model made 1 proposal; the checks kept \d questions?/u);
  expect(done.progress).toEqual([...done.progress].sort((a, b) => a - b));
  expect(done.progress.at(-1)).toBe(1);
  expect(done.requests).toHaveLength(3);
  expect(done.requests[0]?.body).toMatchObject({
    model: 'small',
    stream: true,
    response_format: { type: 'json_schema' },
  });
  expect(done.requests[0]?.path).toBe('/v1/chat/completions');
  expect(done.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  expect(done.requests[2]?.user).not.toContain('whale oil');
});

test('a slow answer is waited for', async () => {
  const good = model();
  const done = await run((request) => ({ ...good(request), pause: 15 }) as Behaviour);
  expect(promptsOf(done)).toContain(SAND.question);
});

test('words around the JSON and a broken end do no harm', async () => {
  const good = model();
  const done = await run((request) => {
    const behaviour = good(request);
    const text = 'text' in behaviour ? behaviour.text : '';
    return say(`<think>Let me see.</think>\n\`\`\`json\n${text.slice(0, -2)},{"quote":"In 19`);
  });
  expect(promptsOf(done)).toContain(SAND.question);
});

test('a line that breaks in the middle leaves what came before it', async () => {
  const good = model();
  const done = await run((request) => {
    const behaviour = good(request);
    return request.index === 0 && 'text' in behaviour ? { name: 'cut', text: behaviour.text } : behaviour;
  });
  expect(promptsOf(done)).toContain(SAND.question);
});

test.each<[string, Partial<ModelScript>]>([
  [
    'a quote that the article does not hold',
    { proposals: [{ ...SAND, quote: 'The harbour of Corren was sold to large ships.' }] },
  ],
  ['an answer that the quote does not hold', { proposals: [{ ...SAND, answer: 'small boats' }] }],
  ['a question that it cannot answer itself', { withPassage: () => 'small boats' }],
  ['a question that it answers with everything', { withPassage: ({ quote }) => quote }],
])('%s is not kept', async (_, script) => {
  const done = await run(model(script));
  expect(done).toMatchObject(NOTHING_NEW);
  expect(done.words).toBe('The language model made 1 proposal; none passed the checks or was new.');
});

test('what it knows without the passage is kept, but marked', async () => {
  const done = await run(model({ without: ({ answer }) => answer }));
  const asked = done.reading.questions.find(({ prompt }) => prompt === SAND.question);
  expect(asked?.checks).toContainEqual({ name: 'needs-passage', verdict: 'unsure' });
});

test('a busy server is asked again when it wants', async () => {
  const good = model();
  const done = await run((request) =>
    request.index === 0 ? status(429, { 'retry-after': '7' }) : good(request),
  );
  expect(promptsOf(done)).toContain(SAND.question);
  expect(done.waits).toEqual([7000]);
});

test('a server that knows no forms of answer is asked plainly, and only once', async () => {
  const good = model();
  const done = await run((request) => ('response_format' in request.body ? status(400) : good(request)));
  expect(promptsOf(done)).toContain(SAND.question);
  expect(done.requests).toHaveLength(4);
});

test.each<[string, Behaviour, RegExp, number]>([
  ['always ill', status(500), /too busy, or its server is ill/, 4],
  ['refusing the key', status(401), /refused to work \(401\).*key/, 1],
  ['not understanding', status(400), /did not understand/, 2],
  ['talking of something else', say('I am a teapot.'), /proposed nothing\.$/, 1],
  ['saying nothing', say(''), /proposed nothing\.$/, 1],
])('a server that is %s changes nothing, and says so', async (_, behaviour, words, calls) => {
  const done = await run(() => behaviour);
  expect(done).toMatchObject(NOTHING_NEW);
  expect(done.words).toMatch(words);
  expect(done.requests).toHaveLength(calls);
});

test('a server that is not there changes nothing, and says so', async () => {
  const done = await run(model(), { settings: { url: 'http://127.0.0.1:9/v1' } });
  expect(done).toMatchObject(NOTHING_NEW);
  expect(done.words).toContain('could not be reached');
});

test('a stream without an end is cut, and its line closed', async () => {
  const done = await run(() => ({ name: 'endless', text: 'on and on '.repeat(500) }), {
    settings: { tokens: 5000 },
  });
  expect(done).toMatchObject(NOTHING_NEW);
  await vi.waitFor(() => {
    expect(done.abandoned()).toBe(1);
  });
});

test('a silent server is left when the time is up', async () => {
  const done = await run(() => ({ name: 'silent' }), { settings: { seconds: 0.3 } });
  expect(done).toMatchObject(NOTHING_NEW);
  expect(done.words).toContain('its time was up');
  await vi.waitFor(() => {
    expect(done.abandoned()).toBe(1);
  });
});

test('all calls share one budget, whatever they are for', async () => {
  const good = model();
  const done = await run((request) => ({ ...good(request), tokens: 4800 }) as Behaviour, {
    settings: { tokens: 5000 },
  });
  expect(done.requests).toHaveLength(1);
  expect(done).toMatchObject(NOTHING_NEW);
  expect(done.words).toContain('budget of tokens was used up');
});

test('where a server does not count its tokens, we do', async () => {
  const long = say(JSON.stringify({ items: [SAND, { ...SAND, wrong: ['x'.repeat(9000)] }] }));
  const good = model();
  const done = await run((request) => (request.index === 0 ? long : good(request)), {
    settings: { tokens: 4000 },
  });
  expect(done.requests).toHaveLength(1);
  expect(done.words).toContain('budget of tokens was used up');
});

test('whoever cancels gets their own reason', async () => {
  const cancelling = new AbortController();
  const reason = new Error('cancelled by the reader');
  const asked = run(
    () => {
      cancelling.abort(reason);
      return { name: 'silent' };
    },
    { signal: cancelling.signal },
  );
  await expect(asked).rejects.toBe(reason);
});

test('a text in another language is not sent anywhere', async () => {
  const done = await run(model(), { article: { ...lighthouse, language: 'de' } });
  expect(done.requests).toEqual([]);
  expect(done.words).toContain('English');
});

test.each<[string, Behaviour]>([
  ['a good answer', say('{}')],
  ['a server that repeats the key', status(401)],
  ['an ill server', status(500)],
  ['a misunderstanding', status(400)],
  ['an answer that is no event stream', { name: 'cut', text: '' }],
])('the key is in nothing that is written or told after %s', async (_, behaviour) => {
  const done = await run(() => behaviour);
  expect(done.requests[0]?.headers.authorization).toContain(KEY);
  expect(done.written).toBe('');
  expect(JSON.stringify([done.words, done.reading, done.progress])).not.toContain(KEY);
});
