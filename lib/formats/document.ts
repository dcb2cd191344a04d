/** What the readers of files and pages give: plain text with what is known about it, never HTML. */

/** A stretch of a document that can be taken alone: the chapter of a book, or all there is. */
export type DocumentPart = { readonly title: string; readonly text: string; readonly words: number };

export type ImportedDocument = {
  readonly title: string | null;
  /** One, but for books. Paragraphs and headings are parted by an empty line. */
  readonly parts: readonly DocumentPart[];
  readonly byline: string | null;
  /** An ISO 8601 day. */
  readonly published: string | null;
  /** A BCP 47 tag, as the document claims it. */
  readonly language: string | null;
  /** The address that a page gives as its own. */
  readonly address: string | null;
  /** What its reader should know of it, in whole sentences: that half of it may be missing. */
  readonly notes: readonly string[];
};

/** An `ImportedDocument` of one part about which nothing else is known. */
export const documentOf = (part: DocumentPart, known: Partial<ImportedDocument> = {}): ImportedDocument => ({
  title: null,
  byline: null,
  published: null,
  language: null,
  address: null,
  notes: [],
  ...known,
  parts: [part],
});

/** Bytes of one file as it comes in. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;
