/** Where it happened: places behind a preposition of place as candidates. */
import { clauseOf } from '@/lib/language/clauses';
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
import { answerPhrase, type AnswerPhrase } from './answer-phrase';
import { type Candidate, isEnclosed } from './candidate';
import type { ReadSentence, Reading } from './reading';
import { gateOf } from './sentence-gate';
import { TIGHT_ENOUGH, tightnessOf, vagueness } from './tightness';
import { isChatter, topicality } from './worth';

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

const PREPOSITIONS = set(
  'in at near on from to into through across off along beneath beside outside under between',
);
/** Behind these an event has its place; a person's posture or mood has not. */
const PLACE_NOUNS = set(
  `city town village capital island river lake sea ocean mountain mountains valley desert forest coast delta bay gulf
  building house palace castle museum library university college school laboratory lab hospital church cathedral
  monastery temple park garden square street district region province county state country continent harbour harbor
  port airport station theatre theater stadium field battlefield cave canyon gorge plain plains plateau peninsula
  channel strait border headquarters factory prison cemetery tomb neighbourhood neighborhood suburb orbit atmosphere
  campus stomach brain liver blood lung lungs kidney kidneys nucleus membrane cytoplasm cell cells soil seabed crust mantle`,
);
/** Verbs of going say where to only with these; with others the preposition tells something else. */
const WAYS = set('from to into through');
const MOVING = set(
  `move moved moves go went goes travel traveled travelled travels emigrate emigrated migrate migrated flow flows flowed
  flee fled return returned returns sail sailed extend extends extended stretch stretches stretched run runs ran send
  sent bring brought transfer transferred transferred relocate relocated exiled deported spread spreads march marched
  import imported export exported retreat retreated expand expanded shipped come came comes originate originated
  drain drains empty empties`,
);

/** Below these the words are too often no place of this verb at all. */
const SURE_SPAN = 0.75;
const SURE_PLACE = 0.5;
/** What being the verb's own place adds. */
const SELECTED = 0.15;

/** With these, "in" and "at" before a name say where, whatever else the name may be. */
const LOCATING = set(
  `born died buried located situated based headquartered lies lie lay lived lives live settled raised grew held built
  erected founded arrested imprisoned exiled discovered found crowned killed signed inked stationed educated`,
);
/** Before a name these can only mean a place. */
const ALWAYS_OF_PLACE = set('near across beneath outside');
/** Of a noun a place says where only if the noun happens or stands somewhere. */
const EVENTS = set(
  `meeting battle summit conference festival war election ceremony congress session trial exhibition fair match race
  tournament siege campaign concert uprising revolt revolution strike riot earthquake eruption flood fire explosion
  massacre wedding funeral coronation birth death debut premiere treaty talks negotiations visit expedition school
  university museum laboratory church castle palace headquarters factory mine capital port campus home base`,
);

/** Whether the phrase is a place for certain. */
const isPlacePhrase = (phrase: AnswerPhrase, verb: Word, preposition: string): boolean => {
  const { name, head, words } = phrase;
  if (name === null) return PLACE_NOUNS.has(head.low) && words.length > 2 && words[0]?.low === 'the';
  if (name.kind === 'place') return true;
  if (PLACE_NOUNS.has(name.words.at(-1)?.toLowerCase() ?? '')) return true;
  if (name.kind === 'organisation') return preposition === 'at';
  if (name.kind === 'person') return false;
  return ALWAYS_OF_PLACE.has(preposition) || (LOCATING.has(verb.low) && /^(?:in|at)$/u.test(preposition));
};

const isLocative = (tree: Tree, word: Word, phrase: AnswerPhrase): boolean => {
  const [only, ...others] = childrenOf(tree, word, 'case');
  const head = headOf(tree, word);
  if (only === undefined || head === undefined || others.length > 0) return false;
  if (!PREPOSITIONS.has(only.low)) return false;
  if (WAYS.has(only.low) && !MOVING.has(head.low)) return false;
  const isOfNamed = head.upos === 'PROPN' && !isLabelled(head, 'nsubj');
  if (isLabelled(word, 'nmod') && !EVENTS.has(head.low) && !isOfNamed) return false;
  return isPlacePhrase(phrase, head, only.low);
};

/** "The pact, signed in Oslo, …": as much a place of the sentence as one of its verb. */
export const isOfSubject = (tree: Tree, word: Word): boolean => {
  const participle = headOf(tree, word);
  if (participle === undefined || !isLabelled(participle, 'acl') || !LOCATING.has(participle.low))
    return false;
  const subject = headOf(tree, participle);
  return subject !== undefined && isLabelled(subject, 'nsubj');
};

const refusalOf = (
  sentence: ReadSentence,
  phrase: AnswerPhrase,
  predicate: Word,
  tightness: number,
): string | null => {
  const enclosed = isEnclosed(sentence, phrase);
  if (enclosed !== null) return `a place in ${enclosed}`;
  if (isChatter(predicate)) return 'tells a scene or a feeling rather than a fact';
  const vague = vagueness(phrase);
  if (vague !== null) return vague;
  const side = /^,?\s(?:and|or)\s(?:in\s|at\s|the\s)*\p{Lu}/u.test(
    sentence.statement.slice(phrase.end - sentence.start),
  );
  if (side) return 'one of several places side by side';
  return tightness < TIGHT_ENOUGH ? 'many places would fit' : null;
};

/** The places of a sentence's events, each with what speaks against asking for it. */
export const findWhere = (reading: Reading, sentence: ReadSentence): Candidate[] => {
  const { tree, clauses } = sentence;
  if (tree === null || gateOf(sentence).question !== null) return [];
  return tree.words
    .filter((word) => isLabelled(word, 'obl', 'nmod') && !isLabelled(word, 'nmod:poss'))
    .flatMap((word): Candidate[] => {
      const phrase = answerPhrase(sentence, word);
      const clause = clauseOf(tree, clauses, word);
      if (phrase === null || clause === undefined || !isLocative(tree, word, phrase)) return [];
      if (childOf(tree, word, 'conj') !== undefined) return [];
      const { predicate } = clause;
      // Deeper inside a phrase a place only says more about a detail.
      if (
        word.head !== predicate.index &&
        tree.words[word.head]?.head !== predicate.index &&
        !isOfSubject(tree, word)
      )
        return [];
      const isOwn = word.head === predicate.index && isLabelled(word, 'obl');
      const view = wordsUnder(
        tree,
        predicate,
        (other) => other.head === predicate.index && isLabelled(other, 'conj', 'parataxis'),
      );
      const tightness =
        tightnessOf(sentence, phrase, predicate, { inside: view, around: tree.words }) +
        (isOwn ? SELECTED : 0);
      if (clause.negation !== null || phrase.sureness < SURE_SPAN || sureness(word) < SURE_PLACE) return [];
      const isAside = clause.kind === 'relative' || clause.kind === 'adverbial';
      const head = headOf(tree, word)?.low ?? '';
      if (isAside && !LOCATING.has(head) && !MOVING.has(head)) return [];
      return [
        {
          start: phrase.start,
          end: phrase.end,
          kind: 'where',
          answerType: phrase.name?.kind === 'organisation' ? 'organisation' : 'place',
          place: { role: isOwn ? 'where' : 'part', head: word, clause: predicate },
          confidence: Math.min(clause.certainty, sureness(word), phrase.sureness),
          weight: Math.min(
            1,
            (isOwn ? 0.45 : 0.35) + 0.2 * topicality(reading, view) + 0.2 * (tightness - TIGHT_ENOUGH),
          ),
          refusal: refusalOf(sentence, phrase, predicate, tightness),
        },
      ];
    });
};
