/** Whether what was found on a page is the article: paywalls, script-only pages and halves, in words. */
import { UnreadableFile } from './unreadable-file';

/** A page of fewer words is no article. */
export const FEWEST_WORDS = 50;
/** A text that breaks off is a teaser up to so many words; longer ones end in odd ways of their own. */
const TEASER_WORDS = 400;

const PAYWALL =
  /\b(?:subscribe|sign (?:in|up)|log ?in|register|become a (?:member|subscriber))\b[^.!?]{0,60}\b(?:to (?:continue|keep|read|unlock|access)|for full access)\b|\b(?:this (?:article|story|content) is (?:for|only (?:for|available to)|reserved for)) (?:our )?(?:subscribers|members)\b|\bsubscribers? only\b|\balready a (?:subscriber|member)\?/iu;
const NEEDS_SCRIPT =
  /\b(?:enable|requires?|needs?|turn on|activate)\b[^.!?]{0,30}\bjavascript\b|\bjavascript\b[^.!?]{0,40}\b(?:disabled|required|enabled|to run this app)\b/iu;
const CHALLENGE =
  /\b(?:checking (?:your browser|if the site connection is secure)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|unusual traffic|captcha)\b/iu;
const BREAKS_OFF =
  /(?:…|\.\.\.|\[…\]|\b(?:read more|continue reading|read the full (?:story|article)))\s*[.»›→>]*$/iu;

export type PageSigns = {
  /** Words of the article that was found. */
  readonly words: number;
  /** The last of its text. */
  readonly ending: string;
  /** All text of the page, what stands in `noscript` too. */
  readonly pageText: string;
  /** Whether its data say that it costs money. */
  readonly paid: boolean;
  readonly scripts: number;
};

const inWords = (words: number): string => `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}`;

/**
 * What to say about a page that gave an article.
 * @throws UnreadableFile where it gave none, in words that say why.
 */
export const judgePage = ({ words, ending, pageText, paid, scripts }: PageSigns): string[] => {
  const walled = paid || PAYWALL.test(pageText);
  if (words < FEWEST_WORDS) {
    const gave = `This page gave ${inWords(words)}`;
    if (CHALLENGE.test(pageText))
      throw new UnreadableFile(`${gave}: it wants to see a person first. Paste the text instead.`);
    if (walled)
      throw new UnreadableFile(
        `${gave}; the rest is for subscribers. Paste the text instead, if you have it.`,
      );
    if (NEEDS_SCRIPT.test(pageText) || (words < 10 && scripts > 0))
      throw new UnreadableFile(
        `${gave}: it is put together by scripts in a browser. Paste the text instead.`,
      );
    throw new UnreadableFile(`${gave}; paste the text instead.`);
  }
  if (walled)
    return [
      'This page says that it is for subscribers, so the end of the article may be missing. Compare it before you go on.',
    ];
  if (words < TEASER_WORDS && BREAKS_OFF.test(ending.trim()))
    return ['The text breaks off, so this may be half of the article. Compare it before you go on.'];
  return [];
};
