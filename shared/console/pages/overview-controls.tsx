import type { VNode } from 'preact';
import type { Settings } from '../../campaign/settings.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import type { Language } from '../../i18n/language.ts';
import type { Overview } from '../overview.ts';
import { mayDo } from '../permissions.ts';

/** Buttons that stop and continue. Each is the undo of the other. */
export function OverviewControls({
  language,
  overview,
  settings,
}: {
  language: Language;
  overview: Overview;
  settings: Settings;
}): VNode | null {
  const { slug, role, status, held, paused, confirmations } = overview;
  if (!mayDo(role, 'control')) return null;
  const t = consoleTexts(language).commands;
  const isCollecting = status === 'collecting' || status === 'scheduled' || status === 'closed';
  const offered = [
    ...(isCollecting ? [held ? ('resume' as const) : ('hold' as const)] : []),
    ...(status === 'taken-down' ? [] : [paused ? ('unpause' as const) : ('pause' as const)]),
  ];
  return (
    <>
      {offered.map((command) => (
        <form class="action" method="post" action={`/console/${slug}/${command}`}>
          <button class="button second" type="submit">
            {t[command]}
          </button>
          <p class="note">{t[`${command}Hint`]}</p>
        </form>
      ))}
      {confirmations && (
        <form class="action" method="post" action={`/console/${slug}/resume-mail`}>
          <button class="button second" type="submit">
            {t.resumeMail}
          </button>
          <p class="note">{t.resumeMailHint}</p>
        </form>
      )}
      <details>
        <summary>{t.more}</summary>
        {furtherCommands(overview, settings).map(({ command, label }) => (
          <form class="action" method="post" action={`/console/${slug}/${command}`}>
            <button class="button second" type="submit">
              {t[label]}
            </button>
          </form>
        ))}
      </details>
    </>
  );
}

/**
 * Commands that say what follows and ask for confirmation, if they are possible in this state and with these settings.
 */
function furtherCommands({ status, gate }: Overview, { delivery }: Settings) {
  const all = [
    { command: 'publish', label: 'publish', when: ['collecting', 'closed', 'scheduled'] },
    { command: 'delivered', label: 'delivered', when: ['collecting', 'closed', 'published'] },
    { command: 'embargo', label: 'embargo', when: ['collecting'] },
    { command: 'supplement', label: 'supplement', when: ['published'] },
    { command: 'take-down', label: 'takeDown', when: ['published', 'publishing'] },
    {
      command: 'erase',
      label: 'erase',
      when: ['collecting', 'closed', 'scheduled', 'published', 'taken-down'],
    },
  ] as const;
  const impossible = [
    ...(delivery?.by === 'hand' ? [] : ['delivered']),
    ...(delivery ? [] : ['supplement']),
    // An embargo ends at the time of publication.
    ...(gate.opensAt ? [] : ['embargo']),
  ];
  return all.filter(
    ({ command, when }) => when.some((one) => one === status) && !impossible.includes(command),
  );
}
