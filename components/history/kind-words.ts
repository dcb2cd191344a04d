/** Kinds of fact in words. */

const KINDS: Readonly<Record<string, string>> = {
  when: 'When',
  where: 'Where',
  who: 'Who',
  role: 'Role',
  definition: 'Definition',
  acronym: 'Acronym',
  quantity: 'How much',
  comparison: 'Comparison',
  cause: 'Cause',
  purpose: 'Purpose',
  member: 'Belongs to',
  attribution: 'Who said so',
  statement: 'Other',
};

/** What a kind of fact is called on a page. */
export const kindWords = (kind: string): string => KINDS[kind] ?? kind;
