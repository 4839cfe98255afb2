/** Insults, obscenities and slogans of hate that no organization of a list has in its name. Folded. */
const abusive =
  /\b(?:fuck\w*|motherfuck\w*|f\*+(?:k|ck)?|shit(?:ty|s|head\w*)?|bullshit|asshole\w*|cunts?|dickhead\w*|douchebag\w*|sucks?|retards?|hitler|heil|nazis?$|kkk|ku klux klan|white power|white pride|sieg|deez nuts|penis(?:es)?|poop\w*|butthead\w*|fuk(?:k?(?:ers?|ing?|ed|u|you|off)|k|s)?|fck\w*|sh[!1*]t\w*|a[$@]{2}hole\w*|b[!1]tch\w*|bitch(?:es|y)?|wank\w+|twats?|your mom|go to hell|yo mama|pendej[oa]s?|put[oa]s|hij[oa]s? de puta|mierda|cabron(?:es|a|as)?|chinga\w*|verga|culeros?|merde|connards?|n[i1]gg(?:er|a)s?|fags|faggots?|kikes|spics|wetbacks?|trann(?:y|ies)|maric(?:on|ones)|(?<=^)gas the|(?:kill|hang) (?:all|them|yourself)|will not replace us|encul\w+)(?![\p{L}\p{N}])/u;

/** The three brackets by which antisemites mark a name. */
const marks = /\({3}|\){3}/;

/** "f u c k", "f.u.c.k", "s-h-i-t". */
const spelled = /(?<![\p{L}\p{N}])\p{L}(?:[ .*_-]+\p{L}){3,}(?![\p{L}\p{N}])/gu;

/** Whether a name insults somebody. An organizer looks at it before it is printed. */
export const isAbusive = (folded: string): boolean =>
  abusive.test(folded) ||
  marks.test(folded) ||
  (folded.match(spelled) ?? []).some((letters) => abusive.test(letters.replace(/[^\p{L}]/gu, '')));
