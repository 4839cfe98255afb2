import type { VNode } from 'preact';
import type { Settings } from '../../campaign/settings.ts';
import type { Openness } from '../../campaign/status.ts';
import { minuteBefore } from '../../i18n/formats.ts';
import { localeOf } from './campaign-view.ts';

/** Shown instead of the form while nobody can sign: why, since or until when, and whom to ask. */
export function OpennessNotice({
  settings,
  openness,
  isUnpublished = false,
}: {
  settings: Settings;
  openness: Exclude<Openness, 'open'>;
  /** Whether signing ended without enough signatures. */
  isUnpublished?: boolean;
}): VNode {
  const { opensAt, closesAt, sender } = settings;
  const { t, time } = localeOf(settings);
  const { title, body } = t.openness[openness];
  return (
    <div class="box" id="sign">
      {openness === 'closed' && closesAt ? (
        <p>
          <strong>{t.openness.closedAt(time(minuteBefore(closesAt)))}</strong>
        </p>
      ) : (
        <>
          <h2>{title}</h2>
          {openness === 'not-open-yet' && opensAt && <p>{t.openness.opensAt(time(opensAt))}</p>}
          <p>{body}</p>
        </>
      )}
      {isUnpublished && <p>{t.campaign.closedUnpublished}</p>}
      <p>
        {t.openness.ask} <a href={`mailto:${sender.replyTo}`}>{sender.replyTo}</a>.
      </p>
    </div>
  );
}
