import type { VNode } from 'preact';
import { consoleTexts } from '../../i18n/console/texts.ts';
import type { CampaignFrame } from './campaign-tabs.tsx';

/** The fields of a correction other than the texts. */
export function CorrectionFields({ frame, note }: { frame: CampaignFrame; note: string }): VNode {
  const { language, slug } = frame;
  const t = consoleTexts(language).texts.correction;
  return (
    <fieldset>
      <legend class="group">{t.title}</legend>
      <p>{t.lead}</p>
      <div class="field">
        <label for="note">{t.note}</label>
        <input type="text" id="note" name="note" maxlength={1000} value={note} />
      </div>
      <button class="button second" type="submit" formaction={`/console/${slug}/correct`}>
        {t.button}
      </button>
    </fieldset>
  );
}
