import type { VNode } from 'preact';
import { consoleTexts } from '../../i18n/console/texts.ts';
import type { CampaignFrame } from './campaign-tabs.tsx';

/** The fields of a correction other than the texts. */
export function CorrectionFields({
  frame,
  note,
  isNoteWrong,
}: {
  frame: CampaignFrame;
  note: string;
  isNoteWrong: boolean;
}): VNode {
  const { language, slug } = frame;
  const t = consoleTexts(language).texts.correction;
  return (
    <fieldset>
      <legend class="group">{t.title}</legend>
      <p>{t.lead}</p>
      <div class={isNoteWrong ? 'field wrong' : 'field'}>
        <label for="note">{t.note}</label>
        {isNoteWrong && (
          <p class="problem" id="note-problem">
            {t.noteWrong}
          </p>
        )}
        <input
          type="text"
          id="note"
          name="note"
          maxlength={1000}
          value={note}
          {...(isNoteWrong && { 'aria-describedby': 'note-problem', 'aria-invalid': 'true' as const })}
        />
      </div>
      <button class="button second" type="submit" formaction={`/console/${slug}/correct`}>
        {t.button}
      </button>
    </fieldset>
  );
}
