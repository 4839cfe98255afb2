import { lineDiff } from '../shared/line-diff.ts';
import { retriesLetterMail } from '../shared/operations/applying/gate-update.ts';
import { type CampaignPlan, protectsNamesAnew, type TextChange } from '../shared/operations/applying/plan.ts';

/** What `apply` would change, as text. */
export function planText(plan: CampaignPlan): string {
  const { campaign, stored, changes, press, invited } = plan;
  const { slug } = campaign.settings;
  const head = stored ? `${slug} changes:` : `${slug} is a new campaign:`;
  return [
    head,
    ...(plan.source && changes.length === 0 ? [commentsChange(plan.source)] : []),
    ...changes.map(changeText),
    ...textChanges(plan),
    ...plan.logos.map(logoText),
    ...listText('press-list.csv', press, ({ name, outlet, email }) => [name, outlet, email]),
    ...listText('invited.csv', invited, ({ organization, email, website }) => [organization, email, website]),
    ...(protectsNamesAnew(plan)
      ? [
          '  From now on, whoever signs under the name of a contact’s organization or of the recipient waits for review.',
        ]
      : []),
    ...(retriesLetterMail(plan)
      ? [
          '  The email with the letter was refused before. It is sent again at once; after that, the press and the signers get theirs.',
        ]
      : []),
  ].join('\n');
}

/** If no key changes, only comments, order or layout change. */
const commentsChange = ({ before, after }: TextChange): string =>
  before === undefined
    ? '  campaign.yaml: is kept as it is written'
    : textChange('campaign.yaml', { before, after });

function changeText({ key, before, after }: CampaignPlan['changes'][number]): string {
  if (before === undefined) return `  ${key}: ${printable(after ?? '')}`;
  return [
    `  ${key}`,
    `    - ${printable(before)}`,
    ...(after === undefined ? [] : [`    + ${printable(after)}`]),
  ].join('\n');
}

function textChanges({ letter, release, translations }: CampaignPlan): string[] {
  const told: [string, TextChange | undefined][] = [
    ['letter.md', letter],
    ['release.md', release],
  ];
  return [
    ...told.flatMap(([file, change]) => (change ? [textChange(file, change)] : [])),
    ...translations.map(({ document, language, before, after }) => {
      const file = `${document}.${language}.md`;
      return after === undefined ? `  ${file}: removed` : textChange(file, { before, after });
    }),
  ];
}

function logoText({ file, change }: CampaignPlan['logos'][number]): string {
  const words = { new: 'new logo', changed: 'changed logo', gone: 'removed logo' };
  return `  ${printable(file)}: ${words[change]}`;
}

function textChange(file: string, { before, after }: TextChange): string {
  if (before === undefined) return `  ${file}: ${after.split('\n').length - 1} lines`;
  const lines = lineDiff(before, after).map(
    ({ sign, line, text }) => `    ${String(line).padStart(4)} ${sign} ${printable(text)}`,
  );
  return [`  ${file}`, ...lines].join('\n');
}

/** The rows of a list that are removed, changed and added, each as the words of its cells. */
function listText<Added, Removed extends Added>(
  file: string,
  { added, changed, removed }: { added: Added[]; changed: Added[]; removed: Removed[] },
  wordsOf: (row: Added) => (string | undefined)[],
): string[] {
  const words = (row: Added) => printable(wordsOf(row).filter(Boolean).join(', '));
  const lines = [
    ...removed.map((row) => `    - ${words(row)}`),
    ...changed.map((row) => `    ~ ${words(row)}`),
    ...added.map((row) => `    + ${words(row)}`),
  ];
  return lines.length > 0 ? [`  ${file}`, ...lines] : [];
}

/** Control characters in a text must not reach the terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
