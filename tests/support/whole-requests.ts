/** One whole request to every endpoint, page and server action of a running server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MadeDeck } from './decks';

export type FuzzRequest = {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
};

export type FuzzIds = MadeDeck & { readonly attemptId: string; readonly quizId: string };

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** What most schemas find something in that they want: unknown keys are passed over. */
const everything = ({ deckId, articleId, factIds, attemptId, quizId }: FuzzIds) => ({
  ...{
    id: deckId,
    deckId,
    articleId,
    factId: factIds[0] ?? '',
    attemptId,
    quizId,
    questionId: factIds[0] ?? '',
  },
  ...{
    reviewId: attemptId,
    classId: deckId,
    memberId: deckId,
    assignmentId: deckId,
    title: 'Towers',
    name: 'Ada',
  },
  ...{
    text: 'The Norwick Tunnel is 4 kilometres long.',
    source: 'pasted',
    origin: null,
    fromHash: `hash-${deckId}`,
  },
  ...{
    deck: { name: 'existing', id: deckId },
    amount: 'best',
    again: true,
    model: false,
    zone: 'UTC',
    tidy: true,
  },
  ...{
    rating: 'good',
    mode: 'study',
    form: 'cloze',
    elapsedMs: 900,
    at: '2026-03-01T12:00:00.000Z',
    interval: null,
  },
  ...{
    position: 0,
    given: '1801',
    status: 'accepted',
    keep: true,
    prompt: 'When?',
    answer: '1801',
    front: 'a',
    back: 'b',
  },
  ...{
    span: { start: 0, end: 10 },
    answerSpan: { start: 0, end: 3 },
    edit: { prompt: 'x', answer: 'y', others: [] },
  },
  ...{
    address: 'http://127.0.0.1:9/',
    pin: '123456',
    link: false,
    factIds: [...factIds],
    proof: null,
    count: 5,
  },
  ...{
    email: 'ada@example.org',
    password: 'a long enough password',
    present: 'no',
    next: 'a new long password',
  },
  ...{
    deckIds: [deckId],
    minutes: [1, 2, 3, 4, 5, 6, 7],
    day: 30_000,
    flag: 1,
    until: 'tomorrow',
    settings: {},
  },
});

const POSTS = (ids: FuzzIds): readonly string[] => [
  '/api/articles',
  `/api/articles/${ids.articleId}/comparison`,
  `/api/articles/${ids.articleId}/update`,
  `/api/attempts/${ids.attemptId}/answers`,
  `/api/attempts/${ids.attemptId}/finish`,
  `/api/attempts/${ids.attemptId}/show`,
  '/api/links',
  '/api/reviews',
  '/api/reviews/correct',
  '/api/reviews/undo',
  '/api/live/look',
  '/api/live/join',
  `/api/live/${ids.deckId}/commands`,
  '/api/auth/callback/credentials',
  '/api/auth/signin/github',
];
const UPLOADS = [
  '/api/documents?name=a.pdf',
  '/api/documents?name=a.docx',
  '/api/study-sets?act=preview&name=a.csv',
  '/api/study-sets?act=import&name=a.apkg&title=x',
  '/api/account/import',
];
const GETS = (ids: FuzzIds): readonly string[] => [
  '/api/account/export',
  `/api/assignments/${ids.deckId}/results`,
  '/api/attempts/export',
  `/api/classes/${ids.deckId}/results`,
  `/api/decks/${ids.deckId}/export?format=apkg&history=yes`,
  `/api/decks/${ids.deckId}/export?format=csv`,
  '/api/media/a.png',
  `/api/members/${ids.deckId}/export`,
  '/api/auth/session',
  '/api/auth/providers',
  `/api/live/${ids.deckId}/host`,
  `/api/live/${ids.deckId}/player`,
  '/',
  `/new?deck=${ids.deckId}`,
  `/import?deck=${ids.deckId}`,
  `/decks/${ids.deckId}`,
  `/decks/${ids.deckId}/export`,
  `/decks/${ids.deckId}/print`,
  `/decks/${ids.deckId}/quiz`,
  `/decks/${ids.deckId}/live`,
  `/decks/${ids.deckId}/update/${ids.articleId}`,
  `/articles/${ids.articleId}/memory`,
  `/attempts/${ids.attemptId}`,
  `/quizzes/${ids.quizId}`,
  `/study?deck=${ids.deckId}`,
  `/study?practice=${ids.deckId}&order=weakest`,
  `/history?deck=${ids.deckId}&page=2`,
  `/history/answers?deck=${ids.deckId}`,
  `/memory?deck=${ids.deckId}`,
  '/memory/weights',
  '/exams',
  `/exams/${ids.deckId}`,
  '/classes',
  `/classes/${ids.deckId}`,
  `/c/${ids.deckId}`,
  '/sign-in?next=/decks',
  '/account',
];

