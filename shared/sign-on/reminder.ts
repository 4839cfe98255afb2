import { openness } from '../campaign/gate.ts';
import type { Settings } from '../campaign/settings.ts';
import type { SignerMail, SignOn } from './sign-on.ts';

export type Reminder = Extract<SignerMail, 'reminder' | 'last-reminder'>;

export const isReminder = (mail: SignerMail): mail is Reminder =>
  mail === 'reminder' || mail === 'last-reminder';

const day = 24 * 60 * 60_000;
const firstAfter = 2 * day;
const lastAfter = 7 * day;

/** Hours of the campaign's time zone in which people are reminded: nobody wants to be at night. */
const from = 9;
const until = 19;

/**
 * Which reminder a sign-on that was never confirmed is due at `now`: one after two days, one after seven, each once a
 * request. None after its owner has pressed any button, where its mail came back or was never sent, or where one can no longer sign.
 */
export function dueReminder(signOn: SignOn, settings: Settings, now: Date): Reminder | undefined {
  const { status, submission, requestedAt, owes, mailed, returned } = signOn;
  if (status !== 'pending' || !submission || owes || returned || !mailed.confirm) return undefined;
  if (openness(settings, false, now) !== 'open' || !isCivilHour(settings.timeZone, now)) return undefined;
  const waited = now.getTime() - Date.parse(requestedAt);
  if (waited < firstAfter) return undefined;
  const due = waited < lastAfter ? 'reminder' : 'last-reminder';
  return (mailed[due] ?? '') >= requestedAt ? undefined : due;
}

function isCivilHour(timeZone: string, now: Date): boolean {
  const hour = Number(
    new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now),
  );
  return hour >= from && hour < until;
}
