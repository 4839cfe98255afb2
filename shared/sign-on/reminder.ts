import type { Settings } from '../campaign/settings.ts';
import { openness } from '../campaign/status.ts';
import type { SignerMail, SignOn } from './sign-on.ts';

export type Reminder = Extract<SignerMail, 'reminder' | 'last-reminder'>;

export const isReminder = (mail: SignerMail): mail is Reminder =>
  mail === 'reminder' || mail === 'last-reminder';

const day = 24 * 60 * 60_000;
const firstAfter = 2 * day;
const lastAfter = 7 * day;

/** Hours of the campaign's time zone in which people are reminded, so not at night. */
const from = 9;
const until = 19;

/**
 * Which reminder is due at `now` to a signer who never confirmed, or who was asked to agree to a changed letter: one
 * after two days, one after seven, each once for a request. None after any button was pressed, if the mail bounced or
 * was never sent, or if signing is not open.
 */
export function dueReminder(signOn: SignOn, settings: Settings, now: Date): Reminder | undefined {
  const { pendingMail, mailedAt, mailFeedback } = signOn;
  const since = unansweredSince(signOn);
  if (since === undefined || pendingMail || mailFeedback) return undefined;
  if (openness(settings, false, now) !== 'open' || !isCivilHour(settings.timeZone, now)) return undefined;
  const waited = now.getTime() - Date.parse(since);
  if (waited < firstAfter) return undefined;
  const due = waited < lastAfter ? 'reminder' : 'last-reminder';
  return (mailedAt[due] ?? '') >= since ? undefined : due;
}

/** Since when a mail with a link to a button has had no answer. */
function unansweredSince({
  status,
  submission,
  requestedAt,
  askedAgainAt,
  mailedAt,
}: SignOn): string | undefined {
  if (status === 'pending') return submission && mailedAt.confirm ? requestedAt : undefined;
  if (status !== 'confirmed' || askedAgainAt === undefined) return undefined;
  const wasAsked = [mailedAt['asked-again'], mailedAt.confirm].some((sentAt = '') => sentAt >= askedAgainAt);
  return wasAsked ? askedAgainAt : undefined;
}

function isCivilHour(timeZone: string, now: Date): boolean {
  const hour = Number(
    new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now),
  );
  return hour >= from && hour < until;
}
