/** What was read in an article as a study set, without an app or a database. */
import type { DraftFact, DraftQuestion } from '@/lib/model';
import type { SetCard, SetQuestion, StudySet } from './study-set';

type Reading = { readonly facts: readonly DraftFact[]; readonly questions: readonly DraftQuestion[] };

/**
 * The facts of an article that have a question, each with the sentence that proves it. `name` tells one article from
 * another in the ids of the cards: the same article gives the same ids.
 */
export const articleSet = (title: string, name: string, { facts, questions }: Reading): StudySet => {
  const byKey = new Map(facts.map((fact) => [fact.key, fact]));
  const toQuestion = ({ form, prompt, context, answer, options, factKey }: DraftQuestion): SetQuestion => ({
    form,
    prompt,
    context,
    answer,
    options: options.map((option) => {
      const other = option.factKey === null || option.factKey === factKey ? null : byKey.get(option.factKey);
      return {
        text: option.text,
        feedback: other == null ? null : `It belongs elsewhere: “${other.statement}”`,
      };
    }),
  });
  const cards = facts.flatMap((fact): SetCard[] => {
    const own = questions.filter(({ factKey }) => factKey === fact.key);
    if (own.length === 0) return [];
    return [
      {
        id: `${name}-${fact.key}`,
        questions: own.map(toQuestion),
        proof: fact.statement,
        source: title,
        extra: null,
        tags: [title],
        suspended: false,
        memory: null,
        reviews: [],
      },
    ];
  });
  return { title, cards, media: [] };
};
