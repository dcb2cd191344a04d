/** "(145 ha)" behind "358-acre": an amount that is said again in another unit. */
import { FIGURES } from './number-words';
import { MEASURE_UNIT } from './units';

const MOST_CHARS = 60;
const NUMBER = `(?:${FIGURES})`;
/** In such brackets the short ones can mean nothing else. */
const UNIT = `(?:${MEASURE_UNIT}|mi|in|yd|gal|st)`;
const ROUGHLY = String.raw`(?:(?:about|around|roughly|approximately|approx\.|c\.|ca\.|or|nearly|almost|over)\s|~)?`;
const AGAIN = String.raw`${ROUGHLY}${NUMBER}(?:\s?(?:[–-]|to)\s?${NUMBER})?[\s-]?${UNIT}(?:\s${NUMBER}\s${UNIT})?`;
const CONVERSION = new RegExp(String.raw`^\s?\(${AGAIN}(?:[;,]\s${AGAIN})*\)`, 'u');

/** The brackets at the beginning of `after`, with the space before them, where all that they hold is such an amount. */
export const conversionAt = (after: string): string => CONVERSION.exec(after.slice(0, MOST_CHARS))?.[0] ?? '';
