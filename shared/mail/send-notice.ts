import { isMailDelay } from '../aws/ses-answers.ts';
import { eventSchema, isNotice, withoutTypedWords } from '../campaign/events.ts';
import { log } from '../log.ts';
import { readGate } from '../table/gate.ts';
import { eventKey } from '../table/keys.ts';
import type { MailDependencies, TaskOutcome } from './task-outcome.ts';
import { noticeMail } from './templates/organizer-notice.tsx';

/**
 * Tells every organizer of an event, and removes its `pendingMail` mark and the words that signers typed. Each is told
 * at least once: one whose mail was being sent when the function died, or got no answer, is told again. After a
 * take-down they are told of that and of nothing else. While the campaign is being deleted, nothing is sent and the mark
 * stays: if the deletion is given up, `sweep` queues the notice again.
 */
export async function sendNotice(
  { store, readCampaign, send, siteUrl, now, waitForRateLimit }: MailDependencies,
  { slug, id }: { slug: string; id: string },
): Promise<TaskOutcome> {
  const key = eventKey(slug, id);
  // Not one that was deleted, or whose organizers have all been told by a second delivery.
  const condition = 'attribute_exists(pendingMail)';
  const event = await store.get(eventSchema, key);
  const campaign = await readCampaign(slug);
  if (!event?.pendingMail || !campaign || !isNotice(event.event)) return 'done';
  const gate = await readGate(store, slug);
  if (gate?.deletion) return 'done';
  const isSilenced = event.event.type !== 'taken-down' && gate?.status === 'taken-down';
  const { settings } = campaign;
  const message = noticeMail({
    settings,
    event: event.event,
    siteUrl,
    ...(gate && { context: { gate, now: now() } }),
  });
  const left = settings.organizers.filter(({ email }) => !event.notified?.has(email));
  let delay: TaskOutcome | undefined;
  for (const [index, { email }] of left.entries()) {
    if (isSilenced) break;
    // Whoever calls has waited for the first.
    if (index > 0) await waitForRateLimit();
    const outcome = await send({
      message,
      sender: settings.sender,
      to: email,
      reference: { slug, item: 'notice', id, mail: event.event.type },
    });
    log(outcome === 'accepted' ? 'info' : 'warn', 'mail', { slug, task: event.event.type, outcome });
    // In the sandbox, SES refuses a mail to an address that is not verified. The others must hear nonetheless.
    if (outcome === 'not-verified') {
      delay = outcome;
      continue;
    }
    if (isMailDelay(outcome)) return outcome;
    if (outcome === 'too-fast' || outcome === 'unknown') return 'later';
    const isPending = await store.update({
      key,
      update: 'ADD notified :told',
      condition,
      values: { ':told': new Set([email]) },
    });
    if (!isPending) return 'done';
  }
  if (delay) return delay;
  const wordless = withoutTypedWords(event.event);
  await store.update({
    key,
    update: `REMOVE pendingMail, notified${wordless ? ' SET event = :event' : ''}`,
    condition,
    ...(wordless && { values: { ':event': wordless } }),
  });
  return 'done';
}
