/** Anki's card templates: fields put into HTML, sections that stand only where a field is filled. */

export type Fields = ReadonlyMap<string, string>;

type Section = { readonly shown: boolean; readonly name: string };

/** What the fields that Anki itself fills would say; their words are not the card's. */
const OWN_FIELDS = new Set(['FrontSide', 'Tags', 'Deck', 'Subdeck', 'Type', 'Card', 'CardFlag', 'CardID']);

const TAG = /\{\{([#^/]?)([^{}]*)\}\}/gu;

/** What a filter leaves of a field; `cloze` is the caller's. */
const valueOf = (parts: readonly string[], fields: Fields, cloze: (field: string) => string): string => {
  const name = parts.at(-1)?.trim() ?? '';
  const filters = parts.slice(0, -1).map((filter) => filter.trim());
  if (OWN_FIELDS.has(name) || filters.some((filter) => filter.startsWith('tts'))) return '';
  const value = fields.get(name) ?? '';
  return filters.includes('cloze') ? cloze(value) : value;
};

/** A side of a card as HTML. The answer's template without the front that it repeats: `FrontSide` is empty. */
export const renderTemplate = (
  template: string,
  fields: Fields,
  cloze: (field: string) => string = () => '',
): string => {
  const open: Section[] = [];
  let html = '';
  let done = 0;
  const isShown = (): boolean => open.every(({ shown }) => shown);
  const plain = template.replace(/<!--[\s\S]*?-->/gu, '');
  for (const match of plain.matchAll(TAG)) {
    if (isShown()) html += plain.slice(done, match.index);
    done = match.index + match[0].length;
    const [, kind, inside = ''] = match;
    const name = inside.trim();
    if (kind === '/') open.pop();
    else if (kind === '#' || kind === '^') {
      const filled = (fields.get(name) ?? '').replace(/<br\s*\/?>|&nbsp;|<\/?div>/giu, '').trim() !== '';
      open.push({ shown: filled === (kind === '#'), name });
    } else if (isShown()) html += valueOf(inside.split(':'), fields, cloze);
  }
  if (isShown()) html += plain.slice(done);
  return html;
};

/** The part of an answer's side below the line that parts it from the question. */
export const belowTheLine = (html: string): string => {
  const line = /<hr[^>]*\bid\s*=\s*["']?answer["']?[^>]*>/iu.exec(html);
  return line === null ? html : html.slice(line.index + line[0].length);
};
