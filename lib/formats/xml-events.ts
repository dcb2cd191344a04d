/** XML of office files, as events. No entity is ever declared, so none can grow or fetch anything. */
import { Parser } from 'htmlparser2';
import { decodeText } from './decode';
import { UnreadableFile } from './unreadable-file';

export type XmlEvents = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/** Reads XML, names with their prefixes. @throws UnreadableFile where it declares entities. */
export const readXml = (bytes: Uint8Array, { open, close, text }: XmlEvents): void => {
  const xml = decodeText(bytes);
  if (/<!ENTITY/iu.test(xml)) {
    throw new UnreadableFile('This file refers to things outside itself (XML entities). It was not read.');
  }
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(name, attributes),
      onclosetag: (name) => close?.(name),
      ontext: (data) => text?.(data),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
};
