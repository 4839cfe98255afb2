import { campaignPath, type LocalizedSettings, shownQuestions } from '../../campaign/localized-settings.ts';
import { questionsFor, type ShownQuestion } from '../../campaign/questions.ts';
import { texts } from '../../i18n/texts.ts';
import { answerField } from '../../sign-on/answers.ts';
import { publicNames, type SignOn, scopes } from '../../sign-on/sign-on.ts';
import { trapFields } from '../../sign-on/trap-fields.ts';
import { listedSentence } from '../pages/form-sentences.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

interface PlainFormOptions {
  settings: LocalizedSettings;
  siteUrl: string;
  kind: SignOn['kind'];
  /** Stored as the source of each signature from this form. */
  source: string;
}

/**
 * The form as HTML for another site's page, for organizations or for people, without script, style or frame. It sends
 * to this site, whose pages answer.
 */
export function plainForm({ settings, siteUrl, kind, source }: PlainFormOptions): string {
  const { slug, language, newsletter } = settings;
  const t = texts(language);
  const home = `${siteUrl}${campaignPath(settings)}`;
  const isOrganization = kind === 'organization';
  const text = (name: keyof typeof t.fields, attributes = '', isRequired = false) =>
    labelled(
      t.fields[name].label,
      input({ name, attributes, isRequired }),
      isRequired ? '' : t.form.optional,
    );
  const hidden = (name: string, value: string) =>
    `<input type="hidden" name="${name}" value="${escaped(value)}">`;
  const ofKind = {
    ...settings,
    signatories: { organizations: isOrganization, individuals: !isOrganization },
  };
  const questions = questionsFor(shownQuestions(settings), kind);
  const lines = [
    `<form method="post" action="${escaped(`${siteUrl}/api/campaigns/${slug}/sign-ons`)}" lang="${language}" accept-charset="utf-8">`,
    [hidden('kind', kind), hidden('language', language), hidden('source', source)].join(''),
    `<p hidden><label>${escaped(t.form.leaveEmpty)} <input name="${trapFields.honeypot}" tabindex="-1" autocomplete="off"></label></p>`,
    `<p><a href="${escaped(home)}#letter">${escaped(t.campaign.read)}</a></p>`,
    ...(isOrganization
      ? [
          text('organizationName', 'autocomplete="organization"', true),
          text('website', 'autocomplete="url" inputmode="url"'),
          select(
            t.fields.scope.label,
            'scope',
            scopes.map((scope) => [scope, t.form.scopes[scope]]),
            t.form.optional,
          ),
        ]
      : []),
    text('name', 'autocomplete="name"', true),
    ...(isOrganization ? [text('title', 'autocomplete="organization-title"')] : []),
    labelled(
      t.fields.email.label,
      input({ name: 'email', attributes: 'autocomplete="email"', isRequired: true, type: 'email' }),
    ),
    text('city', 'autocomplete="address-level2"'),
    text('region', 'autocomplete="address-level1"'),
    ...(isOrganization
      ? []
      : [
          select(
            t.fields.publicName.label,
            'publicName',
            publicNames.map((shown) => [shown, t.form.publicNames[shown]]),
          ),
        ]),
    ...questions.map((question) => questionLine(question, t.form)),
    ...(isOrganization ? [box('authorized', settings.attestation ?? t.form.attestation, true)] : []),
    ...(newsletter === undefined ? [] : [box('newsletter', newsletter)]),
    ...(settings.showSignatories ? [`<p>${escaped(listedSentence(ofKind))}</p>`] : []),
    `<p><a href="${escaped(home)}privacy/">${escaped(t.form.privacyMore)}</a></p>`,
    `<p><button type="submit">${escaped(t.form.submit)}</button></p>`,
    '</form>',
  ];
  return `${lines.join('\n')}\n`;
}

const labelled = (label: string, control: string, note = ''): string =>
  `<p><label>${escaped(label)}${note && ` ${escaped(note)}`}<br>${control}</label></p>`;

const input = ({
  name,
  attributes = '',
  isRequired = false,
  type = 'text',
}: {
  name: string;
  attributes?: string;
  isRequired?: boolean;
  type?: string;
}): string =>
  `<input type="${type}" name="${name}"${attributes && ` ${attributes}`}${isRequired ? ' required' : ''}>`;

const box = (name: string, words: string, isRequired = false): string =>
  `<p><label><input type="checkbox" name="${name}" value="on"${isRequired ? ' required' : ''}> ${escaped(words)}</label></p>`;

/** One of a few answers. With `note`, none is chosen at first. */
const select = (
  label: string,
  name: string,
  options: readonly (readonly [string, string])[],
  note = '',
  isRequired = false,
): string =>
  labelled(
    label,
    `<select name="${name}"${isRequired ? ' required' : ''}>${note || isRequired ? '<option value=""></option>' : ''}${options
      .map(([value, words]) => `<option value="${escaped(value)}">${escaped(words)}</option>`)
      .join('')}</select>`,
    note,
  );

function questionLine(
  { id, label, type, options, required }: ShownQuestion,
  { optional }: { optional: string },
): string {
  const name = answerField(id);
  const note = required ? '' : optional;
  switch (type) {
    case 'text':
      return labelled(label, input({ name, isRequired: required }), note);
    case 'number':
      return labelled(label, input({ name, attributes: 'inputmode="decimal"', isRequired: required }), note);
    case 'choice':
      return select(
        label,
        name,
        options.map((option) => [option.value, option.label]),
        note,
        required,
      );
    case 'checkbox':
      return box(name, label, required);
  }
}
