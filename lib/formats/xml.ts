/** The one door to the parser of XML: no document types, no entities of the file's own. */
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { UnreadableFile } from './unreadable-file';

/** An element: attributes as `@name`, text as `#text`, children by name, each as a list. */
export type XmlElement = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  alwaysCreateTextNode: true,
  htmlEntities: false,
  isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && name !== '#text',
});

/** The root of a document. @throws UnreadableFile where it is not well-formed, or declares a type of its own. */
export const readXml = (text: string): XmlElement => {
  if (/<!(DOCTYPE|ENTITY)/iu.test(text)) {
    throw new UnreadableFile('This file declares XML entities of its own, which are not read for safety.');
  }
  try {
    SyntaxValidator.validate(text);
    return parser.parse(text) as XmlElement;
  } catch {
    throw new UnreadableFile('This XML is damaged: it is not well-formed.');
  }
};

const isElement = (value: unknown): value is XmlElement =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The children of this name, in order. */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] => {
  const found = element?.[name];
  return Array.isArray(found) ? found.filter(isElement) : [];
};

/** The first child of this name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  childrenOf(element, name)[0];

const stringOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The text of an element itself; empty where there is none. */
export const textIn = (element: XmlElement | undefined): string => stringOf(element?.['#text']);

export const attributeOf = (element: XmlElement | undefined, name: string): string =>
  stringOf(element?.[`@${name}`]);
