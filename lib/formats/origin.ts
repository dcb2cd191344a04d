/** Where an article comes from, as it is kept beside it and shown. */
export type Origin = {
  /** The address of its page, http or https. */
  readonly address: string | null;
  readonly fileName: string | null;
  /** SHA-256 of the file or page as it came, in hexadecimal. */
  readonly fileHash: string | null;
  readonly byline: string | null;
  /** An ISO 8601 day. */
  readonly published: string | null;
};
