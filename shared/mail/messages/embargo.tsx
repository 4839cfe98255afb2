import type { Message } from '../../aws/mailer.ts';
import { embargoTime, longTime } from '../../i18n/formats.ts';
import { texts } from '../../i18n/texts.ts';
import { type ReleaseMailData, releaseMail } from './release.tsx';

/** The release before its time: the embargo takes the banner's place, and the numbers are those of the moment. */
export function embargoMail({
  until,
  now,
  ...data
}: ReleaseMailData & {
  /** Instant at which it may be used. */
  until: string;
  now: string;
}): Message {
  const { language, timeZone } = data.settings;
  const t = texts(language).mails.embargo;
  const time = embargoTime(language, timeZone, until);
  return releaseMail({
    ...data,
    release: { ...data.release, banner: t.line(time) },
    subject: (headline) => t.subject(time, headline),
    ending: [t.asOf(longTime(language, timeZone, now)), t.links],
  });
}
