/** Who did what to whom: subjects, objects, agents and complements of certain clauses as candidates for an answer. */
import { clauseOf, type Clause } from '@/lib/language/clauses';
import {
  childOf,
  childrenOf,
  headOf,
  isLabelled,
  sureness,
  type Tree,
  type Word,
  wordsUnder,
} from '@/lib/language/tree';
import type { FactKind } from '@/lib/model';
import { answerPhrase, type AnswerPhrase } from './answer-phrase';
import { type AnswerRole, type Candidate, isEnclosed, textAfter } from './candidate';
import { isBareName, OF_MANY_LIVES } from './bare-names';
import type { ReadSentence, Reading } from './reading';
import { gateOf } from './sentence-gate';
import { TIGHT_ENOUGH, tightnessOf, vagueness } from './tightness';
import { isChatter, topicality } from './worth';

/** A word with what it does in the clause of a predicate. */
type Part = { readonly role: AnswerRole; readonly head: Word; readonly clause: Clause };

/** Below these the parse is wrong too often to ask for a part of the clause. */
const SURE_CLAUSE = 0.9;
const SURE_PART = 0.9;
const SURE_SPAN = 0.75;

/** "The X is Y" says of itself that Y is the one, and "by Y" that Y and no one else did it. */
const IDENTITY = 0.3;
const AGENCY = 0.25;
/** A common noun as subject is held less tightly than what its verb takes as an object. */
const SUBJECT_BY_KIND = -0.1;
/** "They launched an attack": one of several that they may have launched. */
const OBJECT_OF_SOME = -0.1;

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** "was elected khan", "is called the Delta": the complement names the subject. */
const NAMING = set(
  'elected named called appointed crowned dubbed renamed declared titled nicknamed termed baptised christened',
);
/** Verbs and adjectives with the preposition whose complement says which one. */
const IDENTIFYING = set(
  `named_after called_after consist_of consists_of consisted_of composed_of made_of made_from replaced_by replaced_with
  divided_into split_into derived_from derives_from based_on known_for bordered_by belongs_to belong_to belonged_to leads_to
  lead_to led_to results_in result_in resulted_in linked_to caused_by subject_to converted_into converted_to
  transformed_into renamed_to depends_on depend_on depended_on separated_from descended_from evolved_from attributed_to
  originated_from dedicated_to famous_for responsible_for specializes_in specialises_in succeeded_by dates_to feeds_on feed_on
  turned_into results_from result_from resulted_from
  arises_from arise_from arose_from stems_from stem_from stemmed_from connected_to attached_to limited_by surrounded_by covered_with covered_by filled_with
  known_as stored_in powered_by driven_by characterized_by characterised_by measured_in converted_to exhausts_into turned_into merged_with affiliated_with rich_in translated_into broken_into awarded_to given_to sold_to`,
);
const SAYING = set(
  'said says say told tells added adds explained commented noted stated announced wrote argued argues claimed',
);

const REPORTING =
  /^(?:report|reports|reported|announce|announced|announces|estimate|estimated|claim|claims|claimed)$/u;

const caseOf = (tree: Tree, word: Word): string =>
  childrenOf(tree, word, 'case')
    .map(({ low }) => low)
    .join('_');

const roleOf = (tree: Tree, clause: Clause, word: Word): AnswerRole | null => {
  const { predicate } = clause;
  if (isLabelled(word, 'obj') && clause.isPassive && NAMING.has(predicate.low)) return 'predicate';
  if (isLabelled(word, 'obj')) return 'object';
  if (isLabelled(word, 'obl:agent')) return caseOf(tree, word) === 'by' ? 'agent' : null;
  if (isLabelled(word, 'xcomp')) return NAMING.has(predicate.low) ? 'predicate' : null;
  if (isLabelled(word, 'obl')) {
    const key = `${predicate.low}_${caseOf(tree, word)}`;
    if (clause.isPassive && caseOf(tree, word) === 'by' && !/^(?:CD)$/u.test(word.xpos)) return 'agent';
    return IDENTIFYING.has(key) ? 'part' : null;
  }
  return null;
};

