import { resolveTxt } from 'node:dns/promises';
import { getDomain } from 'tldts';
import { Failure } from '../../shared/failure.ts';
import type { ReadResult } from './finding.ts';

/** Looks up TXT records, each as a list of its parts. Throws errors of `node:dns`. */
export type TxtLookup = (name: string) => Promise<string[][]>;

/**
 * The TXT records of a mail domain's DMARC policy: those at `_dmarc.<domain>`, or those of its registered domain if
 * there are none (RFC 7489, section 6.6.3).
 */
export async function readDmarc(
  domain: string,
  lookUp: TxtLookup = resolveTxt,
): Promise<ReadResult<string[]>> {
  const registered = getDomain(domain) ?? domain;
  for (const name of new Set([domain, registered])) {
    try {
      const records = (await lookUp(`_dmarc.${name}`)).map((parts) => parts.join(''));
      if (records.length > 0) return { value: records };
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'ENOTFOUND' && code !== 'ENODATA')
        return { unread: new Failure('unavailable', 'DNS', code) };
    }
  }
  return { value: [] };
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'UnknownError';
