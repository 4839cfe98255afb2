import type { Happening } from '../../campaign/events.ts';
import { type Gate, type Obstacle, opensAt, waitingFor } from '../../campaign/gate.ts';
import type { Settings } from '../../campaign/settings.ts';
import type { News } from '../../campaign/supplement.ts';
import { longTime } from '../../pages/locales/formats.ts';
import { texts } from '../../pages/locales/texts.ts';
import { oneLine, readable, subjectName } from '../../pages/readable.ts';
import { compose, type Part, paragraph, withoutColon } from './compose.tsx';
import type { Message } from './message.ts';
import { changesOf } from './supplement.tsx';

const noticeTypes = [
  'published',
  'milestone',
  'held',
  'resumed',
  'print-failed',
  'recount-short',
  'taken-down',
  'fell-below',
  'claim-vacated',
  'letter-mail-unknown',
  'letter-mail-refused',
  'supplement-sent',
  'supplement-unknown',
  'supplement-refused',
  'supplement-ready',
  'supplement-idle',
  'review-waiting',
  'press-mail-unknown',
  'press-mail-refused',
] as const;
type NoticeType = (typeof noticeTypes)[number];

/** An event that the organizers are told of. */
export type Notice = Happening & { type: NoticeType };

/** Whether the organizers get a mail about an event. */
export const isNotice = (happening: Happening): happening is Notice =>
  noticeTypes.some((type) => type === happening.type);

/** Tells an organizer what happened to the campaign, and what to do next. */
export function noticeMail({
  settings,
  happening,
  siteUrl,
  standing,
}: {
  settings: Settings;
  happening: Notice;
  siteUrl: string;
  /** The gate when the mail is sent; the mail says what it still waits for. */
  standing?: Standing;
}): Message {
  const { language } = settings;
  const t = texts(language).mails;
  const { subject, heading } =
    happening.type === 'milestone' ? milestoneWords(happening, language) : t.notices[happening.type];
  return compose({
    language,
    subject: subject(oneLine(settings.title)),
    heading,
    parts: noticeParts(happening, settings, siteUrl, standing),
    footer: { settings, why: t.why.organizer },
  });
}

function milestoneWords(
  { reached }: Extract<Notice, { type: 'milestone' }>,
  language: Settings['language'],
): { subject: (title: string) => string; heading: string } {
  const { milestone } = texts(language).mails.notices;
  const percent = Math.max(...reached.map((one) => one.percent));
  return { subject: (title) => milestone.subject(title, percent), heading: milestone.heading(percent) };
}

interface Standing {
  gate: Gate;
  now: Date;
}

/** What a gate still waits for, in words, and when its time is. */
function waits({ language, timeZone }: Settings, { gate, now }: Standing): Part {
  const { gate: t } = texts(language).mails;
  if (gate.status !== 'collecting')
    return paragraph(gate.status === 'publishing' ? t.publishing : t.published);
  const at = opensAt(gate, now)?.toISOString();
  const obstacles = waitingFor(gate, now).map((obstacle) =>
    obstacle === 'time' && at
      ? t.obstacles.time(longTime(language, timeZone, at))
      : t.obstacles[withoutTime(obstacle)],
  );
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(obstacles);
  return paragraph(obstacles.length === 0 ? t.publishing : t.waitsFor(list));
}

const withoutTime = (obstacle: Obstacle) => (obstacle === 'time' ? 'hours' : obstacle);

