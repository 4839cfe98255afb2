import type { Gate } from '../../shared/campaign/gate.ts';
import {
  beginDeletion,
  cancelDeletion,
  type Deletion,
  type DeletionObstacle,
  deletionObstacle,
  isTakenDownAndErased,
  removeRest,
  removeSignOns,
} from '../../shared/operations/deleting/delete-campaign.ts';
import { countRows } from '../../shared/operations/deleting/remove-items.ts';
import { waitAfterPauseMilliseconds } from '../../shared/operations/erasing/erase-campaign.ts';
import { readReach } from '../../shared/operations/reporting/reach.ts';
import { readGate } from '../../shared/table/gate.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { confirmAction } from '../confirm-action.ts';
import { type CampaignTarget, campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';
import { countText, pressContactsText } from '../reach-text.ts';
import { conflict, type Refusal } from '../refusal.ts';

export const deleteCommand: Command = {
  name: 'delete',
  positionals: [{ name: 'slug' }],
  optionsUsage: '[--yes]',
  summary:
    'delete a campaign that has no confirmed sign-on, or was taken down and erased, with everything that is stored for it; cannot be undone',
  run: runDelete,
};

async function runDelete(invocation: Invocation): Promise<CommandResult> {
  const target = await connectToCampaign(invocation);
  const { slug, store } = target;
  const gate = await readGate(store, slug);
  if (!gate) throw await campaignNotFound(target);
  const rows = await countRows(store, slug);
  const obstacle = deletionObstacle(gate, rows.confirmed);
  if (obstacle) throw refusalOf(obstacle, { slug, gate, confirmed: rows.confirmed });
  if (!(await confirmAction(invocation, await questionOf(target, gate, rows.all))))
    return { text: 'Nothing was deleted.', json: { slug, outcome: 'declined' } };
  const deletion = gate.deletion ?? (await beginDeletion(store, gate, target));
  if (!deletion) throw changedMeanwhile(slug);
  const { pause } = invocation.environment;
  if (deletion.step === 'sign-ons') await deleteSignOns(target, pause, gate, deletion);
  await untilFilesAreGone(target, pause, deletion);
  if (!(await removeRest(store, target.readTableKeys, deletion, slug))) throw changedMeanwhile(slug);
  return {
    text: `${slug} was deleted, with ${countText(rows.all, 'sign-on', 'sign-ons')}. Its name can be used again. Backups keep the data for up to 35 days.`,
    json: { slug, outcome: 'deleted', signOns: rows.all },
  };
}

/** Says what goes. */
async function questionOf({ slug, store }: CampaignTarget, gate: Gate, signOns: number): Promise<string> {
  const rows =
    signOns === 0 || isTakenDownAndErased(gate)
      ? countText(signOns, 'sign-on', 'sign-ons')
      : `${countText(signOns, 'sign-on', 'sign-ons')} (none of them confirmed)`;
  const press = pressContactsText((await readReach(store, slug))?.pressContacts ?? 0);
  const published = gate.status === 'published' ? ' It is published: links to it stop working.' : '';
  return `Delete ${slug}: its letter, pages, settings and log, ${rows} and ${press}?${published} This cannot be undone.`;
}

function refusalOf(
  obstacle: DeletionObstacle,
  { slug, gate, confirmed }: { slug: string; gate: Gate; confirmed: number },
): Refusal {
  switch (obstacle) {
    case 'confirmed':
      return conflict('Has confirmed sign-ons', confirmedText(slug, gate, confirmed));
    case 'publishing':
      return conflict('Being published', `${slug} is being published. Run this again in a minute.`);
    case 'erasing':
      return conflict(
        'Being erased',
        `The personal data of ${slug} is being erased. Run this again when \`campaign erase ${slug}\` is done.`,
      );
    case 'importing':
      return conflict(
        'An import is not finished',
        `An import into ${slug} is not finished. Run \`campaign import\` with the same file first.`,
      );
    case 'asking':
      return conflict(
        'Signers are being asked',
        `The signers of ${slug} are being asked to agree to the changed letter. Run this again in a few minutes.`,
      );
  }
}

function confirmedText(slug: string, { status }: Gate, confirmed: number): string {
  const has = `${slug} has ${countText(confirmed, 'confirmed sign-on', 'confirmed sign-ons')}, so it is not deleted.`;
  switch (status) {
    case 'taken-down':
      return `${has} Erase its personal data first: \`campaign erase ${slug}\`.`;
    case 'published':
    case 'publishing':
      return `${has} Take it down and erase its personal data first: \`campaign take-down ${slug}\`, then \`campaign erase ${slug}\`.`;
    case 'collecting':
      return `${has} To stop it: \`campaign pause ${slug}\` and \`campaign hold ${slug}\`. To delete it nonetheless, reject these sign-ons first (\`campaign reject ${slug} <id…>\`); \`campaign sign-ons ${slug}\` lists them.`;
  }
}

const changedMeanwhile = (slug: string): Refusal =>
  conflict(
    'Changed meanwhile',
    `${slug} changed while the command ran. Run it again: it goes on where it ended.`,
  );

/** Waits until every function knows that nobody can sign any more, and removes the sign-ons. */
async function deleteSignOns(
  target: CampaignTarget,
  pause: Pause,
  gate: Gate,
  deletion: Deletion,
): Promise<void> {
  const { slug, store } = target;
  const mayBeConfirmed = isTakenDownAndErased(gate);
  await pause(waitAfterPauseMilliseconds);
  const outcome = await removeSignOns(store, deletion, { ...target, mayBeConfirmed });
  if (outcome === 'changed') throw changedMeanwhile(slug);
  if (outcome === 'removed') return;
  await cancelDeletion(store, deletion, target);
  throw conflict(
    'Has confirmed sign-ons',
    `${slug} is not deleted, because a sign-on was confirmed while the command ran. Sign-ons that nobody had confirmed may be gone. Signing is as it was before. Look at \`campaign status ${slug}\`.`,
  );
}

type Pause = (milliseconds: number) => Promise<void>;

/**
 * Seconds for which the command waits for the site job. One that has died is called again by the sweep of the minute.
 */
const filesSeconds = 240;

async function untilFilesAreGone(
  { slug, store }: CampaignTarget,
  pause: Pause,
  { id }: Deletion,
): Promise<void> {
  for (let second = 0; second < filesSeconds; second++) {
    const deletion = (await readGate(store, slug))?.deletion;
    if (deletion?.id !== id) throw changedMeanwhile(slug);
    if (deletion.step === 'rest') return;
    await pause(1000);
  }
  throw conflict(
    'Not finished',
    `The pages of ${slug} are not removed yet, and nobody can sign. Run this again in a few minutes: it goes on where it ended.`,
  );
}