const isPlainSubject = ({ subject, ownsSubject, kind }: Clause): boolean =>
  subject !== null && ownsSubject && kind !== 'relative' && isLabelled(subject, 'nsubj', 'nsubj:pass');

/** "The capital of Kenya is Nairobi": definite on the one side, a name or a short phrase on the other. */
const isDefinite = (tree: Tree, word: Word): boolean =>
  childrenOf(tree, word, 'det').some(({ low }) => low === 'the') ||
  childrenOf(tree, word, 'nmod:poss').length > 0 ||
  word.upos === 'PROPN';

const partsOf = (tree: Tree, clause: Clause): Part[] => {
  const { predicate, subject } = clause;
  const found: Part[] = [];
  // "There was an attempt": being there identifies nothing.
  if (childOf(tree, predicate, 'expl') !== undefined) return found;
  const isNominal = clause.isCopular && /^(?:NOUN|PROPN)$/u.test(predicate.upos);
  if (isPlainSubject(clause) && subject !== null) {
    const identified = !isNominal || isDefinite(tree, predicate);
    if (identified && !(clause.isCopular && !isNominal))
      found.push({ role: 'subject', head: subject, clause });
  }
  if (
    isNominal &&
    subject !== null &&
    clause.ownsSubject &&
    isDefinite(tree, subject) &&
    subject.upos !== 'PROPN'
  )
    found.push({ role: 'predicate', head: predicate, clause });
  for (const word of childrenOf(tree, predicate)) {
    const role = roleOf(tree, clause, word);
    if (role !== null) found.push({ role, head: word, clause });
  }
  return found;
};

const ROLE_WEIGHT: Readonly<Partial<Record<AnswerRole, number>>> = {
  subject: 0.5,
  agent: 0.6,
  predicate: 0.6,
  part: 0.55,
  object: 0.45,
};

const kindOf = ({ answerType }: AnswerPhrase): FactKind =>
  answerType === 'person' || answerType === 'organisation' ? 'who' : 'statement';

/** "Anna, 34, ..." is how reports bring in those they talked to. */
const AGED = /^,\s(?:\d{1,3}|[a-z]+(?:-[a-z]+)?),\s/u;

/** "Activists built a hut" tells of some activists; "Plants store starch" tells of the kind. */
const isExistential = ({ role, clause }: Part, phrase: AnswerPhrase): boolean =>
  role === 'subject' && isIndefinite(phrase) && isPast(clause);

/** Who is known by three names or dates beside it, or was the first to do it, did it alone. */
const isOfManyLives = (
  sentence: ReadSentence,
  { clause: { predicate } }: Part,
  { end, answerType }: AnswerPhrase,
): boolean => {
  if (!OF_MANY_LIVES.has(predicate.low)) return false;
  // "Essex left Dublin": who leaves is a person or a team, whatever place has the name.
  if (answerType === 'place') return true;
  if (predicate.low === 'born' || predicate.low === 'died') return true;
  if (/\b(?:first|only|last|\p{L}{3,}est)\b/u.test(sentence.statement)) return false;
  const beside = [...sentence.names, ...sentence.dates].filter(({ start }) => start >= end);
  return beside.length < 3;
};

type Held = { readonly phrase: AnswerPhrase; readonly tightness: number };

const refusalOf = (
  reading: Reading,
  sentence: ReadSentence,
  part: Part,
  { phrase, tightness }: Held,
): string | null => {
  const { clause } = part;
  const enclosed = isEnclosed(sentence, phrase);
  const isMeaning = part.role === 'object' && /^means?$/u.test(clause.predicate.low);
  if (enclosed !== null && !(isMeaning && enclosed === 'quotes')) return `an answer in ${enclosed}`;
  if (part.role === 'object' && REPORTING.test(clause.predicate.low)) return 'tells what was said of it';
  if (clause.negation !== null) return 'says what is not so: many answers would fit';
  if (isChatter(clause.predicate)) return 'tells a scene or a feeling rather than a fact';
  if (part.role === 'subject' && SAYING.has(clause.predicate.low)) return 'says who spoke, not who did it';
  if (phrase.name !== null && AGED.test(textAfter(sentence, phrase)))
    return 'someone the article tells of, not of note';
  if (isExistential(part, phrase)) return 'tells of some that did it, not of which';
  if (part.role === 'subject' && isOfManyLives(sentence, part, phrase)) return 'many people did so';
  if (phrase.name !== null && isBareName(reading, sentence, phrase.name))
    return `“${phrase.name.text}” is named in part only`;
  const vague = vagueness(phrase);
  if (vague !== null) return vague;
  return tightness < TIGHT_ENOUGH ? 'many answers would fit' : null;
};

