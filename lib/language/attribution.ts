/** Who says it: the words of a sentence that stand on someone else's word. */
import type { Span } from '@/lib/model';
import { childOf, childrenOf, isLabelled, spanOfWords, type Tree, type Word, wordsUnder } from './tree';

/** `verb` is the word of saying ("said", "according"); `speaker` the head of who says it, if named; `content` what is said. */
export type Attribution = {
  readonly verb: Word;
  readonly speaker: Word | null;
  readonly content: readonly Word[];
};

const SAYING = new Set(
  `say says said saying tell tells told add adds added explain explains explained argue argues argued claim claims claimed
  believe believes believed think thinks thought insist insists insisted admit admits admitted warn warns warned
  suggest suggests suggested state states stated note notes noted report reports reported announce announces announced
  declare declares declared deny denies denied estimate estimates estimated predict predicts predicted conclude
  concludes concluded show shows showed shown find finds found reveal reveals revealed hope hopes hoped fear fears feared
  maintain maintains maintained contend contends contended assert asserts asserted affirm affirms affirmed propose
  proposes proposed observe observes observed write writes wrote remark remarks remarked reply replies replied
  joke jokes joked recall recalls recalled emphasize emphasise emphasized emphasised stress stresses stressed point
  points pointed highlight highlights highlighted agree agrees agreed complain complained confirm confirms confirmed
  acknowledge acknowledges acknowledged hold holds held rule rules ruled decide decides decided allege alleged speculate speculated consider considers considered`.split(
    /\s+/u,
  ),
);

/** The attributions of a sentence; what no one vouches for by name is none. */
export const readAttributions = (tree: Tree): Attribution[] => {
  const found: Attribution[] = [];
  for (const word of tree.words) {
    if (word.low === 'according' && tree.words[word.index + 1]?.low === 'to') {
      const speaker = isLabelled(word, 'case')
        ? tree.words[word.head]
        : childOf(tree, word, 'obl', 'nmod', 'pobj');
      const left = new Set([word, ...(speaker === undefined ? [] : wordsUnder(tree, speaker))]);
      found.push({
        verb: word,
        speaker: speaker ?? null,
        content: tree.words.filter((other) => !left.has(other)),
      });
    }
    if (!SAYING.has(word.low) || (word.upos !== 'VERB' && word.upos !== 'AUX')) continue;
    const said = childOf(tree, word, 'ccomp');
    const speaker = childOf(tree, word, 'nsubj') ?? null;
    if (isLabelled(word, 'parataxis')) {
      // "…, he said, …": what follows him is said as well, whatever it hangs on.
      const own = new Set([word, ...(speaker === null ? [] : wordsUnder(tree, speaker))]);
      found.push({ verb: word, speaker, content: tree.words.filter((other) => !own.has(other)) });
    } else if (said !== undefined) found.push({ verb: word, speaker, content: wordsUnder(tree, said) });
  }
  return found;
};

/** Whether a stretch stands on someone's word, and whose. */
export const attributionOf = (attributions: readonly Attribution[], span: Span): Attribution | null =>
  attributions.find(({ content }) => {
    const { start, end } = spanOfWords(content);
    return (
      start <= span.start &&
      span.end <= end &&
      content.some((word) => word.start >= span.start && word.end <= span.end)
    );
  }) ?? null;

/** The words of an attribution that name the speaker. */
export const speakerWords = (tree: Tree, { speaker }: Attribution): readonly Word[] =>
  speaker === null
    ? []
    : wordsUnder(tree, speaker, (word) => childrenOf(tree, speaker, 'punct', 'acl').includes(word));
