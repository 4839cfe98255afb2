import type { MailContent } from '../../aws/mailer.ts';
import type { Notice } from '../../campaign/events.ts';
import { type Gate, gateObstacles, gateOpensAt, type Obstacle } from '../../campaign/gate.ts';
import type { Settings } from '../../campaign/settings.ts';
import type { ListChanges } from '../../campaign/supplement.ts';
import { longTime } from '../../i18n/formats.ts';
import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import { safeLine, safeSubject } from '../../rendering/document/safe-text.ts';
import { command, compose, type MailPart, paragraph, removeTrailingColon } from './compose.tsx';
import { digestParts } from './digest.tsx';
import { quotedName } from './quoted-name.ts';
import { listChangesText } from './supplement.tsx';

/** Tells an organizer what happened to the campaign, and what to do next. */
export function noticeMail({
  settings,
  event,
  siteUrl,
  context,
}: {
  settings: Settings;
  event: Notice;
  siteUrl: string;
  /** The gate when the mail is sent. The mail says what it still waits for. */
  context?: NoticeContext;
}): MailContent {
  const { language } = settings;
  const t = texts(language).mails;
  const { subject, heading } =
    event.type === 'milestone' ? milestoneWords(event, language) : t.notices[event.type];
  const link: MailPart = {
    type: 'link',
    label: t.openConsole,
    href: `${siteUrl}/console/${settings.slug}`,
  };
  const parts = noticeParts(event, settings, siteUrl, link, context);
  return compose({
    language,
    subject: subject(safeSubject(settings.title)),
    heading,
    parts: parts.includes(link) ? parts : [...parts, link],
    footer: { settings, reason: t.why.organizer },
  });
}

function milestoneWords(
  { reached }: Extract<Notice, { type: 'milestone' }>,
  language: Settings['language'],
): { subject: (title: string) => string; heading: string } {
  const { milestone } = texts(language).mails.notices;
  const shares = reached.map(({ kind, percent }) => milestone.share[kind](percent));
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(shares);
  return { subject: (title) => milestone.subject(title, list), heading: milestone.heading(list) };
}

interface NoticeContext {
  gate: Gate;
  now: Date;
}

/** What a gate still waits for, in words, and when its time is. */
function waits({ language, timeZone }: Settings, { gate, now }: NoticeContext): MailPart {
  const { gate: t } = texts(language).mails;
  if (gate.status !== 'collecting')
    return paragraph(gate.status === 'publishing' ? t.publishing : t.published);
  const at = gateOpensAt(gate, now)?.toISOString();
  const obstacles = gateObstacles(gate, now).map((obstacle) =>
    obstacle === 'time' && at
      ? t.obstacles.time(longTime(language, timeZone, at))
      : t.obstacles[withoutTime(obstacle)],
  );
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(obstacles);
  return paragraph(obstacles.length === 0 ? t.publishing : t.waitsFor(list));
}

const withoutTime = (obstacle: Obstacle) => (obstacle === 'time' ? 'hours' : obstacle);

