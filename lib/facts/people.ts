/** Who it was: people named beside their role, and makers named after "by". */
import { readRoles, type Name } from '@/lib/language/names';
import type { AnswerType, Span } from '@/lib/model';
import { isEnclosed, textAfter, textBefore, type Candidate } from './candidate';
import type { ReadSentence, Reading } from './reading';

const SPEECH =
  /\b(?:said|says|say|told|tells|adds|added|explains|explained|argues|argued|according to|believes|thinks|insists|insisted|admits|admitted|claims|claimed|warns|warned|commented|suggests|suggested)\b/iu;
const MADE_BY =
  /\b(?:invented|discovered|founded|designed|written|built|developed|established|created|composed|painted|proposed|introduced|commissioned|patented|coined|formulated|defeated|conquered|succeeded|crowned|sculpted|discovered|isolated|led) by (?:the )?(?:[\p{Ll}-]+ ){0,3}$/u;

/** Without a word about of what or where, a role fits many. */
const BARE_ROLE = /^(?:(?:the|then|former|vice|deputy|prime|lord)[\s-])*[\p{L}-]+$/iu;

const TYPES: Readonly<Record<Name['kind'], AnswerType>> = {
  person: 'person',
  organisation: 'organisation',
  place: 'place',
  name: 'name',
};

/** `span` is the name, `whole` the name with the role that follows it. */
const refusalOf = (sentence: ReadSentence, span: Span, whole: Span): string | null => {
  if (isEnclosed(sentence, span) !== null) return 'a name in quotes or brackets';
  if (SPEECH.test(sentence.statement)) return 'says who spoke, not who did it';
  const before = textBefore(sentence, span);
  const after = textAfter(sentence, whole);
  if (/^(?:,?\s(?:and|or)\s(?:[\p{Ll}-]+\s){0,2}?|\s&\s|,\s)\p{Lu}/u.test(after))
    return 'one of several names side by side';
  if (/\p{Lu}[\p{L}.]*(?:,|,?\s(?:and|or))\s(?:[\p{L}-]+\s){0,3}$/u.test(before))
    return 'one of several names side by side';
  if (/^['’-]/u.test(textAfter(sentence, span))) return 'a name that something else belongs to';
  return null;
};

/** The people of a sentence, each with the reason that speaks against asking for them, if there is one. */
export const findPeople = ({ article }: Reading, sentence: ReadSentence): Candidate[] => {
  const roled = readRoles(article.text, sentence.names, sentence.end)
    .filter(
      ({ role, order }) =>
        order === 'name-first' || !BARE_ROLE.test(article.text.slice(role.start, role.end)),
    )
    .map(({ name, role, order }) => ({ name, end: order === 'name-first' ? role.end : name.end }));
  const makers = sentence.names
    .filter((name) => name.words.length > 1 && MADE_BY.test(textBefore(sentence, name)))
    .filter((name) => !roled.some(({ name: { start } }) => start === name.start))
    .map((name) => ({ name, end: name.end }));
  return [...roled, ...makers].map(({ name, end }) => ({
    start: name.start,
    end: name.end,
    kind: 'who',
    answerType: TYPES[name.kind],
    place: null,
    confidence: 0.5,
    weight: 0.6,
    refusal: refusalOf(sentence, name, { start: name.start, end }),
  }));
};
