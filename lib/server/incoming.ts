import type { IncomingMessage } from 'node:http';

/**
 * Of a request, what endpoints read: the web's own `Request`, or one of the process's own server, for which none is
 * made: with the response it was a tenth of the work for an answer.
 */
export type Incoming = {
  readonly headers: { readonly get: (name: string) => string | null };
  readonly body: AsyncIterable<Uint8Array> | null;
};

/** A request of the process's own server; names of headers must come in small letters. */
export const incomingOf = (request: IncomingMessage): Incoming => ({
  headers: {
    get: (name) => {
      const value = request.headers[name];
      return (Array.isArray(value) ? value.join(', ') : value) ?? null;
    },
  },
  // Whoever stops reading still has to answer, on the connection that the request came by.
  body: request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>,
});