type Manifest = {
  readonly node: Readonly<
    Record<string, { readonly workers: Readonly<Record<string, unknown>>; readonly exportedName?: string }>
  >;
};

/** Every server action of the built app: its id, its name, and a page that knows it. */
const actionsOf = (ids: FuzzIds): { id: string; name: string; page: string }[] => {
  const file = join(process.cwd(), '.next/server/server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return Object.entries(node).map(([id, { workers, exportedName }]) => {
    const [worker = 'app/page'] = Object.keys(workers);
    const page = worker.replace(/^app/u, '').replace(/\/page$/u, '');
    const filled = page
      .replace('[articleId]', ids.articleId)
      .replace(/\[[^\]]+\]/gu, page.startsWith('/articles') ? ids.articleId : ids.deckId);
    return { id, name: exportedName ?? id, page: filled === '' ? '/' : filled };
  });
};

const BOUNDARY = 'fuzzboundary';

/** A form as React sends it to an action that keeps state: the state, then the fields. */
const formBody = (fields: Readonly<Record<string, unknown>>): Uint8Array => {
  const part = (name: string, value: string): string =>
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const said = Object.entries(fields).map(([name, value]) =>
    part(`1_${name}`, typeof value === 'string' ? value : JSON.stringify(value)),
  );
  const state = JSON.stringify([{ refused: null, typed: {}, done: null }, '$K1']);
  return new TextEncoder().encode([...said, part('0', state), `--${BOUNDARY}--\r\n`].join(''));
};

/** One whole request to each of all there is. */
export const wholeRequests = (origin: string, cookie: string, ids: FuzzIds): FuzzRequest[] => {
  const said = everything(ids);
  const json = { cookie, origin, 'content-type': 'application/json' };
  const posts = POSTS(ids).map((path) => ({
    name: path,
    method: 'POST',
    path,
    headers: json,
    body: bytesOf(said),
  }));
  const uploads = UPLOADS.map((path) => ({
    name: path,
    method: 'POST',
    path,
    headers: { cookie, origin, 'content-type': 'application/octet-stream' },
    body: new TextEncoder().encode('Question,Answer\r\nWhen?,1801\r\nWhere?,Norwick\r\n'),
  }));
  const gets = GETS(ids).map((path) => ({
    name: path,
    method: 'GET',
    path,
    headers: { cookie },
    body: null,
  }));
  const actions = actionsOf(ids).flatMap(({ id, name, page }) => {
    const headers = { cookie, origin, 'next-action': id, accept: 'text/x-component' };
    const action = { name, method: 'POST', path: page };
    return [
      {
        ...action,
        headers: { ...headers, 'content-type': 'text/plain;charset=UTF-8' },
        body: bytesOf([said]),
      },
      {
        ...action,
        headers: { ...headers, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
        body: formBody(said),
      },
    ];
  });
  const shorten = (name: string): string =>
    Object.values(ids)
      .flat()
      .reduce((short, id) => short.replaceAll(id, 'ID'), name);
  return [...posts, ...uploads, ...gets, ...actions].map((each) => ({ ...each, name: shorten(each.name) }));
};
