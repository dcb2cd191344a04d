/** Times of the clock: "10:30 a.m.", "15:00 GMT", "noon". */
import type { Span } from '@/lib/model';

/** `minutes` since midnight; `zone` as it is written ("GMT", "local time"), if it is. */
export type ClockTime = Span & {
  readonly text: string;
  readonly minutes: number;
  readonly zone: string | null;
};

const HALF_OF_DAY = String.raw`(?<half>[ap]m|[ap]\.\s?m\.)`;
const ZONE = '(?:\\s(?<zone>(?:GMT|UTC|BST|CET|CEST|EST|EDT|PST|PDT|IST|MSK)(?:[+-]\\d{1,2})?|local time))?';
const END = String.raw`(?![\p{L}\p{N}])`;
const PATTERN = new RegExp(
  String.raw`(?<![\p{L}\p{N}.:,/-])(?:(?<hour>[01]?\d|2[0-3])(?:[:.](?<minute>[0-5]\d))?\s?${HALF_OF_DAY}|(?<hour24>[01]?\d|2[0-3]):(?<minute24>[0-5]\d)(?![:\d])|(?<=\b(?:at|before|after|by|until|around)\s)(?<word>noon|midnight))${ZONE}${END}`,
  'giu',
);

const hourOf = (hour: number, half: string | undefined): number => {
  if (half === undefined) return hour;
  const isPast = half.toLowerCase().startsWith('p');
  return (hour % 12) + (isPast ? 12 : 0);
};

/** The times of the clock between `start` and `end` of `text`, in order. Never throws. */
export const readTimes = (text: string, start = 0, end = text.length): ClockTime[] =>
  [...text.slice(start, end).matchAll(PATTERN)].map((match) => {
    const { hour, minute, half, hour24, minute24, word, zone } = match.groups ?? {};
    const named = word?.toLowerCase() === 'noon' ? 720 : 0;
    const hours = hourOf(Number.parseInt(hour ?? hour24 ?? '0', 10), half);
    return {
      start: start + match.index,
      end: start + match.index + match[0].length,
      text: match[0],
      minutes: word === undefined ? 60 * hours + Number.parseInt(minute ?? minute24 ?? '0', 10) : named,
      zone: zone ?? null,
    };
  });