const confidenceOf = ({ role, head, clause }: Part, phrase: AnswerPhrase): number =>
  Math.min(clause.certainty, phrase.sureness, role === 'predicate' ? 1 : sureness(head));

/** The words that a clause says something with; a relative clause speaks of the noun it hangs on. */
const viewOf = (tree: Tree, { predicate, subject, ownsSubject, kind }: Clause): Word[] => {
  const isOutside = (word: Word): boolean =>
    word.head === predicate.index && isLabelled(word, 'conj', 'parataxis', 'advcl', 'ccomp');
  const own = wordsUnder(tree, predicate, isOutside);
  const noun =
    kind === 'relative' ? headOf(tree, predicate) : ownsSubject ? undefined : (subject ?? undefined);
  if (noun === undefined) return own;
  return [...wordsUnder(tree, noun, (word) => word === predicate), ...own];
};

const isIndefinite = ({ name, words }: AnswerPhrase): boolean =>
  name === null &&
  !/^(?:the|its|their|his|her|all)$/u.test(words[0]?.low ?? '') &&
  !words.some(({ upos, xpos }) => upos === 'PROPN' || xpos === 'POS');

const isPast = ({ finite }: Clause): boolean => /^(?:VBD|VBN)$/u.test(finite.xpos);

/** What the part's place in its clause adds to how tightly it is held. */
const ofPlace = ({ role, clause }: Part, phrase: AnswerPhrase): number => {
  const { answerType, words } = phrase;
  if (role === 'agent') return AGENCY;
  const isNominal = clause.isCopular && /^(?:NOUN|PROPN|NUM)$/u.test(clause.predicate.upos);
  if (role === 'predicate' || (role === 'subject' && isNominal)) return IDENTITY;
  if (role === 'object' && isIndefinite(phrase) && isPast(clause)) return OBJECT_OF_SOME;
  const isNamed = answerType !== 'phrase' || words.some(({ upos }) => upos === 'PROPN');
  return role === 'subject' && !isNamed ? SUBJECT_BY_KIND : 0;
};

const toCandidate = (reading: Reading, sentence: ReadSentence, tree: Tree, part: Part): Candidate | null => {
  const { role, head, clause } = part;
  const phrase = answerPhrase(sentence, head);
  if (phrase === null || phrase.sureness < SURE_SPAN) return null;
  const view = viewOf(tree, clause);
  const tightness =
    tightnessOf(sentence, phrase, clause.predicate, {
      inside: view,
      around: tree.words,
    }) + ofPlace(part, phrase);
  const base = (ROLE_WEIGHT[role] ?? 0.4) + (phrase.name === null ? 0 : 0.05);
  const weight = Math.min(1, base + 0.2 * topicality(reading, view) + 0.2 * (tightness - TIGHT_ENOUGH));
  return {
    start: phrase.start,
    end: phrase.end,
    kind: kindOf(phrase),
    answerType: phrase.answerType,
    place: { role, head, clause: clause.predicate },
    confidence: confidenceOf(part, phrase),
    weight,
    refusal: refusalOf(reading, sentence, part, { phrase, tightness }),
  };
};

/** The participants of a sentence's certain clauses, each with what speaks against asking for it. */
export const findParticipants = (reading: Reading, sentence: ReadSentence): Candidate[] => {
  const { tree, clauses } = sentence;
  if (tree === null || gateOf(sentence).question !== null) return [];
  return clauses
    .filter(({ certainty }) => certainty >= SURE_CLAUSE)
    .flatMap((clause) => partsOf(tree, clause))
    .filter(
      ({ role, head, clause }) =>
        role === 'predicate' || (sureness(head) >= SURE_PART && clauseOf(tree, clauses, head) === clause),
    )
    .flatMap((part) => toCandidate(reading, sentence, tree, part) ?? []);
};
