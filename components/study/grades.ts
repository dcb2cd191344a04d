import type { Rating } from '@/lib/model';
import type { StudySettings } from '@/lib/memory/study-settings';

/** The answers that a person grades themselves by, from worst to best. */
export const GRADES: Readonly<Record<StudySettings['buttons'], readonly { rating: Rating; name: string }[]>> =
  {
    two: [
      { rating: 'again', name: 'Forgot' },
      { rating: 'good', name: 'Knew it' },
    ],
    four: [
      { rating: 'again', name: 'Forgot' },
      { rating: 'hard', name: 'Hard' },
      { rating: 'good', name: 'Good' },
      { rating: 'easy', name: 'Easy' },
    ],
  };
