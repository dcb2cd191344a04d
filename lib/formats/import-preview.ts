/** What a page is told of a file before it is imported: types only, so that it can be met on both sides of the wire. */
import type { SetKind } from './read-set';
import type { Problem } from './study-set';

export type ImportPreview =
  | { readonly name: 'unreadable'; readonly words: string }
  | {
      readonly name: 'preview';
      readonly kind: SetKind;
      readonly title: string;
      readonly cards: number;
      /** Cards that are there already, and stay out. */
      readonly known: number;
      readonly questions: number;
      readonly reviews: number;
      readonly media: number;
      /** The first of them, and how many there are. */
      readonly problems: readonly Problem[];
      readonly problemCount: number;
      readonly sample: readonly {
        readonly front: string;
        readonly back: string;
        readonly proof: string | null;
      }[];
    };
