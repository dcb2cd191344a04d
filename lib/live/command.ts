/** What can be asked of a session, and by whom; types and lists only. */
import type { Places } from './composed';

/** Commands of the host. `step` is that of the view they were given on. */
export type HostCommand =
  | { readonly name: 'next'; readonly step: number }
  | { readonly name: 'skip'; readonly step: number }
  | { readonly name: 'pause' }
  | { readonly name: 'resume' }
  | { readonly name: 'add-time'; readonly step: number; readonly seconds: number }
  | { readonly name: 'lock' }
  | { readonly name: 'unlock' }
  | { readonly name: 'remove'; readonly player: string }
  | { readonly name: 'give-time'; readonly player: string; readonly factor: number }
  | { readonly name: 'finish' }
  | { readonly name: 'close' };

export type PlayerCommand =
  /** `option` by its place as shown. */
  | { readonly name: 'answer'; readonly question: number; readonly option: number }
  /** Where it is put together of options: see lib/live/composed.ts. */
  | { readonly name: 'compose'; readonly question: number; readonly places: Places }
  /** Where there are no options. */
  | { readonly name: 'write'; readonly question: number; readonly text: string }
  | { readonly name: 'prove'; readonly question: number; readonly sentence: number };

/** Someone who is nobody here yet. `draw` is chance in [0, 1) for a name that is given out. */
export type JoinCommand = {
  readonly name: 'join';
  readonly id: string;
  readonly wish: string;
  readonly draw: number;
  readonly userId: string | null;
};

/** What the server tells of its own accord. */
export type ServerCommand =
  | { readonly name: 'tick' }
  | { readonly name: 'presence'; readonly players: ReadonlySet<string>; readonly host: boolean }
  /** Back after their last device was gone. */
  | { readonly name: 'returned'; readonly player: string }
  /** Found in the database by a process that has just begun. */
  | { readonly name: 'wake' };

export type Command = HostCommand | PlayerCommand | JoinCommand | ServerCommand;

export type Actor =
  | { readonly role: 'host' }
  | { readonly role: 'player'; readonly id: string }
  | { readonly role: 'newcomer' }
  | { readonly role: 'server' };

/** Who may give which command. */
export const ROLE_OF: Readonly<Record<Command['name'], Actor['role']>> = {
  next: 'host',
  skip: 'host',
  pause: 'host',
  resume: 'host',
  'add-time': 'host',
  lock: 'host',
  unlock: 'host',
  remove: 'host',
  'give-time': 'host',
  finish: 'host',
  close: 'host',
  answer: 'player',
  compose: 'player',
  write: 'player',
  prove: 'player',
  join: 'newcomer',
  tick: 'server',
  presence: 'server',
  returned: 'server',
  wake: 'server',
};
