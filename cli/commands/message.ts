import type { Gate } from '../../shared/campaign/gate.ts';
import { languageName } from '../../shared/i18n/formats.ts';
import { type Language, languages } from '../../shared/i18n/language.ts';
import { messageTo } from '../../shared/mail/message-texts.ts';
import { type MessageStop, messageStop } from '../../shared/operations/mailing/message-due.ts';
import {
  type InvitedPlan,
  type MessagePlan,
  planMessage,
} from '../../shared/operations/mailing/plan-message.ts';
import { requestMessage } from '../../shared/operations/mailing/request-message.ts';
import { organizerOf } from '../../shared/operations/signing-in/find-organizer.ts';
import { readGate } from '../../shared/table/gate.ts';
import { type MessageAudience, messageAudiences } from '../../shared/table/messages.ts';
import { readSettings } from '../../shared/table/settings.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { confirmAction } from '../confirm-action.ts';
import { type CampaignTarget, campaignNotFound, connectToCampaign } from '../connect-to-campaign.ts';
import { readMessageFiles } from '../read-message.ts';
import { conflict, type Refusal, UsageError } from '../refusal.ts';

export const message: Command = {
  name: 'message',
  positionals: [{ name: 'slug' }, { name: 'file' }],
  optionsUsage: `[--to ${messageAudiences.join('|')}] [--dry-run] [--test <address>] [--yes]`,
  summary:
    'email a message to everyone who has signed, or an invitation to the invited who have not; each gets it once',
  options: { to: { type: 'string' }, 'dry-run': { type: 'boolean' }, test: { type: 'string' } },
  run: runMessage,
};

async function runMessage(invocation: Invocation): Promise<CommandResult> {
  const { positionals, options } = invocation;
  const audience = readAudience(options.to);
  const target = await connectToCampaign(invocation);
  const { slug, store, now } = target;
  const settings = (await readSettings(store, slug))?.settings;
  const gate = await readGate(store, slug);
  if (!settings || !gate) throw await campaignNotFound(target);
  const stop = messageStop(gate);
  if (stop) throw stopped(slug, stop);
  const testAddress = typeof options.test === 'string' ? options.test.trim() : undefined;
  if (testAddress !== undefined && !organizerOf(settings, testAddress))
    throw conflict(
      'Not an organizer',
      'A test goes only to an organizer of the campaign. Give an address that is under organizers in campaign.yaml.',
    );
  const texts = await readMessageFiles(positionals[1] ?? '', { settings, gate, now });
  const addressKey = await target.readAddressKey();
  const plan = await planMessage(store, { slug, audience, texts, testAddress, now, addressKey });
  if (!plan) throw await campaignNotFound(target);
  const { site = 'https://<site>' } = target;
  if (testAddress !== undefined) {
    await request(target, { message: plan.message, recipients: 1 });
    return {
      text: `A test is being sent to ${testAddress}, in ${texts.length === 1 ? 'one language' : `${texts.length} languages`}. Nobody else gets it.`,
      json: { slug, outcome: 'test', to: audience, recipients: 1 },
    };
  }
  const json = jsonOf(plan, audience);
  const shown = `${planText(plan, audience)}\n\n${sampleText(plan, gate, site)}\n\n`;
  if (options['dry-run'] === true)
    return {
      text: `${shown}Nothing was sent.`,
      json: { ...json, outcome: 'dry-run', sample: sampleOf(plan, gate, site) },
    };
  if (plan.recipients === 0) {
    if (plan.sent + plan.failed === 0) throw conflict('Nobody to write to', nobodyText(slug, audience));
    return {
      text: `Everybody has this message already: ${resultText(plan)}. To send another, change its text.`,
      json: { ...json, outcome: 'nobody-new' },
    };
  }
  if (!(await confirmAction(invocation, `${shown}Send it? This cannot be undone.`)))
    return { text: 'Nothing was sent.', json: { ...json, outcome: 'declined' } };
  await request(target, plan);
  return {
    text: `The message is being sent to ${recipientsText(plan.recipients, audience)}. Confirmations and other emails go first. Run the same command again to see what became of it: nobody gets it twice.`,
    json: { ...json, outcome: 'asked-for' },
  };
}

function readAudience(typed: string | boolean | undefined): MessageAudience {
  const audience = messageAudiences.find((each) => each === (typed ?? 'signers'));
  if (!audience) throw new UsageError(`--to must be one of ${messageAudiences.join(', ')}.`);
  return audience;
}

