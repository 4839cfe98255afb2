import type { Language } from '../../i18n/language.ts';
import { texts } from '../../i18n/texts.ts';
import { subjectName } from '../../rendering/document/safe-text.ts';
import { withoutHosts } from './signer.ts';

/** Marks that would end or begin a quotation within it. */
const quotationMarks = /[“”„‟«»"〝〞＂]/gu;

/**
 * What a shell runs: a program's name as it is typed there, an option, a pipe, a substitution. With all that follows.
 */
const commands = [
  /\b(?:npm|npx|curl|wget)\b.*$/isu,
  /(?<![\p{L}\p{N}.])(?:sudo|bash|sh|rm|git|ssh|aws|node|cat|echo|cd|docker|python3?|perl|php|ruby|chmod)\s+[\p{Ll}\p{P}\p{S}].*$/su,
  /(?<![\p{L}\p{N}.])\p{Ll}[\p{Ll}\d.]*\s+-\p{Ll}{1,3}(?!\p{L}).*$/su,
  /(?<![\p{L}\p{N}.])campaign\s+(?:apply|approve|correct|delete|erase|merge|promote|publish|reject|resume|split|take-down)\b.*$/su,
  /(?:`|\$\(|\s[|>]\s|&&|\|\||\s--\p{Ll}).*$/su,
];

/**
 * What somebody typed, for a mail to organizers: short, in the language's quotation marks, without links and commands,
 * so that nobody takes it for our words.
 */
export function quotedName(typed: string, language: Language): string {
  const plain = commands.reduce(
    (text, command) => text.replace(command, '…'),
    typed.replace(quotationMarks, '’'),
  );
  return texts(language).quoted(withoutHosts(subjectName(plain) ?? '…'));
}
