'use client';
import { useRef, useState } from 'react';
import classes from './account.module.css';

type ProviderButtonsProps = {
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly next: string;
};

/** One button for each provider that the environment switches on; nothing where there is none. */
export const ProviderButtons = ({ providers, next }: ProviderButtonsProps) => {
  const [failed, setFailed] = useState(false);
  if (providers.length === 0) return null;
  return (
    <>
      <p className={classes.or}>or</p>
      <div className={classes.providers}>
        {providers.map((provider) => (
          <ProviderForm
            key={provider.id}
            provider={provider}
            next={next}
            onFailure={() => {
              setFailed(true);
            }}
          />
        ))}
        {failed && (
          <p className={classes.refusal} role="alert">
            The app could not be reached. Check your connection, then try again.
          </p>
        )}
      </div>
    </>
  );
};

type ProviderFormProps = {
  readonly provider: ProviderButtonsProps['providers'][number];
  readonly next: string;
  readonly onFailure: () => void;
};

/** A plain form to next-auth's own address: all that its client library would add is the token asked for here. */
const ProviderForm = ({ provider, next, onFailure }: ProviderFormProps) => {
  const token = useRef<HTMLInputElement>(null);
  const leave = async (form: HTMLFormElement): Promise<void> => {
    try {
      const response = await fetch('/api/auth/csrf');
      const { csrfToken } = (await response.json()) as { csrfToken: string };
      if (token.current !== null) token.current.value = csrfToken;
      // A provider tells no time zone; the callback reads it from here.
      const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
      document.cookie = `quizwright.zone=${zone}; path=/; max-age=600; samesite=lax`;
      form.submit();
    } catch {
      onFailure();
    }
  };
  return (
    <form
      method="post"
      action={`/api/auth/signin/${encodeURIComponent(provider.id)}`}
      onSubmit={(event) => {
        event.preventDefault();
        void leave(event.currentTarget);
      }}
    >
      <input ref={token} type="hidden" name="csrfToken" />
      <input type="hidden" name="callbackUrl" value={next} />
      <button type="submit" className={`${classes.button} ${classes.plain}`}>
        Continue with {provider.name}
      </button>
    </form>
  );
};
