import { StringDecoder } from 'node:string_decoder';
import type { SignatoryList } from '../operations/listing/list-signatories.ts';
import type { ListText } from './signatory-files.ts';

/** A text as it stands: its bytes, and how many each piece has. The first piece is the head, the last one the tail. */
export interface StandingText {
  bytes: AsyncIterable<Uint8Array>;
  pieces: number[];
}

/** The pieces of a text, in order. */
export async function* textPieces(
  { head, page, tail }: ListText,
  list: SignatoryList,
): AsyncGenerator<string> {
  yield head;
  for (let number = 1; number <= list.pageCount; number++) yield page(await list.page(number), number);
  yield tail;
}

/**
 * The text with the pieces of these pages made anew, and all others as they stand. The text is read once from its
 * beginning, so no other page of the list is needed.
 */
export async function* splicedText(
  { head, page, tail }: ListText,
  list: SignatoryList,
  pages: ReadonlySet<number>,
  { bytes, pieces }: StandingText,
  onPiece: (length: number) => void,
): AsyncGenerator<string> {
  const take = newReader(bytes);
  const decoder = new StringDecoder('utf8');
  for (const [index, length] of pieces.entries()) {
    const isKept = index > 0 && index < pieces.length - 1 && !pages.has(index);
    if (isKept) {
      for await (const part of take(length)) yield decoder.write(part);
      onPiece(length);
      continue;
    }
    for await (const _ of take(length));
    const piece =
      index === 0 ? head : index === pieces.length - 1 ? tail : page(await list.page(index), index);
    onPiece(Buffer.byteLength(piece));
    yield piece;
  }
}

/** Reads the next `length` bytes. */
function newReader(bytes: AsyncIterable<Uint8Array>): (length: number) => AsyncGenerator<Buffer> {
  const source = bytes[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  return async function* (length) {
    for (let left = length; left > 0; ) {
      if (rest.length === 0) {
        const { value, done } = await source.next();
        if (done) throw new Error('The text is shorter than its pieces.');
        rest = value;
      }
      const part = rest.subarray(0, left);
      rest = rest.subarray(part.length);
      left -= part.length;
      yield Buffer.from(part.buffer, part.byteOffset, part.length);
    }
  };
}
