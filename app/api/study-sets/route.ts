import { z } from 'zod';
import { planImport } from '@/lib/formats/import-plan';
import { mediaType } from '@/lib/formats/media-types';
import { sidesOf, type StudySet } from '@/lib/formats/study-set';
import { UnreadableFile } from '@/lib/formats/unreadable-file';
import type { ImportPreview } from '@/lib/formats/import-preview';
import type { Recognised } from '@/lib/formats/read-set';
import { answer } from '@/lib/server/action';
import { currentUserOrVisitor } from '@/lib/server/auth/account';
import { currentUser } from '@/lib/server/auth/session';
import { contentsOf, importSet, type Imported } from '@/lib/server/data/import-set';
import type { DeckChoice } from '@/lib/server/data/articles';
import { readBytes, refuseOtherOrigins, toResponse } from '@/lib/server/endpoint';
import { readStudySet } from '@/lib/server/read-study-set';
import { zoneSchema } from '@/lib/server/zone';

const MOST_BYTES = 20 * 1024 * 1024;
const SHOWN_CARDS = 8;
const SHOWN_PROBLEMS = 200;

const mark = z.string().min(1).max(10).nullable().default(null);
const querySchema = z.object({
  act: z.enum(['preview', 'import']),
  name: z.string().trim().min(1).max(300),
  deck: z.string().max(100).nullable().default(null),
  title: z.string().trim().max(200).default(''),
  field: mark,
  row: mark,
  header: z.enum(['auto', 'yes', 'no']).default('auto'),
  swapped: z.enum(['yes', 'no']).default('no'),
  history: z.enum(['yes', 'no']).default('no'),
  zone: zoneSchema.catch('UTC'),
});
type Query = z.infer<typeof querySchema>;

type Outcome = ImportPreview | ({ readonly name: 'imported' } & Imported);

const deckOf = ({ deck, title }: Query, set: StudySet): DeckChoice =>
  deck === null
    ? { name: 'new', title: title === '' ? set.title.slice(0, 200) : title }
    : { name: 'existing', id: deck };

/** A file of cards: what would come in (`act=preview`), or all of it in one transaction (`act=import`). */
export async function POST(request: Request): Promise<Response> {
  return toResponse(
    await answer(async (): Promise<Outcome> => {
      refuseOtherOrigins(request);
      const query = querySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
      const bytes = await readBytes(request, MOST_BYTES);
      const { field, row, header, swapped } = query;
      const choice = { field, row, header, swapped: swapped === 'yes' };
      try {
        const read = await readStudySet({ name: query.name, bytes, choice });
        return await (query.act === 'preview' ? preview(read, query) : bringIn(read, query));
      } catch (error) {
        if (error instanceof UnreadableFile) return { name: 'unreadable', words: error.message };
        throw error;
      }
    }),
  );
}

const bringIn = async ({ set }: Recognised, query: Query): Promise<Outcome> => {
  const user = await currentUserOrVisitor(query.zone);
  const wish = {
    deck: deckOf(query, set),
    fileName: query.name,
    history: query.history === 'yes',
    now: new Date(),
  };
  return { name: 'imported', ...(await importSet(user, set, wish)) };
};

const preview = async ({ kind, set, problems }: Recognised, query: Query): Promise<Outcome> => {
  const user = await currentUser();
  const present = user === null ? new Set<string>() : await contentsOf(user, deckOf(query, set));
  const plan = planImport(set, present);
  const unshown = set.media
    .filter(({ bytes }) => mediaType(bytes) === null)
    .map(({ name }) => ({
      where: name,
      words: 'It is no picture or sound that can be shown here; it stays out.',
    }));
  const all = [...problems, ...plan.problems, ...unshown];
  return {
    name: 'preview',
    kind,
    title: set.title,
    cards: plan.cards.length,
    known: plan.known,
    questions: plan.cards.reduce((sum, { card }) => sum + card.questions.length, 0),
    reviews: plan.cards.reduce((sum, { card }) => sum + card.reviews.length, 0),
    media: set.media.length - unshown.length,
    problems: all.slice(0, SHOWN_PROBLEMS),
    problemCount: all.length,
    sample: plan.cards.slice(0, SHOWN_CARDS).flatMap(({ card, statement }) => {
      const sides = sidesOf(card);
      return sides === null
        ? []
        : [{ front: sides.front, back: sides.back, proof: card.proof === null ? null : statement }];
    }),
  };
};
