import { consoleTexts } from '../../i18n/console/texts.ts';
import type { Language } from '../../i18n/language.ts';
import { withColon } from '../../i18n/texts.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import { renderConsole } from './console-document.tsx';

interface SignInForm {
  language: Language;
  /** The text that was typed before, and what is wrong with it. */
  typed?: string;
  problem?: string;
}

/** The form that requests a link. */
export function signInPage({ language, typed = '', problem }: SignInForm): string {
  const t = consoleTexts(language).signIn;
  return renderConsole({
    language,
    title: problem ? `${withColon(language, t.problem)} ${t.title}` : t.title,
    children: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <form method="post" action="/console/sign-in">
          <div class={problem ? 'field wrong' : 'field'}>
            <label for="email">{t.email}</label>
            {problem && (
              <p class="problem" id="email-problem" role="alert">
                {problem}
              </p>
            )}
            <input
              type="email"
              id="email"
              name="email"
              value={typed}
              autocomplete="email"
              spellcheck={false}
              required
              {...(problem && {
                'aria-describedby': 'email-problem',
                'aria-invalid': 'true' as const,
                autofocus: true,
              })}
            />
          </div>
          <button class="button" type="submit">
            {t.button}
          </button>
        </form>
      </>
    ),
  });
}

/** The page after the form, the same for every address. */
export function checkInboxPage(language: Language): string {
  const t = consoleTexts(language).inbox;
  return renderConsole({
    language,
    title: t.title,
    children: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <h2>{t.missing}</h2>
        <ul>
          {t.reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
        <p>
          <a href="/console/sign-in">{t.again}</a>
        </p>
      </>
    ),
  });
}

/** The page behind a link. It names the address and has the button. Opening the page changes nothing. */
export function linkPage({
  language,
  email,
  token,
}: {
  language: Language;
  email: string;
  token: string;
}): string {
  const t = consoleTexts(language).link;
  return renderConsole({
    language,
    title: t.title,
    children: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">
          <bdi>{t.lead(safeLine(email))}</bdi>
        </p>
        <form method="post" action={`/console/sign-in/${token}`}>
          <button class="button" type="submit">
            {t.button}
          </button>
        </form>
        <p class="note">{t.hint}</p>
      </>
    ),
  });
}
