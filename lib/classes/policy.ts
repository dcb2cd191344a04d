/** Who may do and see what in a class: the one place that says so. Whoever is not told yes is told that nothing is there. */

/** `owner` and `teacher` teach it; the owner alone decides who teaches and whether it lives. */
export const CLASS_ROLES = ['owner', 'teacher', 'pupil'] as const;
export type ClassRole = (typeof CLASS_ROLES)[number];

/** How somebody stands to a class; `null`: not at all, as also someone who was removed. */
export type Standing = { readonly role: ClassRole | null; readonly isArchived: boolean };

/** What can be asked of a class. */
export const CLASS_ACTS = [
  /** Its name and who teaches it. */
  'see-class',
  /** The names of its pupils. */
  'see-pupils',
  /** What one did oneself. */
  'see-own-work',
  /** What a pupil of it did, and every report. */
  'see-work',
  /** The questions of an assignment with their keys, whatever its feedback. */
  'see-keys',
  /** Take a quiz or study a deck that was assigned. */
  'do-work',
  /** Give work, change it, take it back, remind. */
  'assign',
  /** More time, a later closing, another name, a new resume code. */
  'help-pupil',
  'remove-pupil',
  /** Let people in, or no longer. */
  'invite-pupils',
  'export-pupil',
  'erase-pupil',
  'rename',
  'invite-teachers',
  'remove-teacher',
  'archive',
  'delete',
  'leave',
] as const;
export type ClassAct = (typeof CLASS_ACTS)[number];

const TEACHING: readonly ClassAct[] = [
  'see-class',
  'see-pupils',
  'see-work',
  'see-keys',
  'assign',
  'help-pupil',
  'remove-pupil',
  'invite-pupils',
  'export-pupil',
  'erase-pupil',
  'rename',
];

const GRANTED: Readonly<Record<ClassRole, ReadonlySet<ClassAct>>> = {
  owner: new Set([...TEACHING, 'invite-teachers', 'remove-teacher', 'archive', 'delete']),
  teacher: new Set([...TEACHING, 'leave']),
  pupil: new Set(['see-class', 'see-own-work', 'do-work', 'leave']),
};

/** What stays possible in a class that is put away: looking, taking data out, and ending it. */
const IN_ARCHIVE: ReadonlySet<ClassAct> = new Set([
  'see-class',
  'see-pupils',
  'see-own-work',
  'see-work',
  'see-keys',
  'remove-pupil',
  'export-pupil',
  'erase-pupil',
  'remove-teacher',
  'archive',
  'delete',
  'leave',
]);

/** Whether someone who stands so to a class may do `act` in it. */
export const may = ({ role, isArchived }: Standing, act: ClassAct): boolean =>
  role !== null && GRANTED[role].has(act) && (!isArchived || IN_ARCHIVE.has(act));

/** The roles that may do `act`, for the `where` of a query. */
export const rolesThatMay = (act: ClassAct): ClassRole[] =>
  CLASS_ROLES.filter((role) => GRANTED[role].has(act));

/** Whether `act` is for classes that are in use alone. */
export const needsLiveClass = (act: ClassAct): boolean => !IN_ARCHIVE.has(act);
