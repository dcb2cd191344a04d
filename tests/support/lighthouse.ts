/** A short article of our own for tests of what a language model proposes. */
import { finish, readArticleInSteps } from '@/lib/facts/reading';
import type { Article } from '@/lib/model';
import { askArticle } from '@/lib/questions/article-questions';
import type { Proposal } from '@/lib/questions/proposal';
import { parser } from './english-parser';

export const lighthouse: Article = {
  title: 'A tower by the sea',
  language: 'en',
  text: [
    [
      'The lighthouse at Corren Point was designed by the engineer Ida Marsh in 1874.',
      'Its lamp was first fed with whale oil.',
      'The sailors of Corren Point feared the reefs of Harrow Sound.',
    ],
    [
      'In 1921 the Northern Lights Board replaced the oil lamp of Corren Point with an electric lamp.',
      'The mayor of Corren, Paul Adler, said that the cliff may collapse within a decade.',
      'The harbour of Corren was closed to large ships because sand had filled its entrance.',
    ],
  ]
    .map((sentences) => sentences.join(' '))
    .join('\n\n'),
};

export const lighthouseReading = finish(readArticleInSteps(lighthouse, parser));
export const lighthouseOffline = askArticle({ article: lighthouse, parser, seed: 'seed' });

/** Good proposals that stand in the article. */
export const BOARD: Proposal = {
  quote: 'In 1921 the Northern Lights Board replaced the oil lamp of Corren Point with an electric lamp.',
  question: 'What replaced the oil lamp of Corren Point in 1921?',
  answer: 'the Northern Lights Board',
  wrong: [],
};
export const SAND: Proposal = {
  quote: 'The harbour of Corren was closed to large ships because sand had filled its entrance.',
  question: 'To what was the harbour of Corren closed after sand had filled its entrance?',
  answer: 'large ships',
  wrong: ['small boats', 'fishing crews', 'foreign traders'],
};
export const REEFS: Proposal = {
  quote: 'The sailors of Corren Point feared the reefs of Harrow Sound.',
  question: 'What did the sailors of Corren Point fear?',
  answer: 'the reefs of Harrow Sound',
  wrong: [],
};
