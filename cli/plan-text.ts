import { mailsLetterAgain } from '../shared/store/applying/gate-write.ts';
import type { CampaignPlan, TextChange } from '../shared/store/applying/plan.ts';
import { lineDiff } from './line-diff.ts';

/** What `apply` would change, as text. */
export function planText(plan: CampaignPlan): string {
  const { campaign, standing, changes, press } = plan;
  const { slug } = campaign.settings;
  const head = standing ? `${slug} changes:` : `${slug} is a new campaign:`;
  return [
    head,
    ...changes.map(changeText),
    ...textChanges(plan),
    ...plan.logos.map(logoText),
    ...pressText(press),
    ...(mailsLetterAgain(plan)
      ? [
          '  The email with the letter was refused before. It is sent again at once; after that, the press and the signers get theirs.',
        ]
      : []),
  ].join('\n');
}

function changeText({ key, was, is }: CampaignPlan['changes'][number]): string {
  if (was === undefined) return `  ${key}: ${printable(is ?? '')}`;
  return [
    `  ${key}`,
    `    - ${printable(was)}`,
    ...(is === undefined ? [] : [`    + ${printable(is)}`]),
  ].join('\n');
}

function textChanges({ letter, release, translations }: CampaignPlan): string[] {
  const told: [string, TextChange | undefined][] = [
    ['letter.md', letter],
    ['release.md', release],
  ];
  return [
    ...told.flatMap(([file, change]) => (change ? [textChange(file, change)] : [])),
    ...translations.map(({ document, language, was, is }) => {
      const file = `${document}.${language}.md`;
      return is === undefined ? `  ${file}: removed` : textChange(file, { was, is });
    }),
  ];
}

function logoText({ file, is }: CampaignPlan['logos'][number]): string {
  const words = { new: 'new logo', changed: 'changed logo', gone: 'removed logo' };
  return `  ${printable(file)}: ${words[is]}`;
}

function textChange(file: string, { was, is }: TextChange): string {
  if (was === undefined) return `  ${file}: ${is.split('\n').length - 1} lines`;
  const lines = lineDiff(was, is).map(
    ({ sign, line, text }) => `    ${String(line).padStart(4)} ${sign} ${printable(text)}`,
  );
  return [`  ${file}`, ...lines].join('\n');
}

function pressText({ added, changed, removed }: CampaignPlan['press']): string[] {
  const contact = ({ name, outlet, email }: (typeof added)[number]) =>
    printable([name, outlet, email].filter(Boolean).join(', '));
  const lines = [
    ...removed.map((one) => `    - ${contact(one)}`),
    ...changed.map((one) => `    ~ ${contact(one)}`),
    ...added.map((one) => `    + ${contact(one)}`),
  ];
  return lines.length > 0 ? ['  press-list.csv', ...lines] : [];
}

/** Control characters of a text must not reach a terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
