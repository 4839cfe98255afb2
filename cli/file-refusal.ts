import { conflict, notFound, type Refusal, unavailable } from './refusal.ts';

/** What is wrong with a path, and what to do, by the code that Node gives. */
const sentences: Record<string, (path: string) => string> = {
  EEXIST: (path) => `${path} exists already and is not replaced. Name another path.`,
  ENOENT: (path) => `${path} does not exist. Check the path. If it is a link, check what it leads to.`,
  ENOTDIR: (path) => `${path} leads through a file, as if it were a folder. Check the path.`,
  EISDIR: (path) => `${path} is a folder. Name a file.`,
  EACCES: (path) => `${path} cannot be used: you have no permission. Check its permissions.`,
  EPERM: (path) => `${path} cannot be used: you have no permission. Check its permissions.`,
  EROFS: (path) => `${path} cannot be written: its disk can only be read. Name another path.`,
  ELOOP: (path) => `${path} is a link that leads to itself. Name another path.`,
  ENAMETOOLONG: (path) => `${path} is too long. Name a shorter path.`,
  ENOSPC: (path) =>
    `${path} cannot be written: the disk is full. Free some space, and run the command again.`,
  EDQUOT: (path) =>
    `${path} cannot be written: your share of the disk is used up. Delete what you do not need.`,
};

/** The refusal for a path that cannot be read or written. Undefined for any other error. */
export function fileRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return undefined;
  // A program that cannot be started, such as a browser, is no path that somebody typed.
  if (String(error.syscall).startsWith('spawn')) return undefined;
  const sentence = sentences[String(error.code)];
  // An error while a file is written names no path.
  const path = 'dest' in error ? error.dest : 'path' in error ? error.path : undefined;
  if (!sentence && path === undefined) return undefined;
  const named = path === undefined ? 'A file' : String(path);
  const detail = sentence?.(named) ?? `${named} cannot be used (${error.code}). Check the path.`;
  switch (error.code) {
    case 'EEXIST':
      return conflict('It exists', detail);
    case 'ENOSPC':
    case 'EDQUOT':
      return unavailable('No space left', detail);
    default:
      return notFound(detail);
  }
}
