import {
  correctCampaign,
  correctionBytes,
  maxCorrectionBytes,
} from '../../shared/operations/publishing/corrections.ts';
import { readReach } from '../../shared/operations/reporting/reach.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { confirmAction } from '../confirm-action.ts';
import { campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';
import { pressContactsText } from '../reach-text.ts';
import { readFolder } from '../read-folder.ts';
import { conflict, UsageError } from '../refusal.ts';

/** Maximum length of a note, which is one line above the text. */
const maxNoteLength = 1000;

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1000);

export const correct: Command = {
  name: 'correct',
  positionals: [{ name: 'slug' }, { name: 'folder' }],
  optionsUsage: '--note <what was wrong> [--yes]',
  summary:
    'correct the letter and the press release after publication; keeps the original, emails the press once',
  options: { note: { type: 'string' } },
  run: runCorrect,
};

async function runCorrect(invocation: Invocation): Promise<CommandResult> {
  const {
    positionals: [slug = '', folder = ''],
    options,
    environment,
  } = invocation;
  const note = typeof options.note === 'string' ? options.note.trim().replace(/\s+/g, ' ') : '';
  if (note === '')
    throw new UsageError('--note is missing. Say in one sentence what was wrong. The note is published.');
  if (note.length > maxNoteLength)
    throw new UsageError(`--note is too long. The limit is ${maxNoteLength} characters.`);
  const { campaign } = await readFolder(folder);
  if (campaign.settings.slug !== slug)
    throw conflict('Wrong campaign', `${folder} is the folder of ${campaign.settings.slug}, not of ${slug}.`);
  const { store, now, newUlid } = await connectToCampaign(invocation);
  const reach = await readReach(store, slug);
  if (!reach) throw await campaignNotFound({ slug, store });
  const question = `Publish this correction of ${slug}? The note is published, the first published version stays readable, and ${pressContactsText(reach.releasedTo)} who got the press release get one email each. This cannot be undone.`;
  if (!(await confirmAction(invocation, question)))
    return { text: 'Nothing was corrected.', json: { slug, outcome: 'declined' } };
  const { outcome, documents } = await correctCampaign(store, { campaign, note, now, newUlid });
  const json = { slug, outcome, documents };
  switch (outcome) {
    case 'corrected':
      return {
        text: `${slug} was corrected (${documents.join(' and ')}). The pages change within a minute, and the press gets an email.`,
        json,
      };
    case 'unchanged':
      return {
        text: `The letter and the press release of ${slug} already match the folder. Nothing was changed.`,
        json,
      };
    case 'quotes-not-approved':
      throw conflict(
        'Quotes are not approved',
        'Not every quote of the press release is approved in each language. When the person has agreed to the quote, write approved: true.',
      );
    case 'other-language':
      throw conflict(
        'Wrong language',
        `${slug} was published in another language. Undo the change of language in campaign.yaml, and put the texts back into their files.`,
      );
    case 'too-large':
      throw conflict(
        'Too large',
        `The texts in all languages and the logos have ${kilobytes(correctionBytes(campaign))} KB. The limit for a correction is ${kilobytes(maxCorrectionBytes)} KB. Nothing was changed. Shorten the longest text, or use simpler logos.`,
      );
    case 'changed-meanwhile':
      throw conflict(
        'Changed meanwhile',
        'Nothing was changed, because another organizer changed the campaign at the same time. Run the command again.',
      );
    case 'not-published':
      throw conflict(
        'Not published',
        `${slug} is not published yet. Until publication starts, change its texts with \`campaign apply ${environment.isTerminal ? folder : '<folder>'}\`. If it is being published now, run this again in a minute.`,
      );
    case 'taken-down':
      throw conflict('Taken down', `${slug} was taken down, so there is nothing to correct.`);
    case 'no-such-campaign':
      throw await campaignNotFound({ slug, store });
  }
}