function noticeParts(
  happening: Notice,
  settings: Settings,
  siteUrl: string,
  standing: Standing | undefined,
): Part[] {
  const { slug, language, delivery } = settings;
  const { notices: t, both } = texts(language).mails;
  const releaseUrl = `${siteUrl}/${slug}/release/`;
  const letterUrl = `${siteUrl}/${slug}/letter/`;
  const status: Part[] = [paragraph(t.status), command(`status ${slug}`)];
  const stands: Part[] = standing ? [waits(settings, standing)] : [];
  switch (happening.type) {
    case 'milestone': {
      const counts = happening.reached.map(({ kind, count, threshold }) =>
        t.milestone[kind](count, threshold),
      );
      return [...counts.map(paragraph), ...stands, ...status];
    }
    case 'held':
      return [paragraph(t.held.body), ...stands, paragraph(t.held.end), command(`resume ${slug}`)];
    case 'resumed':
      return [paragraph(t.resumed.body), ...stands, ...status];
    case 'published':
      return [
        ...(delivery?.by === 'email' ? t.published.bodyAfterRecipient : t.published.body)(
          happening.organizations,
          happening.individuals,
        ).map(paragraph),
        { type: 'button', label: t.published.button, href: letterUrl },
        { type: 'link', label: t.published.release, href: releaseUrl },
        ...withoutGlyphs(happening.withoutGlyphs ?? [], t.published),
      ];
    case 'print-failed':
      return t['print-failed'].body(happening.documents.join(', ')).map(paragraph);
    case 'recount-short': {
      const { counted, found } = happening;
      const numbers = [counted, found].map(({ organizations, individuals }) =>
        both(organizations, individuals),
      );
      return [...t['recount-short'].body(numbers[0] ?? '', numbers[1] ?? '').map(paragraph), ...status];
    }
    case 'taken-down':
      return [...t['taken-down'].body().map(paragraph), ...status];
    case 'fell-below':
      return [
        ...t['fell-below'].body(both(happening.organizations, happening.individuals)).map(paragraph),
        { type: 'button', label: t.published.button, href: letterUrl },
      ];
    case 'claim-vacated': {
      const { organizationName, waiting } = happening;
      return [
        ...t['claim-vacated'].body(subjectName(organizationName) ?? '…', waiting.length).map(paragraph),
        ...waiting.map((id) => command(`promote ${slug} ${id}`)),
      ];
    }
    case 'letter-mail-unknown':
    case 'letter-mail-refused':
      return [
        ...t[happening.type].body(recipients(settings)).map(paragraph),
        command(`delivered ${slug}`),
        { type: 'button', label: t.published.button, href: letterUrl },
      ];
    case 'supplement-sent':
      return [
        ...t['supplement-sent'].body(recipients(settings), listOf(happening, language)).map(paragraph),
        { type: 'button', label: t.published.button, href: letterUrl },
      ];
    case 'supplement-unknown':
    case 'supplement-refused':
      return [
        ...t[happening.type].body(recipients(settings), listOf(happening, language)).map(paragraph),
        command(`supplement ${slug}${happening.type === 'supplement-unknown' ? ' --again' : ''}`),
        { type: 'button', label: t.published.button, href: letterUrl },
      ];
    case 'supplement-ready':
      return [
        ...t['supplement-ready'].body(listOf(happening, language)).map(paragraph),
        { type: 'button', label: t['supplement-ready'].button, href: `${siteUrl}/${slug}/letter.pdf` },
        { type: 'link', label: t.published.button, href: letterUrl },
      ];
    case 'supplement-idle':
      return t['supplement-idle'].body().map(paragraph);
    case 'review-waiting': {
      const { organizations, individuals, isWhole, names } = happening;
      return [
        ...t['review-waiting'].body(both(organizations, individuals), isWhole).map(paragraph),
        ...names.map((name) => paragraph(`• ${subjectName(name) ?? '…'}`)),
        paragraph(t['review-waiting'].look),
        command(`sign-ons ${slug} --status waiting`),
      ];
    }
    case 'press-mail-unknown':
    case 'press-mail-refused':
      return [
        ...t[happening.type].body(readable(happening.contact), happening.mail ?? 'release').map(paragraph),
        { type: 'button', label: withoutColon(t.published.release), href: releaseUrl },
      ];
  }
}

/** How many signatures an updated letter has, and what changed since the letter before it. */
function listOf(news: News, language: Settings['language']): string {
  const { notices, both } = texts(language).mails;
  return notices.supplementList(both(news.organizations, news.individuals), changesOf(news, language));
}

const recipients = ({ delivery }: Settings): string =>
  [...(delivery?.to ?? []), ...(delivery?.cc ?? [])].join(', ');

const command = (line: string): Part => ({ type: 'command', text: `npm run campaign -- ${line}` });

/** Names that the PDF prints with empty boxes, so that the organizers can ask for another spelling. */
const withoutGlyphs = (names: string[], t: { withoutGlyphs: (names: number) => string }): Part[] =>
  names.length === 0
    ? []
    : [paragraph(t.withoutGlyphs(names.length)), ...names.map((name) => paragraph(readable(name)))];
