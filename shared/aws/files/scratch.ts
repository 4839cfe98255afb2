import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A file on the local disk for what is too large for memory. It has no name, so it is gone when its process ends. */
export interface ScratchFile {
  /** Bytes written so far. */
  size: number;
  /** Appends. One call at a time. */
  append(text: string): Promise<void>;
  /** The whole content. */
  stream(): Readable;
  /** Frees its space. Closing twice does no harm. */
  close(): Promise<void>;
}

/** Bytes. While pages are made, a small piece waits for the processor as long as a large one. */
const readAtOnce = 4 * 1024 * 1024;

export async function openScratch(): Promise<ScratchFile> {
  const path = join(tmpdir(), `undersigned-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  await unlink(path);
  const file: ScratchFile = {
    size: 0,
    append: async (text) => {
      const bytes = Buffer.from(text);
      await writeAll(handle, bytes, file.size);
      file.size += bytes.length;
    },
    stream: () => handle.createReadStream({ start: 0, autoClose: false, highWaterMark: readAtOnce }),
    close: () => handle.close(),
  };
  return file;
}

async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, position + at);
    at += bytesWritten;
  }
}
