import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { openScratch, type ScratchFile } from './scratch.ts';

/** A body with its length and digest. */
export interface MeasuredBody {
  digest: string;
  length: number;
  /** The body for one attempt at writing. If it is `isReadOnce`, each attempt needs its own. */
  open(): string | Uint8Array | Readable;
  isReadOnce: boolean;
  close(): Promise<void>;
}

/** A text that is longer than this is kept on disk until it is written. */
const maxBytesInMemory = 1024 * 1024;

/** The digest includes `headers`: a file with other headers is another file. */
export async function measureBody(
  body: string | Uint8Array | AsyncIterable<string>,
  headers: string,
): Promise<MeasuredBody> {
  const hash = createHash('sha256').update(headers);
  if (typeof body === 'string' || body instanceof Uint8Array) {
    const digest = hash.update(body).digest('base64url');
    return {
      digest,
      length: Buffer.byteLength(body),
      open: () => body,
      isReadOnce: false,
      close: async () => {},
    };
  }
  let held: string[] = [];
  let heldLength = 0;
  let file: ScratchFile | undefined;
  const spill = async (): Promise<void> => {
    file ??= await openScratch();
    await file.append(held.join(''));
    held = [];
    heldLength = 0;
  };
  try {
    for await (const piece of body) {
      hash.update(piece);
      held.push(piece);
      heldLength += piece.length;
      if (heldLength > maxBytesInMemory) await spill();
    }
    if (file) await spill();
  } catch (error) {
    await file?.close();
    throw error;
  }
  const digest = hash.digest('base64url');
  const written = file;
  if (written)
    return { digest, length: written.size, open: written.stream, isReadOnce: true, close: written.close };
  const text = held.join('');
  return {
    digest,
    length: Buffer.byteLength(text),
    open: () => text,
    isReadOnce: false,
    close: async () => {},
  };
}
