import type { Aside } from '@/lib/memory/aside';
import type { Flag } from '@/lib/memory/flags';
import type { Answered } from '@/lib/refusal';

/** What the study page may do on the server beside grading; the page hands it down. */
export type StudyActions = {
  readonly setAside: (input: { factId: string; how: Aside }) => Promise<Answered<void>>;
  readonly setFlag: (input: { factId: string; flag: Flag | null }) => Promise<Answered<void>>;
};
