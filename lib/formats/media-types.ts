/** What a picture or a sound is, by its first bytes: a name proves nothing. */

type Kind = { readonly type: string; readonly at: number; readonly mark: string };

const KINDS: readonly Kind[] = [
  { type: 'image/png', at: 0, mark: '\x89PNG\r\n\x1a\n' },
  { type: 'image/jpeg', at: 0, mark: '\xff\xd8\xff' },
  { type: 'image/gif', at: 0, mark: 'GIF8' },
  { type: 'image/webp', at: 8, mark: 'WEBP' },
  { type: 'image/avif', at: 4, mark: 'ftypavif' },
  { type: 'audio/wav', at: 8, mark: 'WAVE' },
  { type: 'audio/ogg', at: 0, mark: 'OggS' },
  { type: 'audio/flac', at: 0, mark: 'fLaC' },
  { type: 'audio/mpeg', at: 0, mark: 'ID3' },
  { type: 'audio/mpeg', at: 0, mark: '\xff\xfb' },
  { type: 'audio/mpeg', at: 0, mark: '\xff\xf3' },
  { type: 'audio/mpeg', at: 0, mark: '\xff\xf2' },
  { type: 'audio/mp4', at: 4, mark: 'ftypM4A' },
];

/** The media type of a file; `null` for what is none that is shown or played here. A drawing (SVG) may hold scripts. */
export const mediaType = (bytes: Uint8Array): string | null =>
  KINDS.find(({ at, mark }) =>
    Array.from(mark).every((letter, index) => bytes[at + index] === letter.charCodeAt(0)),
  )?.type ?? null;
