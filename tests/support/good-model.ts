/** A language model that does what it is asked, but for what a script says. */
import type { Proposal } from '@/lib/questions/proposal';
import { type Behaviour, type ModelRequest, say } from './model-server';

export type ModelScript = {
  readonly proposals: readonly Proposal[];
  /** Whatever it may be asked about; those that it proposes if nothing else is said. */
  readonly known?: readonly Proposal[];
  /** What is answered to a question with the passage, and without it. */
  readonly withPassage?: (proposal: Proposal) => string;
  readonly without?: (proposal: Proposal) => string;
};

export const goodModel =
  ({ proposals, known = proposals, withPassage = ({ answer }) => answer, without = () => '' }: ModelScript) =>
  ({ system, user }: ModelRequest): Behaviour => {
    if (system.includes('You write questions')) return say(JSON.stringify({ items: proposals }));
    const answer = user.includes('Text:') ? withPassage : without;
    const items = [...user.matchAll(/^(\d+)\. (.*)$/gmu)].map((match) => {
      const asked = known.find(({ question }) => question === match[2]);
      return { number: Number(match[1]), answer: asked === undefined ? '' : answer(asked) };
    });
    return say(JSON.stringify({ items }));
  };
