/** A file or page that gives nothing. The message says why and what to do, in a sentence or two for whoever chose it. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}
