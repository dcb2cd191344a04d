import { z } from 'zod';
import { EXPORT_FORMATS, KEEPS_HISTORY } from '@/lib/formats/export-formats';
import { writeSet } from '@/lib/formats/write-set';
import { Refusal } from '@/lib/refusal';
import { answer } from '@/lib/server/action';
import { currentUser } from '@/lib/server/auth/session';
import { studySetOf } from '@/lib/server/data/study-sets';
import { attachment } from '@/lib/server/attachment';
import { toResponse } from '@/lib/server/endpoint';

const querySchema = z.object({
  format: z.enum(EXPORT_FORMATS.map(({ id }) => id)),
  history: z.enum(['on', 'off']).default('off'),
});

/** A deck as a file of the format that was asked for. */
export async function GET(request: Request, { params }: RouteContext<'/api/decks/[id]/export'>) {
  const { id } = await params;
  const answered = await answer(async () => {
    const user = await currentUser();
    if (user === null) throw new Refusal('SIGNED_OUT');
    const query = querySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const history = query.history === 'on' && KEEPS_HISTORY.has(query.format);
    const set = await studySetOf(user, id, history);
    const { bytes } = await writeSet(query.format, set, new Date());
    return { bytes, title: set.title, format: query.format };
  });
  if (!answered.ok) return toResponse(answered);
  const { bytes, title, format } = answered.value;
  const { file, type } = EXPORT_FORMATS.find(({ id: each }) => each === format) ?? EXPORT_FORMATS[0];
  return attachment(bytes, { name: `${title}.${file}`, type });
}
