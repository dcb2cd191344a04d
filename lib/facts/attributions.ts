/** Who said, found or argued it: speakers as candidates, where the claim is worth keeping and the speaker is named. */
import type { Attribution } from '@/lib/language/attribution';
import { clauseOf } from '@/lib/language/clauses';
import { childOf, isLabelled, sureness, type Word } from '@/lib/language/tree';
import { answerPhrase } from './answer-phrase';
import { type Candidate, isEnclosed } from './candidate';
import { type ReadSentence, type Reading, stemOf } from './reading';
import { gateOf } from './sentence-gate';
import { vagueness } from './tightness';
import { topicality } from './worth';

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** What is said with these is a result or a position; what is only "said" is mostly talk. */
const WEIGHTY = set(
  `argue argues argued find finds found estimate estimates estimated conclude concludes concluded report reports
  reported show shows showed reveal reveals revealed warn warns warned announce announces announced declare declares
  declared propose proposes proposed predict predicts predicted suggest suggests suggested deny denies denied confirm
  confirms confirmed affirm affirms affirmed contend contends contended assert asserts asserted state stated rule ruled hold held decide decided acknowledge acknowledged
  according`,
);
const FEWEST_WORDS_OF_CLAIM = 7;
/** A claim needs something to hold on to: names or numbers, or the article's own matter. */
const FEWEST_ANCHORS = 2;

const anchorsOf = (content: readonly Word[]): number =>
  content.filter(({ upos }) => upos === 'PROPN' || upos === 'NUM').length;

const refusalOf = (
  reading: Reading,
  sentence: ReadSentence,
  { verb, content }: Attribution,
): string | null => {
  if (!WEIGHTY.has(verb.low)) return 'says who spoke: talk rather than a finding';
  const words = content.filter(({ upos }) => upos !== 'PUNCT');
  if (words.length < FEWEST_WORDS_OF_CLAIM) return 'the claim is too short to know the speaker by';
  if (words.some(({ text }) => /^(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our|me|us)$/u.test(text)))
    return 'talk rather than a finding';
  if (anchorsOf(content) < FEWEST_ANCHORS && topicality(reading, content) < 0.6)
    return 'many might have said so';
  return null;
};

/** The named speakers of a sentence, each with what speaks against asking for it. */
export const findAttributions = (reading: Reading, sentence: ReadSentence): Candidate[] => {
  const { tree, clauses, attributions } = sentence;
  if (tree === null || gateOf(sentence).attribution !== null) return [];
  return attributions.flatMap((attribution): Candidate[] => {
    const { speaker, verb, content } = attribution;
    if (speaker === null || childOf(tree, speaker, 'conj') !== undefined) return [];
    const phrase = answerPhrase(sentence, speaker);
    const name = phrase?.name ?? null;
    if (phrase === null || name === null || name.kind === 'place') return [];
    const known =
      /^\p{Lu}{3,}$/u.test(name.text) ||
      name.words.length > 1 ||
      name.kind === 'organisation' ||
      reading.titleWords.has(stemOf(name.text));
    if (!known) return [];
    const clause = clauseOf(tree, clauses, verb)?.predicate ?? verb;
    const loose = isLabelled(verb, 'root', 'ccomp', 'parataxis', 'case') ? 1 : 0.9;
    return [
      {
        start: phrase.start,
        end: phrase.end,
        kind: 'attribution',
        answerType: phrase.answerType,
        place: { role: 'speaker', head: speaker, clause },
        confidence: Math.min(loose, sureness(speaker), phrase.sureness),
        weight: 0.4 + 0.2 * topicality(reading, content),
        refusal:
          isEnclosed(sentence, phrase) === null
            ? (vagueness(phrase) ?? refusalOf(reading, sentence, attribution))
            : 'a speaker in quotes or brackets',
      },
    ];
  });
};
