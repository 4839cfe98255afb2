/** What is left of a number after its largest part, in words; nothing for zero. */
export function rest(value: number, inWords: (value: number) => string): string[] {
  return value === 0 ? [] : [inWords(value)];
}
