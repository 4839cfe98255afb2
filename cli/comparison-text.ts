import { consoleTexts } from '../shared/i18n/console/texts.ts';
import type { Language } from '../shared/i18n/language.ts';
import type { Comparison } from '../shared/organization/compare.ts';

/** A comparison in sentences: the result, then each reason. */
export function comparisonText(language: Language, { same, similar, because }: Comparison): string {
  const { verdicts, reasons } = consoleTexts(language).comparison;
  const verdict = same ? 'same' : similar ? 'similar' : 'different';
  return [verdicts[verdict], ...because.map((reason) => reasons[reason])].join(' ');
}
