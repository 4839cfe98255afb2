import * as z from 'zod';
import type { InvitedEntry } from '../campaign/campaign.ts';
import { organizationKey } from '../organization/key.ts';
import { linkInName } from '../organization/link-in-name.ts';
import { isPlaceholder } from '../organization/placeholder.ts';
import { maxFieldBytes } from '../sign-on/field-refusals.ts';
import { readWebsite } from '../sign-on/website.ts';
import { emailAddress, line } from './fields.ts';
import { type ListFile, type ListRow, maxListMistakes, readListFile } from './list-file.ts';
import type { Mistake } from './mistakes.ts';

export interface CheckedInvitedList {
  entries: InvitedEntry[];
  mistakes: Mistake[];
  warnings: string[];
}

const file = 'invited.csv';
const list: ListFile = {
  file,
  columns: ['organization', 'email', 'website'],
  required: 'organization',
  exampleRow: 'Harbor Families,,harbor-families.example.org',
};

/** Organizations in a list, at most: `campaign invited` and the console show it as a whole. */
const maxOrganizations = 5000;

const bytes = (text: string): number => Buffer.byteLength(text);

const entrySchema = z.object({
  organization: line(maxFieldBytes).refine((name) => bytes(name) <= maxFieldBytes, { error: 'too long' }),
  email: emailAddress.optional(),
  website: line(maxFieldBytes)
    .refine((typed) => readWebsite(typed) !== undefined, { error: 'no website' })
    .optional(),
}) satisfies z.ZodType<InvitedEntry, unknown>;

/** Reads `invited.csv`. An organization that is listed twice, by whatever spelling of its name, is a mistake. */
export function readInvitedList(text: string): CheckedInvitedList {
  const { rows, mistakes } = readListFile(text, list);
  const entries = new Map<string, InvitedEntry & { line: number }>();
  const addresses = new Map<string, number>();
  const warnings: string[] = [];
  for (const row of rows) {
    if (mistakes.length >= maxListMistakes) break;
    if (row.mistake) mistakes.push(row.mistake);
    const { line: number } = row;
    const entry = readEntry(row, mistakes);
    if (!entry) continue;
    const key = organizationKey(entry.organization);
    const first = entries.get(key);
    if (first) {
      mistakes.push(listedTwice(number, entry, first));
      continue;
    }
    if (entries.size === maxOrganizations) {
      mistakes.push(tooMany(number));
      break;
    }
    entries.set(key, { ...entry, line: number });
    const address = entry.email?.toLowerCase();
    const other = address && addresses.get(address);
    if (address && other)
      warnings.push(
        `${file}, line ${number}: this address is already on line ${other}. It gets an invitation for each organization.`,
      );
    else if (address) addresses.set(address, number);
  }
  return {
    entries: [...entries.values()].map(({ line: _, ...entry }) => entry),
    mistakes,
    warnings,
  };
}

/** A row's entry; undefined if it has mistakes, which are added to `mistakes`. */
function readEntry({ line, cell }: ListRow, mistakes: Mistake[]): InvitedEntry | undefined {
  const parsed = entrySchema.safeParse({
    organization: cell('organization'),
    email: cell('email'),
    website: cell('website'),
  });
  if (!parsed.success) {
    mistakes.push(...parsed.error.issues.map((issue) => cellMistake(line, issue, cell)));
    return undefined;
  }
  const wrong = nameMistake(line, parsed.data.organization);
  if (wrong) mistakes.push(wrong);
  return wrong ? undefined : parsed.data;
}

function nameMistake(line: number, name: string): Mistake | undefined {
  const where = { file, line, key: 'organization' };
  const link = linkInName(name);
  if (link)
    return {
      ...where,
      message: `“${name}” contains ${link === 'link' ? 'a link' : 'an email address'}.`,
      cure: 'Write only the name of the organization. Addresses have columns of their own.',
    };
  if (isPlaceholder(name))
    return {
      ...where,
      message: `“${name}” is not the name of an organization.`,
      cure: 'Write the name of the organization, or remove the row.',
    };
  return undefined;
}

function listedTwice(line: number, entry: InvitedEntry, first: InvitedEntry & { line: number }): Mistake {
  const { organization } = entry;
  const message =
    organization === first.organization
      ? `“${organization}” is already on line ${first.line}.`
      : `“${organization}” is the organization of line ${first.line}, “${first.organization}”.`;
  return { file, line, key: 'organization', message, cure: 'Remove one of the two lines.' };
}

const tooMany = (line: number): Mistake => ({
  file,
  line,
  message: `The list has more than ${maxOrganizations} organizations.`,
  cure: 'Remove those that you do not expect to sign.',
});

function cellMistake(line: number, issue: z.core.$ZodIssue, cell: ListRow['cell']): Mistake {
  const key = String(issue.path[0] ?? 'organization');
  const value = cell(key);
  const where = { file, line, key };
  if (value === undefined)
    return {
      ...where,
      message: `${key} is missing.`,
      cure: 'Enter the name of the organization, or remove the row.',
    };
  if (bytes(value) > maxFieldBytes)
    return {
      ...where,
      message: `${key} is too long. The limit is ${maxFieldBytes} bytes.`,
      cure: 'Shorten it.',
    };
  if (key === 'email')
    return {
      ...where,
      message: `“${value}” is not an email address.`,
      cure: 'Write it like ana@example.org, or leave the cell empty.',
    };
  if (/\p{Cc}/u.test(value))
    return {
      ...where,
      message: `${key} contains a line break.`,
      cure: 'Remove the line break from the cell.',
    };
  return {
    ...where,
    message: `“${value}” is not the address of a website.`,
    cure: 'Write it like example.org or https://example.org/about, or leave the cell empty.',
  };
}
