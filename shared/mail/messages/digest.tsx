import type { CampaignEvent } from '../../campaign/events.ts';
import type { Settings } from '../../campaign/settings.ts';
import { texts } from '../../i18n/texts.ts';
import { command, type MailPart, paragraph } from './compose.tsx';
import { quotedName } from './quoted-name.ts';

type Digest = Extract<CampaignEvent, { type: 'review-waiting' }>;

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
    ...(isWaiting ? names.map((name) => paragraph(`• ${quotedName(name)}`)) : []),
    ...(changes > 0 ? [paragraph(t.changes(changes))] : []),
    ...(mended.length > 0 ? [paragraph(t.mended)] : []),
    ...mended.map(({ from, to }) => paragraph(`• ${quotedName(from)} → ${quotedName(to)}`)),
    ...(vacated.length > 0 ? [paragraph(t.vacated)] : []),
    ...vacated.flatMap(({ organizationName, waiting }) => [
      paragraph(`• ${quotedName(organizationName)}`),
      ...waiting.slice(0, maxWaitingNamed).map((id) => command(`promote ${slug} ${id}`)),
    ]),
    ...(duplicates.length > 0 ? [paragraph(t.duplicates)] : []),
    ...duplicates.flatMap(({ organizationName, id }) => [
      paragraph(`• ${quotedName(organizationName)}`),
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
