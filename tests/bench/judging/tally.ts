/** What verdicts come to: strict pass rates with their intervals, by kind, form, check and density. */
import { z } from 'zod';
import type { Key, KeyItem } from './sheet';

/** The checks of the rubric, in a few words each. */
export const RUBRIC = {
  R1: 'grounded: the answer stands in the article and the proof entails it',
  R2: 'grammatical: complete and well formed',
  R3: 'self-contained: understood by someone who read the article last month',
  R4: 'one answer: exactly one defensible answer',
  R5: 'no leak: nothing in view gives the answer away',
  R6: 'worth knowing, and one fact',
  R7: 'right type: what is asked for, minimal and complete',
  R8: 'options: the key right, no other right, of one type and form, plausible',
} as const;
export const RUBRIC_CHECKS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8'] as const;
export type RubricCheck = (typeof RUBRIC_CHECKS)[number];

export const verdictSchema = z.object({
  id: z.string(),
  /** The checks that are a no; empty where the item passes. */
  fails: z.array(z.enum(RUBRIC_CHECKS)),
  /** A learner would be taught something false. */
  wrong: z.boolean(),
  note: z.string(),
});
export const verdictsSchema = z.object({ by: z.string(), verdicts: z.array(verdictSchema) });
export type Verdict = z.infer<typeof verdictSchema>;
export type Verdicts = z.infer<typeof verdictsSchema>;

/** Wilson's interval at 95% (E. B. Wilson 1927, JASA 22, 209-212) for `right` of `all`; 0 to 1 where `all` is 0. */
export const wilson = (right: number, all: number): [number, number] => {
  if (all === 0) return [0, 1];
  const z2 = 1.96 ** 2;
  const p = right / all;
  const middle = (p + z2 / (2 * all)) / (1 + z2 / all);
  const reach = (1.96 / (1 + z2 / all)) * Math.sqrt((p * (1 - p)) / all + z2 / (4 * all * all));
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
};

export type Judged = { readonly id: string; readonly key: KeyItem; readonly verdicts: readonly Verdict[] };

/** The items that every judge has judged, in the order of the key. */
export const joinVerdicts = (key: Key, judges: readonly Verdicts[]): Judged[] =>
  Object.entries(key.items).flatMap(([id, item]) => {
    const verdicts = judges.flatMap((judge) =>
      judge.verdicts.filter((verdict) => verdict.id === id).slice(0, 1),
    );
    return verdicts.length === judges.length ? [{ id, key: item, verdicts }] : [];
  });

/** Strict: no judge finds a fault. */
export const passes = ({ verdicts }: Judged): boolean =>
  verdicts.every(({ fails, wrong }) => fails.length === 0 && !wrong);

const rate = (items: readonly Judged[]): string => {
  const right = items.filter(passes).length;
  const [low, high] = wilson(right, items.length);
  const percent = (x: number): string => String(Math.round(100 * x));
  return `${right} of ${items.length} = ${items.length === 0 ? '–' : percent(right / items.length)}% [${percent(low)}–${percent(high)}]`;
};

const groupsOf = (items: readonly Judged[], nameOf: (item: Judged) => string): [string, Judged[]][] => {
  const groups = new Map<string, Judged[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return [...groups].sort((a, b) => b[1].length - a[1].length);
};

const DENSITIES = [5, 10, 20, 30, Infinity];

/** The tally as lines to print. */
export const tally = (key: Key, judges: readonly Verdicts[]): string[] => {
  const items = joinVerdicts(key, judges);
  const part = (title: string, groups: readonly [string, readonly Judged[]][]): string[] => [
    '',
    title,
    ...groups.map(([name, of]) => `  ${name.padEnd(24)} ${rate(of)}`),
  ];
  const alone = judges.map(({ by }, index): [string, Judged[]] => [
    by,
    items.map((item) => ({ ...item, verdicts: item.verdicts.slice(index, index + 1) })),
  ]);
  const failed = RUBRIC_CHECKS.map((check): [string, number] => [
    check,
    items.filter(({ verdicts }) => verdicts.some(({ fails }) => fails.includes(check))).length,
  ]);
  const agree = items.filter(
    ({ verdicts }) => new Set(verdicts.map(({ fails, wrong }) => fails.length === 0 && !wrong)).size === 1,
  );
  return [
    `strict pass, every judge: ${rate(items)}`,
    `factually wrong, by any judge: ${items.filter(({ verdicts }) => verdicts.some(({ wrong }) => wrong)).length} of ${items.length}`,
    `judges agree on ${agree.length} of ${items.length}`,
    ...part('by judge', alone),
    ...part(
      'by form',
      groupsOf(items, ({ key: { form } }) => form),
    ),
    ...part(
      'by kind',
      groupsOf(items, ({ key: { kind } }) => kind),
    ),
    ...part(
      'by text',
      groupsOf(items, ({ key: { text } }) => text.replace(/-.*/u, '')),
    ),
    ...part(
      'by certificate',
      groupsOf(items, ({ key: { checks } }) =>
        checks.some(({ verdict }) => verdict === 'unsure') ? 'amber' : 'green',
      ),
    ),
    ...part(
      'best facts per 1,000 words',
      DENSITIES.map((most): [string, Judged[]] => [
        most === Infinity ? 'all' : `first ${most}`,
        items.filter(({ key: { density } }) => density <= most),
      ]),
    ),
    '',
    'failed by check',
    ...failed.map(
      ([check, times]) => `  ${check}  ${String(times).padStart(3)}  ${RUBRIC[check as RubricCheck]}`,
    ),
  ];
};
