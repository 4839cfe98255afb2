/** Names that people have typed in such forms, or might type. */
export const strangeNames = {
  formula: "=cmd|'/C calc'!A0",
  markup: '<b>Bold & Co.</b>',
  reversed: '\u202Egnp.exe Society',
  endless: 'x'.repeat(200),
  accents: 'Łódź Ťěší Žižkov Ñandubay Ệ',
  greek: 'Ελληνική Ένωση Πολιτών',
  cyrillic: 'Союз «Гавань» Київ',
  emoji: '🎉🌳 Tree Party 👩‍👩‍👧',
  arabic: 'مؤسسة الميناء',
  chinese: '日本の木',
};
