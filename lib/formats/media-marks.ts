/** How a card's text names a picture or a sound: `[image: heart.png]`, `[sound: heart.mp3]`. */

/** What a text may say of media. The name is a file's, without brackets or line breaks. */
const MEDIA = /\[(image|sound): ([^\][\n]{1,200})\]/gu;

export type MediaPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'image' | 'sound'; readonly name: string };

/** Splits a text at the media that it names. */
export const mediaParts = (text: string): MediaPart[] => {
  const parts: MediaPart[] = [];
  let done = 0;
  for (const match of text.matchAll(MEDIA)) {
    if (match.index > done) parts.push({ kind: 'text', text: text.slice(done, match.index) });
    parts.push({ kind: match[1] === 'image' ? 'image' : 'sound', name: match[2] ?? '' });
    done = match.index + match[0].length;
  }
  if (done < text.length) parts.push({ kind: 'text', text: text.slice(done) });
  return parts;
};
