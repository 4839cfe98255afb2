/** Insults, obscenities and slogans of hate that no organization of a list has in its name. Folded. */
const abusive =
  /\b(?:fuck\w*|motherfuck\w*|f\*+(?:k|ck)?|shit(?:ty|s|head\w*)?|bullshit|asshole\w*|cunts?|dickhead\w*|douchebag\w*|sucks?|retards?|hitler|heil|nazis?$|kkk|ku klux klan|white power|white pride|sieg|deez nuts|your mom|go to hell|yo mama|pendej[oa]s?|put[oa]s|hij[oa]s? de puta|mierda|cabron(?:es|a|as)?|chinga\w*|verga|culeros?|merde|connards?|encul\w+)(?![\p{L}\p{N}])/u;

/** The three brackets by which antisemites mark a name. */
const marks = /\({3}|\){3}/;

/** Whether a name insults somebody. An organizer looks at it before it is printed. */
export const isAbusive = (folded: string): boolean => abusive.test(folded) || marks.test(folded);
