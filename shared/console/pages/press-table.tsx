import type { VNode } from 'preact';
import { consoleTexts } from '../../i18n/console/texts.ts';
import type { Language } from '../../i18n/language.ts';
import type { PressReport } from '../../operations/mailing/press-outcomes.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';

/** Who of the press got which email, and what became of it. */
export function PressTable({
  language,
  press,
  time,
}: {
  language: Language;
  press: readonly PressReport[];
  time: (at: string) => string;
}): VNode | null {
  const t = consoleTexts(language).overview.press;
  if (press.length === 0) return null;
  return (
    <>
      <h2>{t.title}</h2>
      <ul class="plain">
        {press.map(({ email, name, outlet, mails }) => (
          <li>
            <bdi>{safeLine([name, outlet].filter(Boolean).join(', ') || email)}</bdi>
            {(name || outlet) && (
              <p class="note">
                <bdi>{safeLine(email)}</bdi>
              </p>
            )}
            {mails.map(({ kind, state, at }) => (
              <p class="note">
                {t.kinds[kind]} <span class="badge">{t.states[state]}</span> {time(at)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
