/** Insults, obscenities and slogans of hate that no organization of a list has in its name. Folded. */
const abusive =
  /\b(?:fuck\w*|motherfuck\w*|f\*+(?:k|ck)?|shit(?:ty|s|head\w*)?|bullshit|asshole\w*|cocksuck\w+|cunts?|dickhead\w*|douchebag\w*|sucks?|retards|hitler|heil|nazis?$|kkk|ku klux klan|white power|white pride|white lives matter|sieg|deez nuts|penis(?:es)?|poop(?:s|y|ers?|ing|head\w*)?|butthead\w*|fuk(?:k?(?:ers?|ing?|ed|u|you|off)|k|s)|fck\w*|sh[!1*]t\w*|a[$@]{2}hole\w*|b[!1]tch\w*|bitch(?:es|y)?|wank(?:ers?|ing|s)|twats?|your mom|go to hell|yo mama|pendej[oa]s?|put[oa]s|hij[oa]s? de puta|mierda|cabron(?:es|a|as)?|chinga\w*|verga|culeros?|merde|connards?|encul\w+|n[i1]gg(?:er|a)s?|fags|faggots?|kikes|spics|wetbacks?|trann(?:y|ies)|maric(?:on|ones)|(?:kill|hang) (?:all|them|yourself)|(?:jews?|you) will not replace us)(?![\p{L}\p{N}])/u;

/** Calls to kill a people. */
const calls =
  /\b(?:kill|gas|death to|muerte a|mort aux)(?: the| all| los| las)? (?:jews?|arabs?|muslims?|blacks?|mexicans?|migrants?|immigrants?|gays?|judi[oa]s|arabes|musulmanes|negr[oa]s|migrantes|juifs|noirs)\b/u;

/** Who names them to fight them: "Grandmothers Against Nazis", "KKK No More". */
const fought =
  /\b(?:against|contra|contre|anti|stop|no more|no mas)[ -](?:the |los |las )?(?:nazis?|kkk|ku klux klan|hitler)\b|\b(?:nazis?|kkk|ku klux klan|hitler),? (?:no more|never again)\b/gu;

/** The three brackets by which antisemites mark a name. */
const marks = /\({3}|\){3}/;

/** "f u c k", "f.u.c.k", "s-h-i-t". */
const spelled = /(?<![\p{L}\p{N}])\p{L}(?:[ .*_-]+\p{L}){3,}(?![\p{L}\p{N}])/gu;

/** Whether a name insults somebody. An organizer looks at it before it is printed. */
export const isAbusive = (folded: string): boolean =>
  abusive.test(folded.replace(fought, '')) ||
  calls.test(folded) ||
  marks.test(folded) ||
  (folded.match(spelled) ?? []).some((letters) => abusive.test(letters.replace(/[^\p{L}]/gu, '')));
