/** The network as it stands in the weights: its products and small vectors, put together. */
import type { ArcScorer, LabelScorer } from './biaffine';
import type { Kernel, Product, Recurrence } from './kernel';
import type { GateInput } from './embedding';
import type { Layer } from './lstm';
import type { ByteMatrix, Weights } from './weights-file';

/** Matrices of equal width, one below the other, so that one product serves all. */
const stack = (matrices: readonly ByteMatrix[]): ByteMatrix => {
  const rows = matrices.reduce((sum, matrix) => sum + matrix.rows, 0);
  const cols = matrices[0]?.cols ?? 0;
  const scales = new Float32Array(rows);
  const numbers = new Int8Array(rows * cols);
  let row = 0;
  for (const matrix of matrices) {
    scales.set(matrix.scales, row);
    numbers.set(matrix.numbers, row * cols);
    row += matrix.rows;
  }
  return { rows, cols, scales, numbers };
};

export type Network = {
  readonly embedded: GateInput;
  readonly layers: readonly Layer[];
  readonly tagger: { readonly product: Product; readonly bias: Float32Array };
  /** Four views of a word, one after the other: as head and dependent of an arc, as head and dependent of a label. */
  readonly views: Product;
  readonly viewBias: Float32Array;
  readonly arcs: ArcScorer;
  readonly labels: LabelScorer;
};

const needed = <Part>(part: Part | undefined): Part => {
  if (part === undefined) throw new Error('the kernel made too little');
  return part;
};

const WAYS = ['forward', 'backward'] as const;
const VIEWS = ['arc.head', 'arc.dependent', 'label.head', 'label.dependent'];

const joinVectors = (vectors: readonly Float32Array[]): Float32Array =>
  Float32Array.from(vectors.flatMap((vector) => [...vector]));

export const buildNetwork = ({ sizes, labels, matrix, vector }: Weights, kernel: Kernel): Network => {
  const levels = Array.from({ length: sizes.layers }, (_, level) => `lstm${level}`);
  const wanted = new Map<string, ByteMatrix>([
    ...['tag.weights', 'arc.weights', 'label.weights'].map((name) => [name, matrix(name)] as const),
    ['views', stack(VIEWS.map(matrix))],
    ['embedded', stack(WAYS.map((way) => matrix(`lstm0${way}.input`)))],
  ]);
  const made = kernel({
    products: [...wanted.values()],
    recurrences: levels.flatMap((level) => WAYS.map((way) => matrix(`${level}${way}.recurrent`))),
  });
  const products = new Map([...wanted.keys()].map((name, index) => [name, made.products[index]]));
  const product = (name: string): Product => needed(products.get(name));
  const recurrence = (level: number, way: 0 | 1): Recurrence => {
    const found = needed(made.recurrences[level * 2 + way]);
    found.gates.set(vector(`lstm${level}${WAYS[way]}.bias`));
    return found;
  };
  const none = new Float32Array(sizes.label);
  return {
    embedded: {
      product: product('embedded'),
      bias: joinVectors(WAYS.map((way) => vector(`lstm0${way}.bias`))),
    },
    layers: levels.map((_, level) => ({
      hidden: sizes.hidden,
      recurrences: [recurrence(level, 0), recurrence(level, 1)],
    })),
    tagger: { product: product('tag.weights'), bias: vector('tag.bias') },
    views: product('views'),
    viewBias: joinVectors([
      vector('arc.headBias'),
      vector('arc.dependentBias'),
      none,
      vector('label.dependentBias'),
    ]),
    arcs: {
      width: sizes.arc,
      bend: product('arc.weights'),
      bias: vector('arc.bias'),
      root: vector('arc.root'),
      distance: vector('arc.distance'),
    },
    labels: {
      width: sizes.label,
      choose: product('label.weights'),
      bias: vector('label.bias'),
      root: vector('label.root'),
      rootLabel: labels.indexOf('root'),
    },
  };
};
