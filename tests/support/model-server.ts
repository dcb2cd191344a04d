/** A small server that speaks the protocol of language models, and behaves as well or as badly as a test wants. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

export type ModelRequest = {
  readonly headers: IncomingHttpHeaders;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly system: string;
  readonly user: string;
  /** From 0. */
  readonly index: number;
};

/** `cut`: the line breaks after the text. `endless`: the text over and over. `silent`: nothing ever comes. */
export type Behaviour =
  | { readonly name: 'say'; readonly text: string; readonly tokens?: number; readonly pause?: number }
  | { readonly name: 'cut'; readonly text: string }
  | { readonly name: 'endless'; readonly text: string }
  | { readonly name: 'silent' }
  | { readonly name: 'status'; readonly status: number; readonly headers?: Record<string, string> };

export const say = (text: string, more: { tokens?: number; pause?: number } = {}): Behaviour => ({
  name: 'say',
  text,
  ...more,
});

export const status = (code: number, headers: Record<string, string> = {}): Behaviour => ({
  name: 'status',
  status: code,
  headers,
});

const event = (value: object): string => `data: ${JSON.stringify(value)}\n\n`;
const about = { id: 'one', object: 'chat.completion.chunk', created: 0, model: 'small' };
const delta = (content: string): string =>
  event({ ...about, choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: null }] });

const behave = async (response: ServerResponse, how: Behaviour): Promise<void> => {
  if (how.name === 'status') {
    // A server may say anything in an error, the key included.
    response.writeHead(how.status, { 'content-type': 'application/json', ...how.headers });
    response.end(JSON.stringify({ error: { message: `no: ${String(response.req.headers.authorization)}` } }));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
  if (how.name === 'silent') return;
  if (how.name === 'endless') {
    while (!response.closed) {
      response.write(delta(how.text));
      await setTimeout(1);
    }
    return;
  }
  for (const part of how.text.match(/[\s\S]{1,40}/gu) ?? []) {
    response.write(delta(part));
    if (how.name === 'say' && how.pause !== undefined) await setTimeout(how.pause);
  }
  if (how.name === 'cut') {
    await setTimeout(20);
    response.destroy();
    return;
  }
  response.write(event({ ...about, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }));
  if (how.tokens !== undefined) {
    const usage = { prompt_tokens: how.tokens, completion_tokens: 0, total_tokens: how.tokens };
    response.write(event({ ...about, choices: [], usage }));
  }
  response.end('data: [DONE]\n\n');
};

type Message = { readonly role: string; readonly content: unknown };

/** Starts a server on a free port of this machine; `requests` grows as they come, `closed` counts lines that broke. */
export const startModelServer = async (answer: (request: ModelRequest) => Behaviour) => {
  const requests: ModelRequest[] = [];
  let abandoned = 0;
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('close', () => {
      if (!response.writableFinished) abandoned++;
    });
    incoming.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as { messages: readonly Message[] };
      const said = (role: string): string =>
        body.messages
          .filter((message) => message.role === role)
          .map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content)))
          .join('\n');
      const request: ModelRequest = {
        headers: incoming.headers,
        path: incoming.url ?? '',
        body,
        system: said('system'),
        user: said('user'),
        index: requests.length,
      };
      requests.push(request);
      void behave(response, answer(request));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    abandoned: () => abandoned,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
