import type { CampaignEvent } from '../../campaign/events.ts';
import type { Settings } from '../../campaign/settings.ts';
import { texts } from '../../i18n/texts.ts';
import { subjectName } from '../../rendering/document/safe-text.ts';
import { command, type MailPart, paragraph } from './compose.tsx';

type Digest = Extract<CampaignEvent, { type: 'review-waiting' }>;

/** What somebody typed: short, in quotation marks, without links, so that nobody takes it for our words. */
const quoted = (name: string): string => `“${subjectName(name) ?? '…'}”`;

/** Sign-ons in one section that the digest lists with their commands. */
const maxWaitingNamed = 3;

/**
 * What organizers have to decide: sign-ons and changes that wait, corrected names, vacant claims and doubtful
 * duplicates, with the commands.
 */
export function digestParts(digest: Digest, { slug, language }: Settings): MailPart[] {
  const { notices, both } = texts(language).mails;
  const t = notices['review-waiting'];
  const { organizations, individuals, isWhole, names } = digest;
  const { changes = 0, mended = [], vacated = [], duplicates = [] } = digest;
  const isWaiting = organizations + individuals > 0;
  return [
    ...(isWaiting ? t.body(both(organizations, individuals), isWhole).map(paragraph) : []),
    ...(isWaiting ? names.map((name) => paragraph(`• ${quoted(name)}`)) : []),
    ...(changes > 0 ? [paragraph(t.changes(changes))] : []),
    ...(mended.length > 0 ? [paragraph(t.mended)] : []),
    ...mended.map(({ from, to }) => paragraph(`• ${quoted(from)} → ${quoted(to)}`)),
    ...(vacated.length > 0 ? [paragraph(t.vacated)] : []),
    ...vacated.flatMap(({ organizationName, waiting }) => [
      paragraph(`• ${quoted(organizationName)}`),
      ...waiting.slice(0, maxWaitingNamed).map((id) => command(`promote ${slug} ${id}`)),
    ]),
    ...(duplicates.length > 0 ? [paragraph(t.duplicates)] : []),
    ...duplicates.flatMap(({ organizationName, id }) => [
      paragraph(`• ${quoted(organizationName)}`),
      command(`promote ${slug} ${id}`),
    ]),
    paragraph(t.look),
    command(`sign-ons ${slug}${statusOption(digest)}`),
  ];
}

/** Restricts the list to what the digest is about. None if only spellings have changed. */
function statusOption({ organizations, individuals, changes = 0, vacated, duplicates }: Digest): string {
  if (organizations + individuals + changes > 0) return ' --status waiting';
  return vacated || duplicates ? ' --status duplicate' : '';
}
