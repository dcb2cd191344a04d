/** From a parsed page or chapter to blocks of plain text. Nothing of its markup comes along. */

/** Tags that begin a block of their own. */
const BLOCKS = new Set(
  'address article aside blockquote body br caption center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Tags whose text is not for reading. */
const SILENT = new Set(
  'audio button canvas datalist embed figcaption head iframe input math noscript object option rp rt script select style svg template textarea title video'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);
/** A page that is nested deeper than any real one is a trick; what lies below is passed over. */
const DEEPEST = 500;

/** What of a DOM's node is needed here; the trees of different parsers have it. */
export type TreeNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<TreeNode>;
};
type Place = { readonly nodes: ArrayLike<TreeNode>; index: number; readonly end: string };

const nameOf = (node: TreeNode): string => node.nodeName.toLowerCase().replace(/^.*:/u, '');

/** Marks of notes, such as "[3]", are no part of a sentence. */
const NOTE_MARK = /\[(?:\d{1,3}|[a-z]|note \d{1,2}|citation needed|edit)\]/gu;

const tidy = (block: string): string => block.replace(NOTE_MARK, '').replace(/\s+/gu, ' ').trim();

/**
 * The blocks of text below `root`, headings and paragraphs alike, in order; cells of one row of a table stand in one
 * block. Loops, since a hostile page is deeper than a stack.
 */
export const blocksBelow = (root: TreeNode): string[] => {
  const blocks: string[] = [];
  let block = '';
  const end = (): void => {
    const text = tidy(block);
    if (text !== '') blocks.push(text);
    block = '';
  };
  const stack: Place[] = [{ nodes: root.childNodes, index: 0, end: '' }];
  for (let place = stack.at(-1); place !== undefined; place = stack.at(-1)) {
    const node = place.nodes[place.index++];
    if (node === undefined) {
      stack.pop();
      if (CELLS.has(place.end)) block += ' ';
      else if (BLOCKS.has(place.end)) end();
      continue;
    }
    if (node.nodeType === 3 || node.nodeType === 4) block += node.nodeValue ?? '';
    const name = node.nodeType === 1 ? nameOf(node) : null;
    if (name === null || SILENT.has(name) || stack.length > DEEPEST) continue;
    if (CELLS.has(name)) block += ' ';
    else if (BLOCKS.has(name)) end();
    stack.push({ nodes: node.childNodes, index: 0, end: name });
  }
  end();
  return blocks;
};
