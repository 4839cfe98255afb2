import type { VNode } from 'preact';
import type { Settings } from '../../campaign/settings.ts';
import type { Openness } from '../../campaign/status.ts';
import { minuteBefore } from '../../i18n/formats.ts';
import { localeOf } from './campaign-view.ts';

/** What stands where the form would be while nobody can sign: why, since or until when, and whom to ask. */
export function OpennessNotice({
  settings,
  openness,
}: {
  settings: Settings;
  openness: Exclude<Openness, 'open'>;
}): VNode {
  const { opensAt, closesAt, sender } = settings;
  const { t, time } = localeOf(settings);
  const { title, body } = t.openness[openness];
  return (
    <div class="box" id="sign">
      <h2>{title}</h2>
      {openness === 'not-open-yet' && opensAt && <p>{t.openness.opensAt(time(opensAt))}</p>}
      {openness === 'closed' && closesAt && <p>{t.openness.closedAt(time(minuteBefore(closesAt)))}</p>}
      <p>{body}</p>
      <p>
        {t.openness.ask} <a href={`mailto:${sender.replyTo}`}>{sender.replyTo}</a>.
      </p>
    </div>
  );
}
