'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useId, useState, type SyntheticEvent } from 'react';
import controls from '@/components/controls/controls.module.css';
import { post } from '@/components/wire/post';
import type { SeenRoom } from '@/lib/live/seen';
import { REFUSALS, type Answered } from '@/lib/refusal';
import classes from './live.module.css';

type JoinFormProps = {
  /** From the link or the code; `''` where it is to be typed. */
  readonly pin: string;
  /** Whether they have an account, whose memory may learn of the answers. */
  readonly canLink: boolean;
};

const BAD_NAME = 'A name has 1 to 20 letters that can be seen.';

/** First the number, then a name, where the host does not give names out. */
export const JoinForm = ({ pin: given, canLink }: JoinFormProps) => {
  const router = useRouter();
  const id = useId();
  const [pin, setPin] = useState(given);
  const [room, setRoom] = useState<SeenRoom | null>(null);
  const [name, setName] = useState('');
  const [link, setLink] = useState(canLink);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  const ask = async <T,>(path: string, body: unknown): Promise<T | null> => {
    setPending(true);
    const answered = await post<T>(path, body).catch((): Answered<T> => ({ ok: false, code: 'FAILED' }));
    setPending(false);
    if (answered.ok) {
      setProblem(null);
      return answered.value;
    }
    setProblem(answered.code === 'INVALID' ? BAD_NAME : REFUSALS[answered.code]);
    return null;
  };
  const look = async (typed: string): Promise<void> => {
    const found = await ask<SeenRoom>('/api/live/look', { pin: typed });
    if (found?.isIn === true) router.push(`/play/${found.session}`);
    else setRoom(found);
  };
  const join = async (): Promise<void> => {
    const joined = await ask<{ session: string }>('/api/live/join', { pin, name, link });
    if (joined !== null) router.push(`/play/${joined.session}`);
  };
  const show = useEffectEvent((answered: Answered<SeenRoom>) => {
    if (!answered.ok) setProblem(REFUSALS[answered.code]);
    else if (answered.value.isIn) router.push(`/play/${answered.value.session}`);
    else setRoom(answered.value);
  });
  useEffect(() => {
    if (given === '') return;
    post<SeenRoom>('/api/live/look', { pin: given }).then(show, () => {
      show({ ok: false, code: 'FAILED' });
    });
  }, [given]);
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!pending) void (room === null ? look(pin) : join());
  };

  const wrong = problem !== null && (
    <p role="alert" id={`${id}-wrong`} className={controls.error}>
      {problem}
    </p>
  );
  return (
    <form className={classes.join} onSubmit={submit}>
      {room === null ? (
        <div className={controls.field}>
          <label htmlFor={`${id}-pin`} className={controls.label}>
            Number of the session
          </label>
          <input
            id={`${id}-pin`}
            className={`${controls.input} ${classes.pinField}`}
            value={pin}
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            required
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : `${id}-wrong`}
            onChange={(event) => {
              setPin(event.target.value);
            }}
          />
        </div>
      ) : (
        <>
          <p className={classes.room}>
            You are about to join <strong>{room.title}</strong>.
          </p>
          {room.givesNames ? (
            <p className={controls.hint}>You are given a name in this room.</p>
          ) : (
            <div className={controls.field}>
              <label htmlFor={`${id}-name`} className={controls.label}>
                Your name in this room
              </label>
              <input
                id={`${id}-name`}
                className={controls.input}
                value={name}
                maxLength={80}
                required
                autoComplete="nickname"
                aria-invalid={problem !== null}
                aria-describedby={problem === null ? undefined : `${id}-wrong`}
                onChange={(event) => {
                  setName(event.target.value);
                }}
              />
            </div>
          )}
          {canLink && (
            <label className={classes.tick}>
              <input
                type="checkbox"
                checked={link}
                onChange={(event) => {
                  setLink(event.target.checked);
                }}
              />
              Remember it for me: what I miss comes up in my study
            </label>
          )}
        </>
      )}
      {wrong}
      <button type="submit" aria-disabled={pending} className={`${controls.button} ${controls.primary}`}>
        {room === null ? 'Enter' : 'Join'}
      </button>
    </form>
  );
};
