/** The one door to the AI SDK. Nothing of the SDK, of the server's words or of the key leaves this file. */
import 'server-only';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, streamText, wrapLanguageModel } from 'ai';
import { z } from 'zod';
import { failureOf, ModelFailure, readRetryAfter } from '@/lib/server/model/failure';
import type { ModelSettings } from '@/lib/server/model/settings';

export type Prompt = {
  readonly system: string;
  readonly prompt: string;
  /** The form of one item; the model is asked for a list of them. */
  readonly item: z.ZodType;
  readonly mostTokens: number;
  readonly signal: AbortSignal;
  /** Hears all that has been said so far. */
  readonly onText: (text: string) => void;
};
/** `length`: characters, silent reasoning included. `tokens`: in and out as the server counts; `null` where it does not. */
export type Said = { readonly text: string; readonly length: number; readonly tokens: number | null };
export type Connection = (prompt: Prompt) => Promise<Said>;

/** A token is seldom longer; what goes on far beyond has no end. */
const CHARACTERS_PER_TOKEN = 8;

/** The body of an error page is never read: it may be endless, and we show none of it. */
const withoutErrorPages: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: 'error' });
  if (response.ok) return response;
  await response.body?.cancel();
  return new Response('', { status: response.status, headers: response.headers });
};

const failureFrom = (error: unknown): ModelFailure => {
  if (error instanceof ModelFailure) return error;
  if (!APICallError.isInstance(error) || error.statusCode === undefined || error.statusCode < 300)
    return new ModelFailure('unreachable');
  return failureOf(error.statusCode, readRetryAfter(error.responseHeaders?.['retry-after'], Date.now()));
};

/** Opens the way to the model; nothing is sent yet. */
export const connect = ({ url, name, key }: ModelSettings): Connection => {
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const provider = (options: { includeUsage: boolean; supportsStructuredOutputs: boolean }) =>
    createOpenAICompatible({
      name: 'model',
      baseURL: url,
      fetch: withoutErrorPages,
      ...options,
      ...(key === null ? {} : { apiKey: key }),
    }).chatModel(name);
  const plain = provider({ includeUsage: false, supportsStructuredOutputs: false });
  const full = provider({ includeUsage: true, supportsStructuredOutputs: true });
  let isSimple = false;

  const formed = (item: z.ZodType) => {
    const schema = z.toJSONSchema(z.object({ items: z.array(item) }), { unrepresentable: 'any' });
    const responseFormat = { type: 'json' as const, name: 'items', schema: schema as { type: 'object' } };
    return wrapLanguageModel({
      model: full,
      middleware: {
        specificationVersion: 'v3',
        transformParams: ({ params }) => Promise.resolve({ ...params, responseFormat }),
      },
    });
  };

  const once = async ({ system, prompt, item, mostTokens, signal, onText }: Prompt): Promise<Said> => {
    const enough = new AbortController();
    const { fullStream } = streamText({
      model: isSimple ? plain : formed(item),
      system,
      prompt,
      maxOutputTokens: mostTokens,
      ...(isSimple ? {} : { temperature: 0 }),
      maxRetries: 0,
      abortSignal: AbortSignal.any([signal, enough.signal]),
      // Without it the SDK writes the error, request and all, to the console.
      onError: () => undefined,
    });
    let text = '';
    let length = 0;
    let tokens: number | null = null;
    try {
      for await (const part of fullStream) {
        if (part.type === 'error') throw failureFrom(part.error);
        if (part.type === 'finish') tokens = part.totalUsage.totalTokens ?? null;
        if (part.type !== 'text-delta' && part.type !== 'reasoning-delta') continue;
        length += part.text.length;
        if (part.type === 'text-delta') {
          text += part.text;
          onText(text);
        }
        if (length > CHARACTERS_PER_TOKEN * mostTokens) break;
      }
    } catch (error) {
      signal.throwIfAborted();
      // What came before the line broke may be good for something.
      if (text === '') throw failureFrom(error);
    } finally {
      enough.abort();
    }
    signal.throwIfAborted();
    return { text, length, tokens };
  };

  return async (prompt) => {
    try {
      return await once(prompt);
    } catch (error) {
      if (isSimple || !(error instanceof ModelFailure) || error.failure !== 'misunderstood') throw error;
      isSimple = true;
      return once(prompt);
    }
  };
};
