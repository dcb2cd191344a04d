/**
 * How tightly the rest of a clause holds an answer: whether someone who knows the matter would give this answer and
 * no other. It is a sum of evidence, not a probability. For it speak names, numbers, dates, superlatives and content
 * words that remain in view, and an answer that is a name or a definite phrase; against it speak verbs that go with
 * anything ("have", "include") and indefinite answers.
 */
import { isLabelled, type Word } from '@/lib/language/tree';
import type { Span } from '@/lib/model';
import type { AnswerPhrase } from './answer-phrase';
import type { ReadSentence } from './reading';
import { POINTING_HEADS } from './word-lists';

/** Below this more than one answer fits as a rule. */
export const TIGHT_ENOUGH = 0.5;

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** Verbs that take almost any partner. */
const LOOSE_VERBS = set(
  `have has had do does did make makes made get gets got give gives gave given take takes took taken use uses used
  include includes included involve involves involved become becomes became need needs needed want wants wanted see
  sees saw seen provide provides provided offer offers offered show shows showed shown help helps helped keep keeps
  kept bring brings brought put puts feature features featured continue continues continued play plays played allow
  allows allowed enjoy enjoys enjoyed face faces faced remain remains remained require requires required find finds
  add adds added affect affects affected consider considers considered hold holds held   exist exists existed come comes came go goes went begin begins
  began start starts started turn turns turned seem seems seemed appear appears appeared visit visits visited
  increase increases increased like likes liked change changes changed move moves moved discuss
  discusses discussed say says said run runs ran think thinks thought reach reaches reached
  hit hits know knows knew tell tells told look looks looked try tries tried ask asks asked work works worked live lives
  lived meet meets met spend spends spent pass passes passed mention mentions mentioned describe describes described
  present presents presented develop develops experience experiences experienced `,
);

/** Verbs that one partner alone goes with, as a rule. */
const TIGHT_VERBS = set(
  `found founded invent invents invented discover discovers discovered coin coined born elect elected crown crowned
  name named appoint appointed win wins won defeat defeats defeated marry married succeed succeeded replace replaces
  replaced establish established patent patented compose composed commission commissioned assassinate assassinated
  kill killed sign signed ratify ratified abolish abolished conquer conquered separate separates separated
  connect connects connected divide divides divided govern governs governed border borders bordered verify verified
  design designed overthrow overthrew overthrown introduce introduced found capture captured own owns owned isolate
  isolated cause causes caused prove proved call called publish published rename renamed rule ruled carry carries
  destroy destroyed ban banned mean means produce produces store stores
  absorb absorbs convert converts transport transports regulate regulates control controls surround surrounds
  secrete secretes synthesize synthesizes enclose encloses catalyze catalyzes emit emits oppose opposes`,
);

/** Of made things the maker is one, while a maker makes many things. */
const MADE = set('created formed built written painted made carved developed produced organised organized');

const CONTENT = /^(?:NOUN|VERB|ADJ|NUM|PROPN)$/u;
const SUPERLATIVE = set(
  'first last only largest biggest smallest highest lowest oldest youngest longest shortest tallest best worst most least main sole chief',
);
const GENERIC_NOUNS = set(
  `people thing things way ways time times part parts place places man men woman women person one ones lot number
  kind kinds type types example examples fact facts case cases problem problems work world life day days others
  something anything everything someone everyone nothing group groups area areas side sides issue issues change
  changes role effect effects use result results form forms point step steps plan plans process phase phases stage stages reason reasons`,
);
/** Heads that only count or point to what hangs on them: "the majority of", "the potential of". */
const EMPTY_HEADS = set(
  `majority minority number range series amount list variety lack rest share portion half part parts set sort pair lot
  dozens hundreds thousands millions potential ability possibility opportunity importance need aspect element use
  existence presence absence level degree extent rate sense matter question issue claim chance risk attempt`,
);
const ONE_OF_A_KIND = set('sun moon earth sky internet world equator atmosphere brain heart universe');
const MISSING = set(
  `some many several few other others another most more various certain different any such much each every both
  numerous no none`,
);
/** Adjectives that compare with something outside the answer, or only praise it. */
const COMPARING = set(
  `new same next previous following recent current former latter initial original further additional equivalent similar
  main major minor important sufficient necessary small large big good great special own whole full entire usual common`,
);

const isPointing = (low: string): boolean =>
  POINTING_HEADS.has(low) ||
  POINTING_HEADS.has(low.replace(/s$/u, '')) ||
  POINTING_HEADS.has(low.replace(/ies$/u, 'y'));

const isWithin = (word: Word, span: Span): boolean => span.start <= word.start && word.end <= span.end;

