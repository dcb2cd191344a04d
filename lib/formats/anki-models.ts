/** The two note types of our Anki packages: ids and fields stay as they are, so that a new package updates an old one. */

/** Fields of a note of ours, in their order; in a cloze the first is called Text and there is no Back. */
export const BASIC_FIELDS = ['Front', 'Back', 'Context', 'Extra', 'Source'] as const;
export const CLOZE_FIELDS = ['Text', 'Context', 'Extra', 'Source'] as const;

/** Milliseconds since 1970, as Anki's own ids are: any that nobody else has. */
export const BASIC_MODEL = 1_764_000_000_101;
export const CLOZE_MODEL = 1_764_000_000_102;

const CSS = `.card { font-family: system-ui, sans-serif; font-size: 1.2rem; line-height: 1.5; text-align: center; color: #1a1a1a; background: #fff; padding: 1rem; }
.nightMode.card { color: #eee; background: #222; }
.cloze { font-weight: bold; color: #1864ab; }
.nightMode .cloze { color: #74c0fc; }
.context, .source { font-size: 0.9rem; opacity: 0.75; }
.proof { margin: 1rem auto 0; max-width: 40rem; padding: 0.5rem 0.9rem; border-left: 4px solid #1971c2; text-align: left; font-size: 1rem; }`;

const CONTEXT = '{{#Context}}<div class="context">{{Context}}</div>{{/Context}}';
const PROOF =
  '{{#Extra}}<div class="proof">{{Extra}}{{#Source}}<div class="source">{{Source}}</div>{{/Source}}</div>{{/Extra}}';

const field = (name: string, ord: number) => ({
  name,
  ord,
  sticky: false,
  rtl: false,
  font: 'Arial',
  size: 20,
  media: [],
});

type Template = { readonly name: string; readonly qfmt: string; readonly afmt: string };

const model = (
  { id, name, type, fields }: { id: number; name: string; type: 0 | 1; fields: readonly string[] },
  template: Template,
  mod: number,
) => ({
  id,
  name,
  type,
  mod,
  usn: -1,
  sortf: 0,
  did: null,
  tmpls: [{ ...template, ord: 0, did: null, bqfmt: '', bafmt: '' }],
  flds: fields.map(field),
  css: CSS,
  latexPre: '\\documentclass[12pt]{article}\n\\begin{document}\n',
  latexPost: '\\end{document}',
  req: [[0, 'any', [0]]],
  tags: [],
  vers: [],
});

/** The note types as schema 11 keeps them; `mod` in seconds. */
export const ankiModels = (mod: number) => ({
  [BASIC_MODEL]: model(
    { id: BASIC_MODEL, name: 'Quizwright', type: 0, fields: BASIC_FIELDS },
    {
      name: 'Card 1',
      qfmt: `${CONTEXT}{{Front}}`,
      afmt: `{{FrontSide}}<hr id="answer">{{Back}}${PROOF}`,
    },
    mod,
  ),
  [CLOZE_MODEL]: model(
    { id: CLOZE_MODEL, name: 'Quizwright Cloze', type: 1, fields: CLOZE_FIELDS },
    { name: 'Cloze', qfmt: `${CONTEXT}{{cloze:Text}}`, afmt: `${CONTEXT}{{cloze:Text}}${PROOF}` },
    mod,
  ),
});
