/** Who holds or held an office: people named beside a role that only one person has at a time. */
import { readRoles, type Name } from '@/lib/language/names';
import { attributionOf } from '@/lib/language/attribution';
import type { Span } from '@/lib/model';
import { isEnclosed, textAfter, textBefore, type Candidate } from './candidate';
import type { ReadSentence, Reading } from './reading';
import { gateOf } from './sentence-gate';

/** Roles that one person has at a time, given of what; a professor or an engineer is one of many. */
const UNIQUE_ROLE =
  /\b(?:president|chancellor|ambassador|governor|mayor|king|queen|emperor|empress|pope|minister|premier|secretary|archbishop|speaker|chair|chairman|chairwoman|director|founder|co-founder|leader|chief|head|ceo|commissioner|inventor|sultan|shah|caliph|khan|viceroy|rector|commander|architect|designer|discoverer|prince|princess)\b/iu;
/** Without a word about of what or where, a role fits many. */
const BARE_ROLE = /^(?:(?:the|then|former|vice|deputy|prime|lord)[\s-])*[\p{L}-]+$/iu;
const SPEECH =
  /^,?\s(?:said|says|told|tells|adds|added|explains|explained|argues|argued|believes|thinks|insists|insisted|admits|admitted|claims|claimed|warns|warned|commented|suggests|suggested|noted)\b|\b(?:said|says|added|adds|explains|explained)\s$/iu;
const MOST_NAMES = 8;

/** `whole` is the name with its role. */
const refusalOf = (sentence: ReadSentence, name: Name, whole: Span): string | null => {
  if (isEnclosed(sentence, name) !== null) return 'a name in quotes or brackets';
  if (sentence.names.length > MOST_NAMES) return 'a list of names';
  const before = textBefore(sentence, whole);
  const after = textAfter(sentence, whole);
  if (SPEECH.test(after) || SPEECH.test(before)) return 'says who spoke, not who did it';
  if (/^(?:,?\s(?:and|or)\s(?:[\p{Ll}-]+\s){0,2}?|\s&\s|,\s)\p{Lu}/u.test(after))
    return 'one of several names side by side';
  if (/\p{Lu}[\p{L}.]*(?:,|,?\s(?:and|or))\s(?:[\p{L}-]+\s){0,3}$/u.test(before))
    return 'one of several names side by side';
  if (/^['’-]/u.test(textAfter(sentence, name))) return 'a name that something else belongs to';
  return attributionOf(sentence.attributions, name) === null && SPEECH.test(sentence.statement)
    ? 'says who spoke, not who did it'
    : null;
};

/** The people of a sentence with the office that tells who they are, each with what speaks against asking for them. */
export const findPeople = ({ article }: Reading, sentence: ReadSentence): Candidate[] => {
  if (gateOf(sentence).question !== null) return [];
  return readRoles(article.text, sentence.names, sentence.end)
    .map(({ name, role, order }) => ({ name, role, order, words: article.text.slice(role.start, role.end) }))
    .filter(
      ({ order, words }) => UNIQUE_ROLE.test(words) && (order === 'name-first' || !BARE_ROLE.test(words)),
    )
    .map(({ name, role }) => ({
      start: name.start,
      end: name.end,
      kind: 'who',
      answerType: 'person',
      place: null,
      confidence: 0.9,
      weight: 0.6,
      refusal: refusalOf(sentence, name, {
        start: Math.min(name.start, role.start),
        end: Math.max(name.end, role.end),
      }),
    }));
};
