import * as z from 'zod';
import { allShards, parseItemKey } from '../../table/keys.ts';
import type { MailTask, SiteTask } from '../../table/tasks.ts';

/** A changed item, with the attributes that `dispatch` reads. */
export const changedItemSchema = z.object({
  PK: z.string(),
  SK: z.string(),
  pendingMail: z.string().optional(),
  /** Of a sign-on that was confirmed once. */
  keep: z.string().optional(),
  dirty: z.string().optional(),
  siteRetryAt: z.string().optional(),
  status: z.string().optional(),
  pendingLetterMail: z.string().optional(),
  pendingPublicationMail: z.string().optional(),
  pendingSupplementMail: z.string().optional(),
});
export type ChangedItem = z.infer<typeof changedItemSchema>;

export interface ChangeTasks {
  mail: MailTask[];
  /** Mails for sign-ons that were never confirmed. */
  confirmations: MailTask[];
  site: SiteTask[];
}

/**
 * The tasks that a change calls for. A new `pendingMail` mark calls for a mail, a change of what is shown calls for the
 * site job, and marks on the gate call for the mails of the publication: to the recipient first, if the letter goes by
 * mail. Pure, so a repeated record calls for the same tasks.
 */
export function tasksForChange(changed: ChangedItem, old: ChangedItem | undefined): ChangeTasks {
  const mail: MailTask[] = [];
  const confirmations: MailTask[] = [];
  const site: SiteTask[] = [];
  const { PK, SK } = changed;
  const item = parseItemKey(changed);
  const isUnconfirmed = item?.kind === 'sign-on' && changed.keep === undefined;
  if (changed.pendingMail && changed.pendingMail !== old?.pendingMail)
    (isUnconfirmed ? confirmations : mail).push({ task: 'pending', PK, SK });
  if (!item || item.kind === 'sign-on') return { mail, confirmations, site };
  const { kind, slug } = item;
  const isNow = (status: string) => changed.status === status && old?.status !== status;
  const isShown = kind === 'settings' || kind === 'text';
  // The mark of a failed run, which has queued the next run with a delay.
  const hasFailed = changed.siteRetryAt !== undefined && changed.siteRetryAt !== old?.siteRetryAt;
  const isDirty = changed.dirty !== undefined && changed.dirty !== old?.dirty && !hasFailed;
  if (isShown || isDirty || (kind === 'gate' && isNow('publishing'))) site.push({ slug });
  if (changed.pendingLetterMail && changed.pendingLetterMail !== old?.pendingLetterMail)
    mail.push({ task: 'letter', slug });
  if (changed.pendingSupplementMail && changed.pendingSupplementMail !== old?.pendingSupplementMail)
    mail.push({ task: 'supplement', slug });
  if (changed.pendingPublicationMail && changed.pendingPublicationMail !== old?.pendingPublicationMail)
    mail.push(...publicationMails(slug));
  return { mail, confirmations, site };
}

/** One cursor for each shard of signers and one for the press, so that no record causes a million messages. */
export const publicationMails = (slug: string): MailTask[] => [
  { task: 'press', slug },
  ...allShards.map((shard) => ({ task: 'signers' as const, slug, shard })),
];
