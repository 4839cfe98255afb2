/** How a language is written: what `Intl` does not know. Each language has it in its own file, beside its texts. */
export interface WritingRules {
  direction: 'ltr' | 'rtl';
  quotationMarks: QuotationMarks;
  /** Between a label and its value, with what stands before it. */
  colon: string;
  /** Between the items of a list, with what stands before it. */
  semicolon: string;
  /** More than a round number, for the filter `over`: "over 170". */
  over(digits: string): string;
  /** A noun after millions, for the filter `plural`: "1.000.000 de organizaciones". */
  afterMillions(noun: string): string;
  /**
   * A whole number below a billion in words, for the filter `words`, in the gender that organizations and people take.
   */
  inWords(value: number): string;
}

export interface QuotationMarks {
  open: string;
  close: string;
  /** Opens each further paragraph of a quote. */
  reopen: string;
  /** For quotes within the quote, by depth. */
  nested: readonly (readonly [string, string])[];
}
