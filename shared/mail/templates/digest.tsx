import type { CampaignEvent } from '../../campaign/events.ts';
import type { Settings } from '../../campaign/settings.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import { command, type MailPart, paragraph } from './compose.tsx';
import { quotedName } from './quoted-name.ts';

type Digest = Extract<CampaignEvent, { type: 'review-waiting' }>;

/** Sign-ons in one section that the digest lists with their commands. */
const maxWaitingNamed = 3;

/**
 * What organizers have to decide: sign-ons and changes that wait with what speaks against them, corrected names, vacant
 * claims and doubtful duplicates. Above each command stands the link to the same place in the console; `link` leads to
 * the campaign.
 */
export function digestParts(
  digest: Digest,
  { slug, language }: Settings,
  link: MailPart,
  siteUrl: string,
): MailPart[] {
  const { notices, both, openSignOn } = texts(language).mails;
  const t = notices['review-waiting'];
  const { organizations, individuals, isWhole, names } = digest;
  const { changes = 0, mended = [], vacated = [], duplicates = [], reasons = [] } = digest;
  const { moreMended = 0, moreVacated = 0, moreDuplicates = 0 } = digest;
  const andMore = (count: number): MailPart[] => (count > 0 ? [paragraph(t.more(count))] : []);
  const promotion = (id: string): MailPart[] => [
    { type: 'link', label: openSignOn, href: `${siteUrl}/console/${slug}/sign-ons/${id}` },
    command(`promote ${slug} ${id}`),
  ];
  const isWaiting = organizations + individuals > 0;
  return [
    ...(isWaiting ? t.body(both(organizations, individuals), isWhole).map(paragraph) : []),
    ...(isWaiting && names.length > 0 ? [paragraph(t.suspects(isWhole))] : []),
    ...(isWaiting
      ? names.map((name, at) =>
          paragraph(`• ${quotedName(name, language)}${reasonsText(reasons[at] ?? [], t.reasons, language)}`),
        )
      : []),
    ...(changes > 0 ? [paragraph(t.changes(changes))] : []),
    ...(mended.length > 0 ? [paragraph(t.mended)] : []),
    ...mended.map(({ from, to }) =>
      paragraph(`• ${quotedName(from, language)} → ${quotedName(to, language)}`),
    ),
    ...andMore(moreMended),
    ...(vacated.length > 0 ? [paragraph(t.vacated)] : []),
    ...vacated.flatMap(({ organizationName, waiting }) => [
      paragraph(`• ${quotedName(organizationName, language)}`),
      ...waiting.slice(0, maxWaitingNamed).flatMap(promotion),
    ]),
    ...andMore(moreVacated),
    ...(duplicates.length > 0 ? [paragraph(t.duplicates)] : []),
    ...duplicates.flatMap(({ organizationName, id, reasons: others = [] }) => [
      paragraph(`• ${quotedName(organizationName, language)}${reasonsText(others, t.reasons, language)}`),
      ...promotion(id),
    ]),
    ...andMore(moreDuplicates),
    paragraph(t.look),
    link,
    command(`sign-ons ${slug}${statusOption(digest)}`),
  ];
}

/** What speaks against a sign-on, behind its name. */
function reasonsText(flags: readonly string[], words: Record<string, string>, language: Language): string {
  const known = flags.flatMap((flag) => (Object.hasOwn(words, flag) ? (words[flag] ?? []) : []));
  return known.length === 0 ? '' : ` – ${known.join(`${texts(language).writing.semicolon} `)}`;
}

/** Restricts the list to what the digest is about. None if only spellings have changed. */
function statusOption({ organizations, individuals, changes = 0, vacated, duplicates }: Digest): string {
  if (organizations + individuals + changes > 0) return ' --status waiting';
  return vacated || duplicates ? ' --status duplicate' : '';
}
