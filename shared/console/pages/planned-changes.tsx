import type { VNode } from 'preact';
import { textFile } from '../../campaign-folder/check-files.ts';
import { consoleTexts } from '../../i18n/console/texts.ts';
import { withColon } from '../../i18n/texts.ts';
import { lineDiff } from '../../line-diff.ts';
import { hasInvitedChanges } from '../../operations/applying/invited-changes.ts';
import type { TextChange } from '../../operations/applying/plan.ts';
import { safeLine } from '../../rendering/document/safe-text.ts';
import type { Proposal } from '../folder/examine.ts';
import { mayDo } from '../permissions.ts';
import type { CampaignFrame } from './campaign-tabs.tsx';

/** How many changed lines of a text are shown. With more, it is a different text. */
const maxLines = 200;

/** What files would change: settings key by key, texts line by line, and who may apply it. */
export function PlannedChanges({ frame, proposal }: { frame: CampaignFrame; proposal: Proposal }): VNode {
  const { plan, changed, owners } = proposal;
  const t = consoleTexts(frame.language).texts;
  if (changed.length === 0) return <p>{t.noChanges}</p>;
  const { source, letter, release, translations, changes, press, invited } = plan;
  const texts: [string, Partial<TextChange> | undefined][] = [
    ['letter.md', letter],
    ['release.md', release],
    ...translations.map((change): [string, Partial<TextChange>] => [
      textFile(change.document, change.language),
      { before: change.before, ...(change.after !== undefined && { after: change.after }) },
    ]),
    ['campaign.yaml', changes.length === 0 ? source : undefined],
  ];
  return (
    <>
      <h3>{t.changes}</h3>
      {owners.length > 0 && !mayDo(frame.role, 'edit-settings') && (
        <p>
          <strong>{t.ownersOnly(owners.map(safeLine).join(', '))}</strong>
        </p>
      )}
      {changes.length > 0 && (
        <dl class="changes">
          {changes.map(({ key, before, after }) => (
            <div>
              <dt>
                <code>{safeLine(key)}</code>
              </dt>
              <dd>
                {withColon(frame.language, t.from)}{' '}
                <bdi>{before === undefined ? t.nothing : safeLine(before)}</bdi>
              </dd>
              <dd>
                {withColon(frame.language, t.to)}{' '}
                <bdi>{after === undefined ? t.nothing : safeLine(after)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {texts.map(([file, change]) => change && <TextChanges frame={frame} file={file} change={change} />)}
      {press.added.length + press.changed.length + press.removed.length > 0 && (
        <p>{t.pressChanges(press.added.length, press.changed.length, press.removed.length)}</p>
      )}
      {hasInvitedChanges(invited) && (
        <p>{t.invitedChanges(invited.added.length, invited.changed.length, invited.removed.length)}</p>
      )}
    </>
  );
}

function TextChanges({
  frame,
  file,
  change: { before = '', after = '' },
}: {
  frame: CampaignFrame;
  file: string;
  change: Partial<TextChange>;
}): VNode {
  const t = consoleTexts(frame.language).texts;
  const lines = lineDiff(before, after);
  return (
    <details open={lines.length <= 20}>
      <summary>
        <code>{file}</code>
      </summary>
      <ul class="diff">
        {lines.slice(0, maxLines).map(({ sign, line, text }) => (
          <li class={sign === '+' ? 'in' : 'out'}>
            <span class="hidden">{sign === '+' ? t.added : t.removed} </span>
            <span class="quiet">{`${line} ${sign} `}</span>
            <bdi>{safeLine(text)}</bdi>
          </li>
        ))}
        {lines.length > maxLines && <li>…</li>}
      </ul>
    </details>
  );
}