function noticeParts(
  campaignEvent: Notice,
  settings: Settings,
  siteUrl: string,
  /** To the console. It stands above a command. */
  link: MailPart,
  context: NoticeContext | undefined,
): MailPart[] {
  const { slug, language, delivery } = settings;
  const { notices: t, both } = texts(language).mails;
  const releaseUrl = `${siteUrl}/${slug}/release/`;
  const letterUrl = `${siteUrl}/${slug}/letter/`;
  const status: MailPart[] = [paragraph(t.status), link, command(`status ${slug}`)];
  const stands: MailPart[] = context ? [waits(settings, context)] : [];
  switch (campaignEvent.type) {
    case 'milestone': {
      const counts = campaignEvent.reached.map(({ kind, count, threshold }) =>
        t.milestone[kind](count, threshold),
      );
      return [...counts.map(paragraph), ...stands, ...status];
    }
    case 'held':
      return [paragraph(t.held.body), ...stands, paragraph(t.held.end), link, command(`resume ${slug}`)];
    case 'resumed':
      return [paragraph(t.resumed.body), ...stands, ...status];
    case 'published':
      return [
        ...(delivery?.by === 'email' ? t.published.bodyAfterRecipient : t.published.body)(
          campaignEvent.organizations,
          campaignEvent.individuals,
        ).map(paragraph),
        { type: 'button', label: t.published.button, href: letterUrl },
        { type: 'link', label: t.published.release, href: releaseUrl },
        ...withoutGlyphs(campaignEvent.withoutGlyphs ?? [], t.published, settings.language),
      ];
    case 'print-failed':
      return t['print-failed'].body(campaignEvent.documents.join(', ')).map(paragraph);
    case 'item-unreadable':
      return [...t['item-unreadable'].body().map(paragraph), { type: 'command', text: campaignEvent.item }];
    case 'site-failing':
      return [...t['site-failing'].body().map(paragraph), ...status];
    case 'recount-short': {
      const { counted, found } = campaignEvent;
      const numbers = [counted, found].map(({ organizations, individuals }) =>
        both(organizations, individuals),
      );
      return [...t['recount-short'].body(numbers[0] ?? '', numbers[1] ?? '').map(paragraph), ...status];
    }
    case 'taken-down':
      return [...t['taken-down'].body().map(paragraph), ...status];
    case 'fell-below':
      return [
        ...t['fell-below'].body(both(campaignEvent.organizations, campaignEvent.individuals)).map(paragraph),
        { type: 'button', label: t.published.button, href: letterUrl },
      ];
    case 'mail-delayed':
      return [
        ...t['mail-delayed'].body(t['mail-delayed'].reasons[campaignEvent.reason]).map(paragraph),
        ...status,
      ];
    case 'confirmations-stopped': {
      const { of, sent, bounced } = campaignEvent;
      return [
        ...t['confirmations-stopped'].body[of](bounced, sent).map(paragraph),
        link,
        command(`resume-mail ${slug}`),
      ];
    }
    case 'letter-bounced':
      return [
        ...t['letter-bounced'][campaignEvent.letter](recipients(settings)).map(paragraph),
        link,
        command(campaignEvent.letter === 'first' ? `apply campaigns/${slug}` : `supplement ${slug}`),
        { type: 'button', label: t.published.button, href: letterUrl },
      ];
    case 'letter-mail-unknown':
    case 'letter-mail-refused':
      return [
        ...t[campaignEvent.type].body(recipients(settings)).map(paragraph),
        link,
        command(`delivered ${slug}`),
        { type: 'button', label: t.published.button, href: letterUrl },
      ];
    case 'supplement-sent':
      return [
        ...t['supplement-sent'].body(recipients(settings), listOf(campaignEvent, language)).map(paragraph),
        { type: 'button', label: t.published.button, href: letterUrl },
      ];
    case 'supplement-unknown':
    case 'supplement-refused':
      return [
        ...t[campaignEvent.type].body(recipients(settings), listOf(campaignEvent, language)).map(paragraph),
        ...(campaignEvent.type === 'supplement-unknown' ? status : [link, command(`supplement ${slug}`)]),
        { type: 'button', label: t.published.button, href: letterUrl },
      ];
    case 'supplement-ready':
      return [
        ...t['supplement-ready'].body(listOf(campaignEvent, language)).map(paragraph),
        { type: 'button', label: t['supplement-ready'].button, href: `${siteUrl}/${slug}/letter.pdf` },
        { type: 'link', label: t.published.button, href: letterUrl },
      ];
    case 'supplement-idle':
      return t['supplement-idle'].body().map(paragraph);
    case 'review-waiting':
      return digestParts(campaignEvent, settings, link, siteUrl);
    case 'press-mail-unknown':
    case 'press-mail-refused':
      return [
        ...t[campaignEvent.type]
          .body(safeLine(campaignEvent.contact), campaignEvent.mail ?? 'release')
          .map(paragraph),
        { type: 'button', label: removeTrailingColon(t.published.release), href: releaseUrl },
      ];
  }
}

/** How many signatures an updated letter has, and what has changed since the letter before. */
function listOf(news: ListChanges, language: Settings['language']): string {
  const { notices, both } = texts(language).mails;
  return notices.supplementList(both(news.organizations, news.individuals), listChangesText(news, language));
}

const recipients = ({ delivery }: Settings): string =>
  [...(delivery?.to ?? []), ...(delivery?.cc ?? [])].join(', ');

/** Names that the PDF prints with empty boxes, so that organizers can ask for another spelling. */
const withoutGlyphs = (
  names: string[],
  t: { withoutGlyphs: (names: number) => string },
  language: Language,
): MailPart[] =>
  names.length === 0
    ? []
    : [
        paragraph(t.withoutGlyphs(names.length)),
        ...names.map((name) => paragraph(quotedName(name, language))),
      ];
