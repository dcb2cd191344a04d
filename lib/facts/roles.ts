/** Who holds or held an office: people named beside a role that only one person has at a time, or given it by a verb. */
import { attributionOf } from '@/lib/language/attribution';
import type { Clause } from '@/lib/language/clauses';
import { type Name, readRoles } from '@/lib/language/names';
import { childrenOf, sureness, type Tree, type Word, wordsUnder } from '@/lib/language/tree';
import type { Span } from '@/lib/model';
import { type Candidate, isEnclosed, textAfter, textBefore } from './candidate';
import type { ReadSentence, Reading } from './reading';
import { gateOf } from './sentence-gate';

/** Roles that one person has at a time, given of what; a professor or an engineer is one of many. */
const UNIQUE_ROLE =
  /\b(?:president|chancellor|ambassador|governor|mayor|king|queen|emperor|empress|pope|minister|premier|secretary|archbishop|speaker|chair|chairman|chairwoman|director|founder|co-founder|leader|chief|head|ceo|commissioner|inventor|sultan|shah|caliph|khan|viceroy|rector|commander|architect|designer|discoverer|prince|princess)\b/iu;
/** Those that an adjective of place makes unique: "the Chilean president", but not "the Chilean architect". */
const OFFICE_OF_PLACE =
  /\b(?:president|chancellor|ambassador|governor|mayor|king|queen|emperor|empress|pope|minister|premier|sultan|shah|caliph|prince|princess)$/iu;
/** Without a word about of what or where, a role fits many. */
const BARE_ROLE = /^(?:(?:the|then|former|vice|deputy|prime|lord)[\s-])*[\p{L}-]+$/iu;
const SPEECH =
  /^,?\s(?:said|says|told|tells|adds|added|explains|explained|argues|argued|believes|thinks|insists|insisted|admits|admitted|claims|claimed|warns|warned|commented|suggests|suggested|noted)\b|\b(?:said|says|added|adds|explains|explained)\s$/iu;
/** Someone holds it still or held it: the sentence says of one of several. */
const ONE_OF = /^(?:an?|one of|another|deputy|vice|assistant)\b/iu;
const MOST_NAMES = 8;
const SURE_CLAUSE = 0.75;
const CONFIDENCE = 0.9;
const WEIGHT = 0.6;

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

const findBeside = ({ article }: Reading, sentence: ReadSentence): Candidate[] =>
  readRoles(article.text, sentence.names, sentence.end)
    .map((roled) => ({ ...roled, words: article.text.slice(roled.role.start, roled.role.end) }))
    .filter(
      ({ order, words }) =>
        UNIQUE_ROLE.test(words) &&
        !ONE_OF.test(words) &&
        (order === 'name-first' || (OFFICE_OF_PLACE.test(words) && !BARE_ROLE.test(words))),
    )
    .map(({ name, role }) => ({
      start: name.start,
      end: name.end,
      kind: 'role',
      answerType: 'person',
      place: null,
      confidence: CONFIDENCE,
      weight: WEIGHT,
      refusal: refusalOf(sentence, name, {
        start: Math.min(name.start, role.start),
        end: Math.max(name.end, role.end),
      }),
    }));

const GIVEN = /^(?:elected|appointed|crowned|named|chosen|made|inaugurated|proclaimed|declared)$/u;

/** "was elected president of Chile in 1920", "became the first mayor of Oslo". */
const officeOf = (tree: Tree, { predicate, isPassive }: Clause): Word | undefined => {
  const isGiven = isPassive && GIVEN.test(predicate.low);
  if (!isGiven && !/^(?:became|becomes)$/u.test(predicate.low)) return undefined;
  return childrenOf(tree, predicate, 'xcomp', 'obj').find(({ low }) => UNIQUE_ROLE.test(low));
};

const isOneOf = (tree: Tree, office: Word): boolean =>
  childrenOf(tree, office, 'det').some(({ low }) => low === 'a' || low === 'an') ||
  childrenOf(tree, office, 'amod', 'compound').some(({ low }) => ONE_OF.test(low));

const findGiven = (sentence: ReadSentence, tree: Tree): Candidate[] =>
  sentence.clauses.flatMap((clause): Candidate[] => {
    const { subject, predicate, ownsSubject, negation, hedge, certainty } = clause;
    const office = officeOf(tree, clause);
    if (office === undefined || subject === null || !ownsSubject || certainty < SURE_CLAUSE) return [];
    const name = sentence.names.find(({ start, end }) => start <= subject.start && subject.end <= end);
    if (name === undefined || name.words.length < 2 || !/^(?:person|name)$/u.test(name.kind)) return [];
    const { start, end } = name;
    const isSpecific = childrenOf(tree, office, 'nmod', 'nmod:poss').some(({ upos }) => upos === 'PROPN');
    if (!isSpecific || isOneOf(tree, office) || childrenOf(tree, subject, 'conj').length > 0) return [];
    const holds = wordsUnder(tree, subject).every((word) => word.start >= start || word.upos === 'DET');
    if (!holds || negation !== null || hedge !== null) return [];
    return [
      {
        start,
        end,
        kind: 'role',
        answerType: 'person',
        place: { role: 'subject', head: subject, clause: predicate },
        confidence: Math.min(certainty, sureness(office)),
        weight: WEIGHT,
        refusal: isEnclosed(sentence, name) === null ? null : 'a name in quotes or brackets',
      },
    ];
  });

/** The people of a sentence with the office that tells who they are, each with what speaks against asking for them. */
export const findRoles = (reading: Reading, sentence: ReadSentence): Candidate[] => {
  const { tree } = sentence;
  if (gateOf(sentence).question !== null) return [];
  return [...findBeside(reading, sentence), ...(tree === null ? [] : findGiven(sentence, tree))];
};
