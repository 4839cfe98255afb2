import type { VNode } from 'preact';
import { consoleTexts } from '../../i18n/console/texts.ts';
import type { Language } from '../../i18n/language.ts';

interface ConfirmFieldProps {
  language: Language;
  slug: string;
  /** Whether the typed text was not the slug. */
  isWrong: boolean;
  isRequired?: boolean;
}

/** The field for the campaign's slug, before an action that cannot be undone. */
export function ConfirmField({ language, slug, isWrong, isRequired = false }: ConfirmFieldProps): VNode {
  const t = consoleTexts(language).commands;
  return (
    <div class={isWrong ? 'field wrong' : 'field'}>
      <label for="confirm">{t.typeSlug(slug)}</label>
      {isWrong && (
        <p class="problem" id="confirm-problem" role="alert">
          {t.wrongSlug}
        </p>
      )}
      <input
        type="text"
        id="confirm"
        name="confirm"
        autocomplete="off"
        spellcheck={false}
        {...(isRequired && { required: true })}
        {...(isWrong && { 'aria-describedby': 'confirm-problem', 'aria-invalid': 'true' as const })}
      />
    </div>
  );
}
