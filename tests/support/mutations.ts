/** Files as they come from hostile or broken hands: bytes turned, cut out, doubled, cut off; in archives inside, too. */
import { unzipSync, zipSync } from 'fflate';

type Random = () => number;

const at = (random: Random, length: number): number => Math.floor(random() * length);

const NASTY = [
  '{',
  '}}',
  '{{c1::',
  '=',
  '~',
  '"',
  '\t',
  '\n\n',
  '<![CDATA[',
  ']]>',
  '&#x110000;',
  '::',
  '\u0000',
  '%100%',
  '[image: ',
  '-'.repeat(2000),
];

const turnBytes = (bytes: Uint8Array, random: Random): Uint8Array => {
  const turned = bytes.slice();
  for (let count = 1 + at(random, 20); count > 0; count--)
    turned[at(random, turned.length)] = at(random, 256);
  return turned;
};

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const mutateFlat = (bytes: Uint8Array, random: Random): Uint8Array => {
  const [from, to] = [at(random, bytes.length), at(random, bytes.length)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  switch (at(random, 5)) {
    case 0:
      return bytes.slice(0, from);
    case 1:
      return joined(bytes.subarray(0, from), bytes.subarray(to));
    case 2:
      return joined(bytes.subarray(0, to), bytes.subarray(from));
    case 3: {
      const nasty = new TextEncoder().encode(NASTY[at(random, NASTY.length)] ?? '');
      return joined(bytes.subarray(0, from), nasty, bytes.subarray(from));
    }
    default:
      return turnBytes(bytes, random);
  }
};

/** One mutation of a file by chance; of an archive as often as not one of a part of it, so that more than its shell is tried. */
export const mutated = (bytes: Uint8Array, random: Random): Uint8Array => {
  if (bytes[0] !== 0x50 || random() < 0.4) return mutateFlat(bytes, random);
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  const name = names[at(random, names.length)] ?? '';
  const content = files[name] ?? new Uint8Array();
  return zipSync(
    { ...files, [name]: mutateFlat(content.length === 0 ? new Uint8Array(8) : content, random) },
    { level: 1 },
  );
};
