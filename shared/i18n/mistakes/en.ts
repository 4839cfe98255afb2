import { languages } from '../language.ts';

/** What is wrong, and what to do about it. */
export interface MistakeWords {
  message: string;
  cure: string;
}

type Kind = 'organizations' | 'individuals';

const missingFile = 'This file is missing.';
const orFalse = 'or false';
const localTime = 'local time in timeZone';
const oneOrMore = 'a whole number, 1 or more';
const plainText = 'contains Liquid ({{ }} or {% %})';
const addElse = 'Add an {% else %} with text to the last {% if %}.';
const quotationMarks = 'Put the text in quotation marks.';
const orAfterPublication = 'or write showSignatories: after-publication.';
const fullAddress = 'Write the full address: https://…, http://…, mailto:name@example.org or tel:+15550142.';
const branches =
  'Write {% if … %} … {% elsif … %} … {% else %} … {% endif %}. Only if and endif are required.';
const asPaths =
  'In Inkscape: Path > Object to Path; in Illustrator: Type > Create Outlines; then save as plain SVG.';
const smallerVersion = 'Save a smaller version: 768 pixels of width are enough.';
const person = { organizations: 'organization', individuals: 'person' };

/** The English words for mistakes in a campaign's files. A `message` under `values` goes on after the key's name. */
export const mistakesEn = {
  files: {
    missing: {
      message: missingFile,
      cure: 'Copy it from campaigns/harbor-trees and adapt it to your campaign.',
    },
    empty: {
      message: 'This file is empty.',
      cure: 'Copy it from campaigns/harbor-trees and adapt it to your campaign.',
    },
    inWordProcessor: (other: string, file: string): MistakeWords => ({
      message: missingFile,
      cure: `Copy the text of ${other} into a plain text file named ${file}. docs/walkthrough.md shows how.`,
    }),
    otherName: (other: string, file: string): MistakeWords => ({
      message: missingFile,
      cure: `Rename ${other} to ${file}.`,
    }),
    unknownLanguage: (code: string): MistakeWords => ({
      message: `The language “${code}” is not supported.`,
      cure: `Remove the file, or rename it for one of these languages: ${languages.join(', ')}.`,
    }),
    ownLanguage: (language: string, own: string): MistakeWords => ({
      message: `The campaign’s own language is ${language}, so this file is not a translation.`,
      cure: `Its text belongs in ${own}. Remove one of the two files.`,
    }),
    tooLarge: (bytes: number, max: number): MistakeWords => ({
      message: `This file has ${bytes} bytes. The limit is ${max} bytes.`,
      cure: 'Shorten it.',
    }),
    unreadable: {
      message: 'This line contains a character that cannot be read.',
      cure: 'Save the file as UTF-8 and correct the character.',
    },
    noOrganizations: {
      message: 'This list is of organizations, but only people can sign this campaign.',
      cure: 'Remove the file, or set signatories.organizations to true in campaign.yaml.',
    },
    more: (count: number): MistakeWords => ({
      message: `There are ${count} more mistakes.`,
      cure: 'Check that this is the right file. Correct the first mistakes, then check again.',
    }),
  },

  yaml: {
    specialMark: (mark: string): MistakeWords => ({
      message: `A text that begins with ${mark} has a special meaning in YAML.`,
      cure: quotationMarks,
    }),
    tooDeep: {
      message: 'Lists and keys are nested too deeply here.',
      cure: 'Remove extra brackets and hyphens. Put a text that contains them in quotation marks.',
    },
    twice: (key: string): MistakeWords => ({
      message: `The key ${key} is there twice.`,
      cure: 'Remove one of them.',
    }),
    beginsWithLiquid: {
      message: 'A text that begins with {{ must be in quotation marks.',
      cure: 'Put quotation marks around the whole text: "{{ … }} …".',
    },
    indentedTooFar: (line: number): MistakeWords => ({
      message: 'This line begins further to the right than the one above, which has its text already.',
      cure: `Begin it in the same column as line ${line}.`,
    }),
    /** `reason` is the library's, which is always English. */
    invalid: (reason: string): string => `This is not valid YAML: ${reason}`,
    /** By the library's code. */
    cures: {
      BLOCK_AS_IMPLICIT_KEY: 'Put a text that contains a colon in quotation marks: key: "text: more text".',
      MULTILINE_IMPLICIT_KEY:
        'Begin the line with a key, a colon and a space. To continue the text above, indent the line.',
      TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
      BAD_INDENT: 'Indent lines that belong together with the same number of spaces.',
      MISSING_CHAR: 'Close the open quotation mark or bracket, or put a colon after the key.',
      BAD_DQ_ESCAPE: 'Inside "…" write \\\\ for a backslash, or use single quotation marks.',
      BAD_SCALAR_START: quotationMarks,
      MULTIPLE_DOCS: 'Remove the line that has only ---.',
      NON_STRING_KEY: 'Put the text in quotation marks: braces and brackets have a special meaning in YAML.',
    },
    pasted: {
      bullet: 'Begin the line with a hyphen and a space instead of this sign.',
      oddSpace: 'Type the colon and the space behind it again: these come from a word processor.',
      noSpace: 'Write a space after the colon.',
    },
    otherCure: 'Put the text in quotation marks, or compare the line with docs/campaign.md.',
  },

  keys: {
    unknown: (key: string): string => `Unknown key ${key}.`,
    elsewhere: (key: string): MistakeWords => ({
      message: `${key} does not belong here.`,
      cure: 'Remove it. This key belongs in campaign.yaml.',
    }),
    more: (count: number): MistakeWords => ({
      message: `There are ${count} more unknown keys.`,
      cure: 'Check that this is the right file. The keys are in docs/campaign.md.',
    }),
    didYouMean: (key: string): string => `Did you mean ${key}? If not, remove the line.`,
    moveTo: (place: string): string => `If you meant ${place}, move it there. If not, remove the line.`,
    choices: (keys: string): string => `Remove it. The keys here are ${keys}.`,
    indent: 'Type the spaces at the beginning of the line again: these come from a word processor.',
    noSeparators: 'Write the number without thousands separators: 1700',
    straightMarks: 'Use straight quotation marks (") around the text instead of curly ones.',
    example: (example: string): string => `Write it like this: ${example}`,
    add: (example: string): string => `Add it: ${example}`,
    guide: 'See docs/campaign.md.',
    inQuotes: 'Put it in quotation marks.',
    shorten: 'Shorten it.',
    removeSome: 'Remove some.',
  },

  /** What stands in brackets after the example of a key. */
  notes: {
    slug: '3 to 60 lowercase letters, digits and hyphens; no hyphen at the beginning or end',
    language: `or ${languages.filter((language) => language !== 'en').join(' or ')}`,
    'signatories.organizations': orFalse,
    'signatories.individuals': orFalse,
    opens: localTime,
    closes: localTime,
    visibility: 'or link',
    showProgress: orFalse,
    'publication.threshold.organizations': oneOrMore,
    'publication.threshold.individuals': oneOrMore,
    'publication.notBefore': localTime,
    'publication.atNotBefore.organizations': oneOrMore,
    'publication.atNotBefore.individuals': oneOrMore,
    'publication.window.to': 'or "24:00", the end of the day',
    'delivery.by': 'or hand',
    review: 'or none, or before-counting',
    'list.groupBy': 'or scope, or region',
    showSignatories: 'or always',
    'questions[].id': 'a letter, then letters, digits, hyphens and underscores, at most 30',
    'questions[].type': 'or number, choice, checkbox',
    'questions[].options': '2 to 20, for type: choice',
    'questions[].for': 'or individuals, or both',
    'questions[].required': 'or true',
    'organizers[].role': 'or editor, or viewer',
    'branding.logo': 'a picture in the campaign’s folder',
    'branding.color': 'with quotation marks, for # begins a comment',
    'privacy.deletePersonalDataAfterDays': '1 to 3650',
  },

  values: {
    wholeFile: 'The file',
    quoted: (text: string): string => `“${text}”`,
    list: 'a list',
    group: 'a group of keys',
    kinds: {
      string: 'text',
      number: 'a number',
      int: 'a whole number',
      boolean: 'true or false',
      array: 'a list',
      object: 'a group of keys',
    },
    missing: 'is missing',
    empty: 'is empty',
    otherKind: (expected: string, found: string): string => `must be ${expected}, not ${found}`,
    otherChoice: (choices: readonly string[], found: string): string =>
      `must be ${choices.join(' or ')}, not ${found}`,
    tooShort: (min: string): string => `is shorter than ${min} characters`,
    tooLong: (max: string): string => `is longer than ${max} characters`,
    noEntry: 'needs at least one entry',
    tooManyEntries: (max: string): string => `has more than ${max} entries`,
    tooSmall: (min: string, found: string): string => `must be ${min} or more, not ${found}`,
    tooBig: (max: string, found: string): string => `must be ${max} or less, not ${found}`,
    wrongForm: (found: string): string => `has the wrong form: ${found}`,
    invalid: 'is not valid',

    notEmail: (typed: string) => ({ message: `is not an email address: “${typed}”` }),
    notOneLine: {
      message: 'must be one line of text',
      cure: 'Put it on one line, or write > after the colon and continue on the next line.',
    },
    notLines: (example: string): MistakeWords => ({
      message: 'must be a list of lines',
      cure: `Write it like this: ${example}`,
    }),
    noLiquid: {
      message: plainText,
      cure: 'Write plain text here. Liquid works in the release, and in the letter and its subject.',
    },
    noLiquidInSettings: {
      message: plainText,
      cure: 'Write plain text here. Liquid works in letter.md and release.md.',
    },
    notFileName: (example: string): MistakeWords => ({
      message: 'is not the name of a file in the folder',
      cure: `Put the picture into the campaign’s folder and write only its name: ${example}`,
    }),

    noSuchTime: { message: 'is not a valid date and time' },
    notLocalTime: { message: 'must be a date and time without a time zone' },
    skippedTime: (time: string, zone: string): MistakeWords => ({
      message: `does not exist: there is no ${time} in ${zone}`,
      cure: 'Daylight saving time skips this time. Give an earlier or later one.',
    }),
    closesFirst: { message: 'is before opens', cure: 'Give a time after opens.' },
    notTimeZone: {
      message: 'is not the name of an IANA time zone',
      cure: 'Name a large city with the same time, such as America/New_York. An offset does not know daylight saving time.',
    },
    otherTimeZone: (zone: string): MistakeWords => ({
      message: `is not the name of an IANA time zone (did you mean ${zone}?)`,
      cure: `Write it like this: timeZone: ${zone}`,
    }),
    notTimeOfDay: (typed: string) => ({ message: `is not a time of the day: “${typed}”` }),
    neverOpen: {
      message: 'is never open because from is not before to',
      cure: 'Write an end that is later on the same day: from: "09:00", to: "17:00". Midnight is to: "24:00".',
    },

    otherFolder: (slug: string, folder: string): MistakeWords => ({
      message: `is ${slug}, but the folder is named ${folder}`,
      cure: `Write slug: ${folder}, or rename the folder to ${slug}.`,
    }),
    reservedSlug: (slugs: string): MistakeWords => ({
      message: 'is reserved for the site',
      cure: `Choose a slug other than ${slugs}.`,
    }),
    nobodySigns: {
      message: 'allows nobody to sign',
      cure: 'Write true for organizations, for individuals, or for both.',
    },
    noThreshold: {
      message: 'has no number',
      cure: 'Write how many must sign: threshold: { organizations: 170 }',
    },
    noLowerNumber: {
      message: 'has no number',
      cure: 'Write how many are enough at that time: atNotBefore: { organizations: 150 }',
    },
    neverReached: (kind: Kind): MistakeWords => ({
      message: `can never be reached because signatories.${kind} is false`,
      cure: `Write signatories: { ${kind}: true }, or remove this threshold.`,
    }),
    needsNotBefore: {
      message: 'needs publication.notBefore, which is missing',
      cure: 'Add notBefore: 2026-12-02T10:00 to publication, or lower the threshold itself.',
    },
    needsThreshold: (kind: Kind): MistakeWords => ({
      message: `needs publication.threshold.${kind}, which is missing`,
      cure: `Add ${kind} to publication.threshold, or remove this line.`,
    }),
    aboveThreshold: (kind: Kind, lower: number, threshold: number): MistakeWords => ({
      message: `is ${lower}, more than the threshold of ${threshold}`,
      cure: `Give a number that is not above publication.threshold.${kind}: this many are enough at notBefore.`,
    }),
    noRecipient: {
      message: 'has no recipient',
      cure: 'Add the recipient: delivery: { by: email, to: [commission@example.org] }',
    },
    noOwner: {
      message: 'has no owner',
      cure: 'Give at least one organizer role: owner, or no role, which means the same.',
    },
    listBeforeReview: {
      message: 'cannot be always with review: none, because anybody could put any name on the list',
      cure: `Write review: flagged (or before-counting), ${orAfterPublication}`,
    },
    listWithoutProgress: {
      message: 'cannot be always with showProgress: false, because a list shows how many have signed',
      cure: `Write showProgress: true, ${orAfterPublication}`,
    },
    otherSender: (domains: readonly string[], address: string): MistakeWords => ({
      message: `must be an address at ${domains.join(' or ')}. The mail service refuses every other sender`,
      cure: `Write an address at ${domains.join(' or ')}, and put ${address} into sender.replyTo to get the answers there.`,
    }),

    notColor: (typed: string): MistakeWords => ({
      message: `is not a color of six hexadecimal digits: “${typed}”`,
      cure: 'Write it with # and in quotation marks: color: "#1a4f7a"',
    }),
    tooLight: (color: string, contrast: string, needed: number, nearest: string): MistakeWords => ({
      message: `is too light to be read: ${color} has a contrast of ${contrast} to 1 on white, and text needs ${needed} to 1`,
      cure: `Write color: "${nearest}", the nearest color that can be read.`,
    }),
    noBranding: {
      message: 'has neither a logo nor a color',
      cure: 'Write branding: { logo: logo.svg, color: "#1a4f7a" }, or remove it.',
    },

    reservedId: (id: string): MistakeWords => ({
      message: `is “${id}”, which is reserved for the form's own fields`,
      cure: 'Choose another id, such as members or how-often.',
    }),
    sameIds: {
      message: 'has two questions with the same id',
      cure: 'Give each question an id of its own; capitals, hyphens and underscores do not count.',
    },
    sameOptions: { message: 'has two options that are the same', cure: 'Give each answer once.' },
    noOptions: {
      message: 'is missing',
      cure: 'Add the answers to choose from: options: [Every week, Every month, Never]',
    },
    onlyForChoice: {
      message: 'is only for type: choice',
      cure: 'Remove options, or write type: choice.',
    },
    asksNobody: (kind: Kind, other: Kind): MistakeWords => ({
      message: `asks nobody because signatories.${kind} is false`,
      cure: `Write for: ${other}, or signatories: { ${kind}: true }.`,
    }),

    unknownQuestion: {
      message: 'is not a question in campaign.yaml',
      cure: 'Add the question there, or remove it here.',
    },
    otherQuestion: (id: string): MistakeWords => ({
      message: 'is not a question in campaign.yaml',
      cure: `Did you mean ${id}? If not, remove it.`,
    }),
    withoutOptions: { message: 'belongs to a question without options', cure: 'Remove it.' },
    otherOptions: (here: number, there: number): MistakeWords => ({
      message: `has ${here} options, and campaign.yaml has ${there}`,
      cure: 'Translate each option, in the same order.',
    }),
    notInSettings: (key: string): MistakeWords => ({
      message: 'is not in campaign.yaml',
      cure: `Add ${key} to campaign.yaml, or remove it here.`,
    }),

    noPhoneNoEmail: {
      message: 'has no phone number and no email address',
      cure: 'Add a phone number, an email address, or both.',
    },
    attribution: (hasBoth: boolean): MistakeWords => ({
      message: hasBoth ? 'has both an attribution and a lead' : 'has neither an attribution nor a lead',
      cure: 'Write one of them: attribution: "said Ana Ruiz." after the quote, or lead: "Ana Ruiz said:" before it.',
    }),
    notFullAddress: {
      message: 'is not a full address',
      cure: 'Copy it from the address bar of a browser: url: "https://example.org"',
    },
  },

  texts: {
    noKeys: {
      message: 'The block of keys at the top is missing.',
      cure: 'Begin the file with a line with three hyphens (---), then the keys, then three hyphens again.',
    },
    keysWithoutEnd: {
      message: 'The block of keys has no end.',
      cure: 'Add a line with three hyphens (---) after the keys.',
    },
    noText: {
      message: 'There is no text below the keys.',
      cure: 'Write the text below the second line with three hyphens.',
    },
    empty: { message: 'This text is empty for some numbers of signatures.', cure: addElse },
    emptyMessage: {
      message: 'The subject or the text is empty for some numbers of signatures.',
      cure: addElse,
    },
    /** `reason` is the library's, which is always English. */
    notRendered: (reason: string): MistakeWords => ({
      message: `The text cannot be rendered: ${reason}.`,
      cure: 'Simplify its Liquid.',
    }),
    picture: {
      message: 'A text cannot contain pictures.',
      cure: 'Remove it, or link to it: [text](https://…).',
    },
    linkWithoutAddress: { message: 'A link has no address.', cure: fullAddress },
    linkWithin: (address: string): MistakeWords => ({
      message: `A link to ${address} does not work.`,
      cure: fullAddress,
    }),
    linkScheme: (scheme: string): MistakeWords => ({
      message: `Links that begin with ${scheme} are not allowed.`,
      cure: fullAddress,
    }),
    linkInPart: (address: string): MistakeWords => ({
      message: `“${address}” is not a full address.`,
      cure: fullAddress,
    }),
  },

  liquid: {
    /** `reason` is the library's, which is always English. */
    invalid: (reason: string, isOpen: boolean): MistakeWords => ({
      message: `This is not valid Liquid: ${reason}.`,
      cure: isOpen ? 'Close it with }} or %}.' : 'Compare it with docs/campaign.md.',
    }),
    noIf: (tag: string): MistakeWords => ({ message: `This ${tag} has no if before it.`, cure: branches }),
    afterElse: (tag: string): MistakeWords => ({
      message: `This ${tag} comes after an else.`,
      cure: branches,
    }),
    noEndif: { message: 'This if has no endif.', cure: branches },
    tooDeep: { message: 'Too many ifs are nested here.', cure: 'Use fewer levels.' },
    noName: 'The {{ }} is empty.',
    unknownName: (name: string): string => `Unknown name ${name} in {{ }}.`,
    names: (names: string): string => `The names are ${names}.`,
    unknownFilter: (filter: string): string => `Unknown filter ${filter}.`,
    filters: (filters: string): string => `The filters are ${filters}.`,
    didYouMean: (word: string): string => `Did you mean ${word}?`,
    kinds: { count: 'count', text: 'text', day: 'day' },
    otherValue: (filter: string, needed: string, given: string): string =>
      `The filter ${filter} needs a ${needed}, but it gets a ${given}.`,
    wrongFilter: (filter: string): string => `The filter ${filter} is written wrongly.`,
    filterExample: (example: string): string => `Write it like this: ${example}`,
    unknownTag: (tag: string): MistakeWords => ({
      message: `Unknown tag ${tag}.`,
      cure: 'The tags are {% if … %}, {% elsif … %}, {% else %}, {% endif %}.',
    }),
    wrongCondition: {
      message: 'This condition is not valid.',
      cure: 'Write it like this: {% if organizations.count >= 200 and individuals.count > 0 %}',
    },
  },

  logos: {
    problems: (maxKilobytes: number) => ({
      missing: {
        message: 'is not in the folder',
        cure: 'Put the picture into the campaign’s folder, or correct the name of the file.',
      },
      'too-large': { message: `has more than ${maxKilobytes} KB`, cure: smallerVersion },
      'not-a-picture': {
        message: 'is neither SVG, PNG nor JPEG',
        cure: 'Save it in one of these formats. Renaming the file is not enough.',
      },
      'too-many-pixels': { message: 'has too many pixels', cure: smallerVersion },
      'too-narrow': {
        message: 'is too narrow',
        cure: 'Crop it. A logo is shown in at most 256 × 64 pixels, and this one would be under 4 pixels.',
      },
      'too-detailed': {
        message: 'has too many colors for a logo',
        cure: 'Use a drawing instead of a photo: an SVG, or a PNG with few colors.',
      },
      'shows-nothing': {
        message: 'shows nothing when it is drawn',
        cure: 'Check whether it is damaged or fully transparent, and save it again.',
      },
      'white-on-white': {
        message: 'is white and has no background of its own, so nobody would see it on a page or on paper',
        cure: 'Use the version of the logo for light backgrounds.',
      },
      broken: {
        message: 'cannot be drawn',
        cure: 'Check whether a browser shows it, and save it again as plain SVG or as PNG.',
      },
      'refers-outside': {
        message: 'refers to another file or address',
        cure: 'Embed that file in the picture, or remove the reference. Remove links, too.',
      },
      'has-text': {
        message: 'contains text, which looks different on each computer',
        cure: `Convert the text to outlines. ${asPaths}`,
      },
      'has-html': {
        message: 'contains HTML (foreignObject), which is not drawn',
        cure: 'Save it as plain SVG.',
      },
      'holds-pictures': {
        message: 'contains a picture that is not drawn',
        cure: 'Embed only PNG or JPEG pictures, with no more pixels than needed.',
      },
    }),
    tooLargeTogether: (kilobytes: number, max: number): MistakeWords => ({
      message: `All logos together have ${kilobytes} KB when they are drawn. The limit is ${max} KB.`,
      cure: 'Remove some, or replace those with many colors by simpler pictures.',
    }),
    notStored: (picture: string): MistakeWords => ({
      message: `${picture} is not one of the campaign’s pictures.`,
      cure: 'Remove it. To add a picture, run `campaign apply` on a folder that contains it.',
    }),
    onlyInTranslation: (picture: string): MistakeWords => ({
      message: `${picture} is not a logo of release.md.`,
      cure: 'Add it to release.md, too. All languages have the same logos; only alt and url are translated.',
    }),
  },

  lists: {
    quotationMark: {
      message: 'A quotation mark in this row is in the wrong place.',
      cure: 'Put a cell that contains commas in quotation marks, and write a quotation mark inside it twice: "The ""Daily"" Example".',
    },
    empty: (columns: string): MistakeWords => ({
      message: 'The list is empty.',
      cure: `Make ${columns} the first line, or remove the file.`,
    }),
    noColumn: (column: string, columns: string): MistakeWords => ({
      message: `The column ${column} is missing.`,
      cure: `Make ${columns} the first line.`,
    }),
    sameColumns: (column: string): MistakeWords => ({
      message: `There are two columns ${column}.`,
      cure: 'Remove one of them.',
    }),
    unknownColumn: (column: string): string => `Unknown column ${column}.`,
    unnamedColumn: (letter: string): string => `Column ${letter} has no name in the first line.`,
    columns: (columns: string): string => `The columns are ${columns}.`,
    didYouMean: (column: string): string => `Did you mean ${column}?`,
    otherCells: (found: number, expected: number, example: string): MistakeWords => ({
      message: `This row has ${found === 1 ? 'one cell' : `${found} cells`}, but the first line has ${expected}.`,
      cure:
        found > expected
          ? 'Put a cell that contains commas in quotation marks.'
          : `Write a comma for each empty cell: ${example}`,
    }),
    noAddress: (column: string): MistakeWords => ({
      message: `${column} is missing.`,
      cure: 'Enter an address, or remove the row.',
    }),
    noOrganization: (column: string): MistakeWords => ({
      message: `${column} is missing.`,
      cure: 'Enter the name of the organization, or remove the row.',
    }),
    notEmail: (typed: string, mayBeEmpty: boolean): MistakeWords => ({
      message: `“${typed}” is not an email address.`,
      cure: mayBeEmpty
        ? 'Write it like ana@example.org, or leave the cell empty.'
        : 'Write it like ana@example.org.',
    }),
    notWebsite: (typed: string): MistakeWords => ({
      message: `“${typed}” is not the address of a website.`,
      cure: 'Write it like example.org or https://example.org/about, or leave the cell empty.',
    }),
    tooLong: (column: string): MistakeWords => ({ message: `${column} is too long.`, cure: 'Shorten it.' }),
    tooManyBytes: (column: string, max: number): MistakeWords => ({
      message: `${column} is too long. The limit is ${max} bytes.`,
      cure: 'Shorten it.',
    }),
    lineBreak: (column: string): MistakeWords => ({
      message: `${column} contains a line break.`,
      cure: 'Remove the line break from the cell.',
    }),
    embargoed: (typed: string): MistakeWords => ({
      message: `embargoed must be yes or no, not “${typed}”.`,
      cure: 'Write yes if the contact may get the press release under embargo, else no.',
    }),
    twoEmbargoes: (line: number): MistakeWords => ({
      message: `This address is also on line ${line}, with a different value in embargoed.`,
      cure: 'Remove one of the two lines.',
    }),
    addressInName: (name: string, kind: 'link' | 'email-address'): MistakeWords => ({
      message: `“${name}” contains ${kind === 'link' ? 'a link' : 'an email address'}.`,
      cure: 'Write only the name of the organization. Addresses have columns of their own.',
    }),
    notAName: (name: string): MistakeWords => ({
      message: `“${name}” is not the name of an organization.`,
      cure: 'Write the name of the organization, or remove the row.',
    }),
    listedTwice: (name: string, line: number): MistakeWords => ({
      message: `“${name}” is already on line ${line}.`,
      cure: 'Remove one of the two lines.',
    }),
    sameOrganization: (name: string, line: number, first: string): MistakeWords => ({
      message: `“${name}” is the organization of line ${line}, “${first}”.`,
      cure: 'Remove one of the two lines.',
    }),
    tooManyOrganizations: (max: number): MistakeWords => ({
      message: `The list has more than ${max} organizations.`,
      cure: 'Remove those that you do not expect to sign.',
    }),
  },

  warnings: {
    ignored: (file: string): string => `${file} is not part of a campaign and is ignored.`,
    misnamed: (file: string, meant: string, how: 'rename' | 'save-as-csv' | 'copy-text'): string => {
      const cures = {
        rename: `rename it to ${meant}`,
        'save-as-csv': `save it as “CSV UTF-8” with the name ${meant}`,
        'copy-text': `copy its text into a plain text file named ${meant}`,
      };
      return `${file} is ignored. If the campaign is to use it, ${cures[how]}.`;
    },
    noPressList: 'press-list.csv is missing. The press release is emailed to nobody.',
    atAnyHour:
      'publication.notBefore and publication.window are both missing. The letter is published as soon as enough have signed, at any hour of the day or night.',
    byHand: 'delivery.to and delivery.cc get no email because the letter is delivered by hand.',
    notApproved: (file: string, line: number, quote: string): string =>
      `${file}, line ${line}: ${quote} is not approved. Nothing is published until every quote is approved.`,
    untranslated: (file: string, document: 'letter' | 'release'): string =>
      `${file} is missing. Pages in that language show the ${document === 'letter' ? 'letter' : 'press release'} untranslated, with a notice.`,
    untranslatedKey: (file: string, key: string): string =>
      `${file} has no ${key}. Pages in that language show the ${key} from campaign.yaml.`,
    pressAddressTwice: (file: string, line: number, first: number): string =>
      `${file}, line ${line}: this address is already on line ${first}. It gets one email.`,
    invitedAddressTwice: (file: string, line: number, first: number): string =>
      `${file}, line ${line}: this address is already on line ${first}. It gets an invitation for each organization.`,
    invitedElsewhere: (list: string): string =>
      `These organizations are now invited, and count already with an address at another domain: ${list}. They keep counting. Check whether they are genuine; if not, reject them.`,
    protectedElsewhere: (list: string): string =>
      `These names are now protected, and signatures under them count already with an address that is not known to be the organization’s: ${list}. They keep counting. Check whether they are genuine; if not, reject them.`,
    isClosed: 'closes is in the past. Nobody can sign, and the page says that signing has closed.',
    isDue: 'publication.notBefore is in the past. The letter is published as soon as enough have signed.',
    noGlyphs: (file: string, characters: readonly string[], more: number): string =>
      `${file}: the PDF shows an empty box for characters that its fonts do not have: ${[...characters, ...(more > 0 ? [`and ${more} more`] : [])].join(', ')}.`,
    ifOne: (file: string, excerpt: string, kind: Kind): string =>
      `${file} says “${excerpt}” if one ${person[kind]} has signed. Write the word with the filter plural: {{ ${kind}.count | plural: "…", "…" }}.`,
    ifNone: (file: string, excerpt: string, kind: Kind): string =>
      `${file} says “${excerpt}” if no ${person[kind]} has signed. Leave the words out then: {% if ${kind}.count > 0 %}…{% endif %}.`,
    lines: (shown: readonly number[], more: number): string => {
      if (more > 0) return `lines ${shown.join(', ')} and ${more} more`;
      if (shown.length === 1) return `line ${shown[0]}`;
      return `lines ${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
    },
    pasted: (file: string, lines: string, what: string): string => `${file}, ${lines}: ${what}`,
    html: (found: string): string =>
      `“${found}” is HTML and is printed as it stands. Remove such tags. For bold write **words**, for italics *words*, for a link [words](https://example.org).`,
    comment: (found: string): string =>
      `“${found}” begins with #, so it is a comment and is left out. If it belongs to the text, put the whole text in quotation marks.`,
    curly: (found: string): string =>
      `${found} is printed with its curly quotation marks. If they only stand around a text, use straight ones (").`,
    garbled: (found: string): string =>
      `“${found}” is a text that was saved in one encoding and opened in another. Copy it from its source again, and save the file as UTF-8.`,
    bullet: (found: string): string =>
      `“${found}” makes no list. Begin each point with a hyphen and a space: “- First point”.`,
    lettered: (found: string): string =>
      `“${found}” makes no list, so the points become one paragraph. Number them as “1. First point”, or put an empty line between them.`,
    indented: (_found: string): string =>
      'an indented paragraph is printed in typewriter letters. Remove the spaces or the tab before it.',
  },
};
