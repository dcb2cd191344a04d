/** A small OpenID Connect provider that lets one person in without asking, for testing our side of it. */
import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

export type OidcProvider = { readonly issuer: string; readonly close: () => void };
type Person = { readonly sub: string; readonly email: string; readonly name: string };

const CLIENT = 'quizwright';

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Listens on `port`; everyone who signs in is `person`. It checks the code and its challenge, as a real one does. */
export const startOidcProvider = async (port: number, person: Person): Promise<OidcProvider> => {
  const issuer = `http://localhost:${port}`;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const challenges = new Map<string, string>();

  const signed = (claims: object): string => {
    const content = `${base64url({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${base64url(claims)}`;
    return `${content}.${createSign('RSA-SHA256').update(content).sign(privateKey).toString('base64url')}`;
  };

  const json = (response: ServerResponse, value: object, status = 200): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };

  const exchange = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const form = new URLSearchParams(await text(request));
    const verifier = form.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const code = form.get('code') ?? '';
    if (challenges.get(code) !== challenge) {
      json(response, { error: 'invalid_grant' }, 400);
      return;
    }
    challenges.delete(code);
    const now = Math.floor(Date.now() / 1000);
    const claims = { ...person, email_verified: true, iss: issuer, aud: CLIENT, iat: now, exp: now + 300 };
    json(response, {
      access_token: randomUUID(),
      token_type: 'Bearer',
      expires_in: 300,
      id_token: signed(claims),
    });
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        json(response, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        });
        break;
      case '/keys':
        json(response, {
          keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
        });
        break;
      case '/authorize': {
        const code = randomUUID();
        challenges.set(code, url.searchParams.get('code_challenge') ?? '');
        const back = new URL(url.searchParams.get('redirect_uri') ?? '');
        back.searchParams.set('code', code);
        back.searchParams.set('state', url.searchParams.get('state') ?? '');
        response.writeHead(302, { location: back.href }).end();
        break;
      }
      case '/token':
        void exchange(request, response);
        break;
      default:
        json(response, {}, 404);
    }
  });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  return {
    issuer,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
