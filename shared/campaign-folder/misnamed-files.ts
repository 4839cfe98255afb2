/** A file that has another name than its own, and how it becomes that file. */
export interface Misnamed {
  /** The name that it should have. */
  file: string;
  how: 'rename' | 'save-as-csv' | 'copy-text';
}

const stems = {
  letter: /(?<![a-z])(?:letter|lettre|carta)(?![a-z])/,
  release: /(?<![a-z])(?:release(?!.?notes)|comunicado|communique)(?![a-z])/,
  settings: /^camp(?:aign|ana|agne)(?![a-z])/,
  press: /(?<![a-z])(?:press|prensa|medi[ao])/,
  invited: /^invit/,
};

/** A language in a name such as `letter_es.md`. */
const language = /[^a-z](en|es|fr)(?![a-z])/;

const wordProcessor = /\.(?:docx?|odt|rtf|pages|pdf|gdoc|html?)$/;
const spreadsheet = /\.(?:xlsx?|ods|numbers|gsheet)$/;
const table = /\.(?:csv|tsv)(?:\.txt)?$/;
const yaml = /(?:\.ya?ml|^campaign.*\.json)(?:\.txt)?$/;
const text = /(?:\.(?:md|markdown|txt|text)){1,2}$|^[^.]+$/;
/** Copies that programs make. */
const copy = /^[~.]|~$|\.(?:bak|tmp|swp)$/;

/**
 * The file of a campaign that a file with another name is meant as: `Press List.xlsx` as `press-list.csv`. Texts in the
 * campaign's own language have no code in their names.
 */
export function misnamedFile(name: string, ownLanguage?: string): Misnamed | undefined {
  const plain = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  if (copy.test(plain)) return undefined;
  if (spreadsheet.test(plain) || table.test(plain)) {
    const how = spreadsheet.test(plain) ? 'save-as-csv' : 'rename';
    if (stems.invited.test(plain)) return { file: 'invited.csv', how };
    return stems.press.test(plain) ? { file: 'press-list.csv', how } : undefined;
  }
  if (yaml.test(plain)) return { file: 'campaign.yaml', how: 'rename' };
  const how = wordProcessor.test(plain) ? 'copy-text' : text.test(plain) ? 'rename' : undefined;
  if (how === undefined) return undefined;
  for (const document of ['release', 'letter'] as const)
    if (stems[document].test(plain)) {
      const code = language.exec(plain)?.[1];
      return { file: [document, ...(code && code !== ownLanguage ? [code] : []), 'md'].join('.'), how };
    }
  return stems.settings.test(plain) ? { file: 'campaign.yaml', how } : undefined;
}
