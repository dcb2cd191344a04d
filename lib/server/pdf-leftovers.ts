/** What pdf.js leaves behind. */

/** How its own errors begin: `XRefEntryException: …`. */
const OF_PDF = /^(?:\w+Exception|FormatError)\b/u;

/**
 * Of a damaged PDF pdf.js lets promises fail that nobody waits for, which would end the process though the reader has
 * long said what is wrong. To be called once by what reads files and then ends; any other rejection still ends it.
 */
export const forgivePdfLeftovers = (): void => {
  process.on('unhandledRejection', (reason) => {
    if (!OF_PDF.test(String(reason))) throw reason;
  });
};