/** The phrase says how many rather than which, or points outside itself; in plain words, or `null`. */
export const vagueness = ({ words, head, name }: AnswerPhrase): string | null => {
  const loose = words.find((word) => MISSING.has(word.low) && !isLabelled(word, 'advmod'));
  if (loose !== undefined) return `“${loose.text}” says how many rather than which`;
  if (
    words.some(
      (word) => word.xpos === 'PRP$' || /^(?:this|that|these|those)$/u.test(word.low) || word.upos === 'PRON',
    )
  )
    return 'the answer points outside itself';
  const graded = words.some(({ upos }) => upos === 'PROPN')
    ? undefined
    : words.find(({ xpos }) => /^(?:JJ|RB)[RS]$/u.test(xpos));
  if (graded !== undefined) return `“${graded.text}” describes the answer by comparing it`;
  const comparing = words.find(
    ({ low, upos, text }) =>
      upos === 'ADJ' && COMPARING.has(low) && (text === low || text === words[0]?.text),
  );
  if (comparing !== undefined) return `“${comparing.text}” compares with something outside the answer`;
  if (words.some(({ upos }) => upos === 'NUM') && name === null) return 'an amount rather than a thing';
  const content = words.filter(({ upos }) => CONTENT.test(upos));
  const isNamed = words.some(({ upos }) => upos === 'PROPN');
  if (!isNamed && words[0]?.low === 'the' && content.length < 2 && !ONE_OF_A_KIND.has(head.low))
    return `“the ${head.text}” does not say which`;
  if (!isNamed && words[0]?.low === 'the' && isPointing(head.low) && words.at(-1) === head)
    return `“the ${content.map(({ text }) => text).join(' ')}” does not say which`;
  const counts = words.some(({ low }) => low === 'of') || content.length < 2;
  if (EMPTY_HEADS.has(head.low) && name === null && counts) return `“${head.text}” is no answer by itself`;
  if (GENERIC_NOUNS.has(head.low) && name === null && words.length < 4)
    return `“${head.text}” is no answer by itself`;
  return null;
};

const evidenceOfWord = (word: Word): number => {
  if (SUPERLATIVE.has(word.low) || /^(?:JJS|RBS)$/u.test(word.xpos)) return 0.25;
  if (word.upos === 'NUM') return 0.2;
  if (word.upos === 'PROPN') return 0.12;
  return CONTENT.test(word.upos) ? 0.06 : 0;
};

/** What an answer's own form adds, and how much the rest of the clause can add at most. */
type Form = { readonly own: number; readonly most: number };

const formOf = ({ name, words }: AnswerPhrase): Form => {
  if (name !== null) return { own: name.words.length > 1 ? 0.3 : 0.25, most: 0.6 };
  const first = words[0]?.low ?? '';
  const rich = words.filter(({ upos }) => CONTENT.test(upos)).length > 1;
  if (words.some(({ upos }) => upos === 'PROPN')) return { own: 0.2, most: 0.5 };
  if (first === 'the') return { own: rich ? 0.25 : 0.05, most: 0.4 };
  if (first === 'a' || first === 'an') return { own: rich ? 0.15 : -0.15, most: 0.35 };
  return { own: rich ? 0.15 : -0.1, most: 0.35 };
};

const ofVerb = ({ low, upos, xpos }: Word): number => {
  if (upos !== 'VERB') return 0;
  if (xpos === 'VBN' && MADE.has(low)) return 0.2;
  if (LOOSE_VERBS.has(low)) return -0.25;
  return TIGHT_VERBS.has(low) ? 0.2 : 0.05;
};

/** What a word outside the clause counts, against one inside. */
const AROUND = 0.3;

/** The words of the clause that holds the answer, and those around it that say what it speaks of. */
export type View = { readonly inside: readonly Word[]; readonly around: readonly Word[] };

const evidenceOf = (words: readonly Word[]): number =>
  words.reduce((sum, word) => sum + evidenceOfWord(word), 0);

/** 0..1 for an answer in the clause of `predicate`. */
export const tightnessOf = (
  sentence: ReadSentence,
  phrase: AnswerPhrase,
  predicate: Word,
  { inside, around }: View,
): number => {
  const left = inside.filter((word) => !isWithin(word, phrase) && word !== predicate);
  const beside = around.filter((word) => !isWithin(word, phrase) && !inside.includes(word));
  const { own, most } = formOf(phrase);
  const seen = Math.min(most, evidenceOf(left) + AROUND * evidenceOf(beside));
  const inner = phrase.words.some((word) => isLabelled(word, 'conj')) ? -0.1 : 0;
  const dated = sentence.dates.some(({ start, end }) => start >= phrase.end || end <= phrase.start) ? 0.1 : 0;
  return Math.max(0, Math.min(1, seen + own + ofVerb(predicate) + inner + dated));
};