/** Asks for the message. The campaign may have been stopped while somebody read the question. */
async function request(target: CampaignTarget, plan: Pick<MessagePlan, 'message' | 'recipients'>) {
  const { store, slug } = target;
  if (await requestMessage(store, plan, target)) return;
  const gate = await readGate(store, slug);
  throw stopped(slug, (gate && messageStop(gate)) ?? 'deleted');
}

function stopped(slug: string, stop: MessageStop): Refusal {
  switch (stop) {
    case 'taken-down':
      return conflict('Taken down', `${slug} was taken down, so no email about it is sent.`);
    case 'deleted':
      return conflict('Deleted', `${slug} is being deleted, so no email about it is sent.`);
    case 'erased':
      return conflict('Erased', `The personal data of ${slug} was erased, so there is nobody to write to.`);
  }
}

const nobodyText = (slug: string, audience: MessageAudience): string =>
  audience === 'signers'
    ? `Nobody who has signed ${slug} can get this message. Nothing was sent.`
    : `No invited organization of ${slug} can get this message: those with an address in invited.csv have signed or get no emails. Nothing was sent.`;

function recipientsText(recipients: number, audience: MessageAudience): string {
  const count = recipients.toLocaleString('en');
  if (audience === 'signers') return recipients === 1 ? 'one signer' : `${count} signers`;
  return recipients === 1 ? 'one invited organization' : `${count} invited organizations`;
}

const resultText = ({ sent, failed }: Pick<MessagePlan, 'sent' | 'failed'>): string =>
  `${sent.toLocaleString('en')} sent${failed > 0 ? `, ${failed.toLocaleString('en')} failed` : ''}`;

/** To how many the message goes, in which languages, and how many have it. */
function planText(plan: MessagePlan, audience: MessageAudience): string {
  const { message, languages: read, sent, failed, recipients } = plan;
  const translated = message.texts.map(({ language }) => language);
  const split = languages.flatMap((language) => {
    const count = read[language];
    if (count === undefined) return [];
    const how = translated.includes(language)
      ? ''
      : ` (not translated: they get it in ${nameOf(plan.settings.language)})`;
    return [`  ${nameOf(language).padEnd(12)}${count.toLocaleString('en')}${how}`];
  });
  return [
    `The message goes to ${recipientsText(recipients, audience)}, each once, with a link to unsubscribe.`,
    ...split,
    ...(plan.invited ? invitedText(plan.invited) : []),
    ...(sent + failed > 0 ? [`  before      ${resultText({ sent, failed })}`] : []),
  ].join('\n');
}

/** Whom of the list the invitation leaves out, and why. */
function invitedText({ answered, withoutAddress, unreachable, inReview }: InvitedPlan): string[] {
  const counted = (count: number): string => count.toLocaleString('en');
  const left = [
    ...(answered > 0 ? [`${counted(answered)} signed, also under another name`] : []),
    ...(withoutAddress > 0 ? [`${counted(withoutAddress)} without an address in invited.csv`] : []),
    ...(unreachable > 0 ? [`${counted(unreachable)} unsubscribed or with email that came back`] : []),
  ];
  return [
    ...(left.length > 0 ? [`Left out: ${left.join('; ')}.`] : []),
    ...(inReview > 0
      ? [
          `For ${counted(inReview)} of those who get it, a signature of their name waits for your review. It may be a stranger's: it came neither from their own domain nor by their link.`,
        ]
      : []),
  ];
}

const nameOf = (language: Language): string => languageName('en', language);

/** The mail as the first of them gets it. Links of persons are left out. */
function sampleOf(plan: MessagePlan, gate: Gate, siteUrl: string): { subject: string; text: string } {
  const { message, settings, sample } = plan;
  const reader = {
    language: sample?.language ?? settings.language,
    link: '(a personal link)',
    unsubscribeLink: '(a personal link)',
    organization: sample?.organization ?? settings.sender.name,
  };
  const { subject, text } = messageTo(reader, { message, settings, gate, siteUrl });
  return { subject, text };
}

function sampleText(plan: MessagePlan, gate: Gate, siteUrl: string): string {
  const { subject, text } = sampleOf(plan, gate, siteUrl);
  const lines = `Subject: ${subject}\n\n${text.trimEnd()}`.split('\n');
  return ['Sample:', ...lines.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
}

const jsonOf = (
  { message: { slug, id }, recipients, languages: read, sent, failed, invited }: MessagePlan,
  to: MessageAudience,
) => ({
  slug,
  message: id.slice(0, 8),
  to,
  recipients,
  languages: read,
  sent,
  failed,
  ...(invited && { invited }),
});
