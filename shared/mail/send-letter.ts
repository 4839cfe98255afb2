import type { OutgoingMail } from '../aws/mailer.ts';
import type { Gate } from '../campaign/gate.ts';
import type { Settings } from '../campaign/settings.ts';
import { renderLetter } from '../campaign-folder/letter.ts';
import { namesPerPage } from '../operations/listing/list-signatories.ts';
import { currentLists } from '../operations/listing/listed-sign-ons.ts';
import {
  claimLetterMail,
  releaseLetterMailClaim,
  settleLetterMail,
} from '../operations/mailing/letter-mail-claim.ts';
import { releasedFigures, textFacts } from '../rendering/document/text-facts.ts';
import { readGate } from '../table/gate.ts';
import { readText } from '../table/texts.ts';
import { afterEarlierAttempt, sendAtMostOnce } from './send-at-most-once.ts';
import type { MailDependencies, TaskOutcome } from './task-outcome.ts';
import { letterMail } from './templates/letter.tsx';

/**
 * Sends the published letter to its recipient, before press and signers hear of it. One attempt is made at a time. When
 * SES has taken the mail, the other mails become due. When SES refuses it, the organizers are told, and it waits for
 * `campaign delivered` or other addresses. If SES neither answered nor reported an attempt, the organizers are told,
 * and a second one follows.
 */
export async function sendLetterToRecipient(
  dependencies: MailDependencies,
  { slug }: { slug: string },
): Promise<TaskOutcome> {
  const { store, now, newUlid, readCampaign } = dependencies;
  await dependencies.waitForRateLimit();
  const gate = await readGate(store, slug);
  const settings = (await readCampaign(slug))?.settings;
  if (gate?.status !== 'published' || !gate.pendingLetterMail || !settings) return 'done';
  const { letterMail: earlier } = gate;
  if (earlier)
    return await afterEarlierAttempt(earlier, now(), () => {
      const notice = { event: { type: 'letter-mail-unknown' as const }, now: now(), newUlid };
      return releaseLetterMailClaim(store, slug, earlier.claim, notice);
    });
  const outgoing = await letterTo(dependencies, gate, settings);
  if (outgoing?.attachments?.length === 0 && isPdfInProgress(gate, now())) return 'later';

  const claim = newUlid();
  const takeClaim = () => claimLetterMail(store, slug, { claim, at: now().toISOString() });
  const settle = (ending: Pick<Parameters<typeof settleLetterMail>[2], 'state' | 'notice'>) =>
    settleLetterMail(store, slug, { claim, now: now(), newUlid, ...ending });
  if (!outgoing) {
    if (!(await takeClaim())) return 'later';
    await settle({ state: 'not-wanted' });
    return 'done';
  }
  return await sendAtMostOnce(dependencies, {
    slug,
    task: 'letter',
    mail: () => ({ ...outgoing, reference: { slug, item: 'letter', id: 'first', mail: 'letter', claim } }),
    claim: async () => ((await takeClaim()) ? claim : undefined),
    release: () => releaseLetterMailClaim(store, slug, claim),
    settle: async (_, outcome) => {
      switch (outcome) {
        case 'accepted':
          await settle({ state: 'sent' });
          return 'done';
        case 'refused':
          await settle({ state: 'refused', notice: { type: 'letter-mail-refused' } });
          return 'done';
        case 'unknown':
          await settle({ state: 'unknown' });
          return 'later';
      }
    },
  });
}

/** The site job writes the PDF after the pages. The mail waits for it, but not longer than this. */
const maxPdfMilliseconds = 2 * 60_000;

const isPdfInProgress = ({ lease, pendingLetterMail }: Gate, now: Date): boolean =>
  lease !== undefined &&
  pendingLetterMail !== undefined &&
  now.getTime() - Date.parse(pendingLetterMail) < maxPdfMilliseconds;

/** Undefined if the campaign's letter no longer goes by mail. */
async function letterTo(
  { store, siteUrl, readAttachment, now }: MailDependencies,
  gate: Gate,
  settings: Settings,
): Promise<Omit<OutgoingMail, 'reference'> | undefined> {
  const { slug, language, delivery, sender } = settings;
  const released = releasedFigures(gate);
  const source = await readText(store, { slug, language, document: 'letter' });
  if (delivery?.by !== 'email' || !released || source === undefined) return undefined;
  const facts = textFacts(settings, gate, siteUrl, released);
  const pdf = await readAttachment(`${slug}/letter.pdf`);
  const isShort = released.organizations + released.individuals <= namesPerPage;
  const lists = isShort ? await currentLists(store, settings, now().toISOString()) : undefined;
  return {
    message: letterMail({
      settings,
      letter: renderLetter(source, facts),
      letterUrl: facts.letterUrl,
      organizations: released.organizations,
      individuals: released.individuals,
      hasPdf: pdf !== undefined,
      ...(lists && { lists }),
    }),
    sender,
    to: delivery.to,
    cc: delivery.cc,
    attachments: pdf ? [{ filename: `${slug}.pdf`, contentType: 'application/pdf', content: pdf }] : [],
  };
}
