import {
  correctCampaign,
  correctionBytes,
  maxCorrectionBytes,
} from '../shared/operations/publishing/corrections.ts';
import type { Command, CommandResult, Invocation } from './command.ts';
import { connectToCampaign } from './connect-to-campaign.ts';
import { readFolder } from './read-folder.ts';
import { campaignDoesNotExist, conflict, UsageError } from './refusal.ts';

/** A note is a line above the text, not a text of its own. */
const maxNoteLength = 1000;

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1000);

export const correct: Command = {
  usage: 'correct <slug> <folder> --note <what was wrong>',
  summary: 'put letter and release right after publication: dated, the original kept, the press told once',
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
    throw new UsageError('--note is missing: say in a sentence what was wrong. It is printed.');
  if (note.length > maxNoteLength)
    throw new UsageError(`--note is too long: ${maxNoteLength} characters are the most.`);
  const { campaign } = await readFolder(folder);
  if (campaign.settings.slug !== slug)
    throw conflict(
      'Another campaign',
      `${folder} is the folder of ${campaign.settings.slug}, not of ${slug}.`,
    );
  const { store, now, newUlid } = await connectToCampaign(invocation);
  const { outcome, documents } = await correctCampaign(store, { campaign, note, now, newUlid });
  const json = { slug, outcome, documents };
  switch (outcome) {
    case 'corrected':
      return {
        text: `${slug} is corrected (${documents.join(' and ')}): the pages follow within a minute, and the press is told.`,
        json,
      };
    case 'unchanged':
      return { text: `Letter and release of ${slug} are already as the folder says.`, json };
    case 'quotes-not-approved':
      throw conflict(
        'Quotes are not approved',
        'Not every quote of the release is approved, in each of its languages: write approved: true once the person has agreed to the words.',
      );
    case 'other-language':
      throw conflict(
        'Another language',
        `${slug} was published in another language than the folder has: put language in campaign.yaml back, and the texts into the files that they were in.`,
      );
    case 'too-large':
      throw conflict(
        'Too large',
        `Letter and release in all their languages, with the logos, come to ${kilobytes(correctionBytes(campaign))} KB; ${kilobytes(maxCorrectionBytes)} KB is the most that a correction can hold. Nothing is changed: shorten the longest text, or give the logos as simpler pictures.`,
      );
    case 'changed-meanwhile':
      throw conflict('Changed meanwhile', 'Nothing is changed: somebody else was quicker. Run it again.');
    case 'not-published':
      throw conflict(
        'Not published',
        `${slug} is not published yet: \`campaign apply ${environment.isTerminal ? folder : '<folder>'}\` changes its texts until publishing begins; once it has, run this again in a minute.`,
      );
    case 'taken-down':
      throw conflict('Taken down', `${slug} is taken down: there is nothing left to correct.`);
    case 'no-such-campaign':
      throw campaignDoesNotExist(slug);
  }
}
