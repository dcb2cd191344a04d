import 'server-only';
import { env, type Environment } from '@/lib/server/env';

export type ModelSettings = {
  /** Where the server speaks the protocol, without a slash at the end: "http://localhost:11434/v1". */
  readonly url: string;
  readonly name: string;
  readonly key: string | null;
  /** For one article, all calls together. */
  readonly seconds: number;
  /** Tokens in and out for one article, all calls together. */
  readonly tokens: number;
};

/** The language model that the environment names, or `null`: then nothing of it is ever loaded. */
export const modelSettings = (environment: Environment = env()): ModelSettings | null => {
  const { MODEL_URL: url, MODEL_NAME: name, MODEL_KEY: key } = environment;
  if (url === undefined || name === undefined) return null;
  return {
    url: url.replace(/\/+$/u, ''),
    name,
    key: key ?? null,
    seconds: environment.MODEL_TIMEOUT_SECONDS,
    tokens: environment.MODEL_TOKEN_BUDGET,
  };
};
