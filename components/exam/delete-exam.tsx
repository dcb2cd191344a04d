import { ConfirmButton } from '@/components/controls/confirm-button';
import type { Refused } from '@/lib/refusal';

type DeleteExamProps = { readonly title: string; readonly remove: () => Promise<Refused> };

/** Deletes a plan once that is confirmed; what was learned stays. */
export const DeleteExam = ({ title, remove }: DeleteExamProps) => (
  <ConfirmButton label="Delete the plan …" title="Delete the plan?" confirm="Delete the plan" act={remove}>
    The plan for “{title}” goes. Your decks stay, and so does all that you have learned.
  </ConfirmButton>
);
