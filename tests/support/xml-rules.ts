/** Rules of an XML format, as its specification has them, and what of a document breaks them. */
import { Parser } from 'htmlparser2';
import { SyntaxValidator } from 'fast-xml-validator';

export type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** In their order. */
  readonly children: XmlNode[];
  /** All text directly in it. */
  text: string;
};

/** The root of a well-formed document. */
export const treeOf = (xml: string): XmlNode => {
  SyntaxValidator.validate(xml);
  const document: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const node: XmlNode = { name, attributes, children: [], text: '' };
        open.at(-1)?.children.push(node);
        open.push(node);
      },
      ontext: (text) => {
        const node = open.at(-1);
        if (node !== undefined) node.text += text;
      },
      onclosetag: () => open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  const [root] = document.children;
  if (root === undefined || document.children.length > 1) throw new Error('a document has one root');
  return root;
};

/** Every element below `node` of this name, itself included. */
export const allOf = (node: XmlNode, name: string): XmlNode[] => [
  ...(node.name === name ? [node] : []),
  ...node.children.flatMap((child) => allOf(child, name)),
];

export type ElementRule = {
  /** What each attribute may hold. */
  readonly required?: Readonly<Record<string, RegExp>>;
  readonly optional?: Readonly<Record<string, RegExp>>;
  /** The names of its children one after the other, each with a space behind it. */
  readonly content: RegExp;
  /** What its own text may be; without, none but space. */
  readonly text?: RegExp;
};

const SPACE = /^\s*$/u;
/** Namespaces and where schemas lie: of XML itself, not of the format. */
const OF_XML = /^(xmlns(:.+)?|xsi:schemaLocation|xml:lang|xml:base)$/u;

/** What breaks `rules` in `node` and below, each with the way to it. An element without a rule breaks them. */
export const breaches = (node: XmlNode, rules: Readonly<Record<string, ElementRule>>, way = ''): string[] => {
  const at = `${way}/${node.name}`;
  const rule = rules[node.name];
  if (rule === undefined) return [`${at}: there is no such element`];
  const { required = {}, optional = {}, content, text = SPACE } = rule;
  const missing = Object.keys(required).filter((name) => node.attributes[name] === undefined);
  const wrong = Object.entries(node.attributes).filter(([name, value]) => {
    const may = required[name] ?? optional[name];
    return may === undefined ? !OF_XML.test(name) : !may.test(value);
  });
  const children = node.children.map(({ name }) => `${name} `).join('');
  return [
    ...missing.map((name) => `${at}: ${name} is missing`),
    ...wrong.map(([name, value]) => `${at}: ${name}="${value}"`),
    ...(content.test(children) ? [] : [`${at}: holds ${children === '' ? 'nothing' : children}`]),
    ...(text.test(node.text) ? [] : [`${at}: says “${node.text.slice(0, 40)}”`]),
    ...node.children.flatMap((child) => breaches(child, rules, at)),
  ];
};
