import type { ModelFailure } from '@/lib/server/model/failure';

/** How the work with a language model ended; in every case what the reader found by itself stands. */
export type Outcome = {
  /** What it handed in, and how much of that was kept: as new facts, and as questions. */
  readonly proposed: number;
  readonly facts: number;
  readonly questions: number;
  readonly end: 'finished' | 'out-of-time' | 'not-english' | 'broken' | ModelFailure;
};

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

const endInWords = (end: Outcome['end']): string => {
  if (end === 'finished') return '';
  if (end === 'out-of-time') return 'It was stopped because its time was up.';
  if (end === 'not-english') return 'It was not asked: its proposals can be checked in English texts only.';
  if (end === 'broken') return 'Something went wrong while it was asked, and it has been logged.';
  switch (end.failure) {
    case 'unreachable':
      return 'It could not be reached.';
    case 'busy':
      return 'It was too busy, or its server is ill.';
    case 'refused':
      return `It refused to work (${end.status ?? 'no reason'}); whoever runs this site should look at its key and name.`;
    case 'misunderstood':
      return 'It did not understand what it was asked.';
    case 'over-budget':
      return 'It was stopped because the article’s budget of tokens was used up.';
  }
};

/** What happened with the language model, for whoever had it asked. */
export const outcomeInWords = ({ proposed, facts, questions, end }: Outcome): string => {
  const gave =
    proposed === 0
      ? 'The language model proposed nothing.'
      : questions === 0
        ? `The language model made ${count(proposed, 'proposal')}; none passed the checks or was new.`
        : `The language model made ${count(proposed, 'proposal')}; the checks kept ${count(questions, 'question')}, with ${count(facts, 'new fact')}.`;
  const rest = end === 'finished' ? [] : [endInWords(end), 'What was found without it is all there.'];
  return [...(end === 'not-english' ? [] : [gave]), ...rest].join(' ');
};
