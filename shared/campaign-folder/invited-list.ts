import * as z from 'zod';
import type { InvitedEntry } from '../campaign/campaign.ts';
import type { Localized } from '../i18n/mistakes/texts.ts';
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
  warnings: Localized<string>[];
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
  organization: line(maxFieldBytes).refine((name) => bytes(name) <= maxFieldBytes),
  email: emailAddress.optional(),
  website: line(maxFieldBytes)
    .refine((typed) => readWebsite(typed) !== undefined)
    .optional(),
}) satisfies z.ZodType<InvitedEntry, unknown>;

/** Reads `invited.csv`. An organization that is listed twice, by whatever spelling of its name, is a mistake. */
export function readInvitedList(text: string): CheckedInvitedList {
  const { rows, mistakes } = readListFile(text, list);
  const entries = new Map<string, InvitedEntry & { line: number }>();
  const addresses = new Map<string, number>();
  const warnings: Localized<string>[] = [];
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
    if (address && other) warnings.push((t) => t.warnings.invitedAddressTwice(file, number, other));
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
  if (link) return { ...where, words: (t) => t.lists.addressInName(name, link) };
  if (isPlaceholder(name)) return { ...where, words: (t) => t.lists.notAName(name) };
  return undefined;
}

function listedTwice(line: number, entry: InvitedEntry, first: InvitedEntry & { line: number }): Mistake {
  const { organization } = entry;
  return {
    file,
    line,
    key: 'organization',
    words: ({ lists: t }) =>
      organization === first.organization
        ? t.listedTwice(organization, first.line)
        : t.sameOrganization(organization, first.line, first.organization),
  };
}

const tooMany = (line: number): Mistake => ({
  file,
  line,
  words: (t) => t.lists.tooManyOrganizations(maxOrganizations),
});

function cellMistake(line: number, issue: z.core.$ZodIssue, cell: ListRow['cell']): Mistake {
  const key = String(issue.path[0] ?? 'organization');
  const value = cell(key);
  const where = { file, line, key };
  if (value === undefined) return { ...where, words: (t) => t.lists.noOrganization(key) };
  if (bytes(value) > maxFieldBytes)
    return { ...where, words: (t) => t.lists.tooManyBytes(key, maxFieldBytes) };
  if (key === 'email') return { ...where, words: (t) => t.lists.notEmail(value, true) };
  if (/\p{Cc}/u.test(value)) return { ...where, words: (t) => t.lists.lineBreak(key) };
  return { ...where, words: (t) => t.lists.notWebsite(value) };
}
