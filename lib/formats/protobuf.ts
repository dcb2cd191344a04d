/** As much of protocol buffers as Anki's files need: the fields of one message by their numbers. */

export type Message = ReadonlyMap<number, readonly (number | Uint8Array)[]>;

/** Reads a message; what cannot be one ends it there. Groups and fixed numbers are passed over. */
export const readMessage = (bytes: Uint8Array): Message => {
  const fields = new Map<number, (number | Uint8Array)[]>();
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; at < bytes.length && shift < 64; shift += 7) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const key = varint();
    const number = Math.floor(key / 8);
    const found = fields.get(number) ?? [];
    switch (key % 8) {
      case 0:
        found.push(varint());
        break;
      case 1:
        at += 8;
        break;
      case 2: {
        const length = varint();
        if (length > bytes.length - at) return fields;
        found.push(bytes.subarray(at, at + length));
        at += length;
        break;
      }
      case 5:
        at += 4;
        break;
      default:
        return fields;
    }
    fields.set(number, found);
  }
  return fields;
};

/** The first text of a field; empty where there is none. */
export const textField = (message: Message, number: number): string => {
  const [value] = message.get(number) ?? [];
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : '';
};

/** The first number of a field; 0 where there is none, as in the format itself. */
export const numberField = (message: Message, number: number): number => {
  const [value] = message.get(number) ?? [];
  return typeof value === 'number' ? value : 0;
};
