const line = (...alternatives: string[]): RegExp => new RegExp(alternatives.join('|'), 'u');

/** Texts about the letter, about signing it, or to its organizers. */
const aboutSigning = line(
  String.raw`\bthis (?:letter|petition|statement|form|sign ?on)\b`,
  String.raw`\byour (?:letter|petition|statement|form|list|email|message)\b`,
  String.raw`\b(?:will|will be|would like to|want to|wants to|wish to|unable to|cannot|cant|wont|do not|dont|did not|didnt|not|already|please|have|has) sign(?:ed|ing)?\b`,
  // "Ready to Sign Printers" is a name.
  String.raw`\b(?:plan|ready|happy|going) to sign(?=$| (?:this|the|it|on|up|as|for|a|your|when|if|once|but|and|now|soon|after|later)\b)`,
  String.raw`^(?:sign|count) (?:me|us) (?:up|in|on)$|^(?:add|put|include|list) (?:me|us) (?:to|on|as|too)\b`,
  String.raw`\best[ae] (?:carta|peticion|declaracion|formulario)\b|\bsu (?:carta|peticion|lista)\b`,
  String.raw`\b(?:quiero|quisiera|queremos|deseo|deseamos|no|ya|voy a|vamos a|favor de) (?:firmar|firmo|firmen|firme|firmamos)\b|\b(?:puedo|podemos|puede) firmar\b|^donde firm`,
  String.raw`\bcette (?:lettre|petition|declaration)\b|\bvotre (?:lettre|petition|liste)\b`,
  String.raw`\b(?:veux|voudrais|voulons|souhaite|souhaitons|ne|deja|vais|allons) sign(?:er|e|ons|ez)\b`,
);

/** Sentences of somebody who speaks about himself or herself, or about a group without its name. */
const aboutOneself = line(
  String.raw`^(?:i|we) (?:\w+ly |also )?(?:agree|disagree|oppose|approve|concur|endorse)\b|^(?:i|we) (?:\w+ly )?support$`,
  String.raw`^(?:i|we) (?:object|dissent)\b|^(?:(?:i|we) )?(?:do not|dont) (?:agree|support|endorse|approve)\b`,
  String.raw`^(?:i am|im) (?:the|a|an) (?:\w+ )?(?:director|president|chair|founder|owner|leader|pastor|member|resident|citizen|voter|parent|mother|father|teacher|student|nurse|volunteer|activist)\b`,
  String.raw`^we are (?:a|an) (?:\w+ )?(?:group|organi[sz]ation|nonprofit|charity|coalition|church|community|network|team)\b`,
  String.raw`^(?:apoyo|apoyamos|estoy|estamos) (?:de acuerdo|totalmente|en contra|a favor)\b|^(?:apoyo|apoyamos)$`,
  '^soy (?:el |la |un |una )?(?:director|president|miembr|vecin|residente|ciudadan|maestr|estudiante|madre|padre|voluntari)',
  String.raw`^somos (?:un|una) (?:\w+ )?(?:grupo|organizacion|coalicion|iglesia|comunidad|asociacion|red|colectivo)\b`,
  '^je suis (?:le |la |un |une )?(?:direct|president|membre|habitant|citoyen|parent|mere|pere|etudiant|benevole)',
  String.raw`^nous sommes (?:un|une) (?:\w+ )?(?:groupe|organisation|association|communaute|eglise|collectif)\b`,
);

/** Thanks, requests, references to another field, and news about a decision. */
const toOrganizers = line(
  '^(?:yes |no |ok )?please$| please$',
  String.raw`^please (?:call|remove|delete|add|contact|see|send|email|sign|do|dont|let|use|note|update|keep|list|put|take|include|make|confirm|check|advise|help|write|reply)\b`,
  '^thank(?:s| you)(?:(?: so| very)? much| again| all| everyone| in advance| for (?:this|doing|your|all|everything|organizing|the) ?.*)?$',
  String.raw`^(?:could|can|would) you\b`,
  String.raw`^see (?:the )?(?:website|web site|above|below|attached|attachment|email|e mail|link|letterhead|previous)\b`,
  String.raw`^same (?:as|name|organi[sz]ation)\b|^as (?:listed|written|stated) (?:above|before|below)$`,
  String.raw`\b(?:waiting|awaiting|pending) (?:for |on )?(?:\w+ )?(?:board|approval|confirmation|vote|decision|permission|authorization)\b`,
  String.raw`\b(?:has|have|had) not \w+ yet\b|\bsign later\b`,
  String.raw`^(?:muchas |mil )?gracias(?: por (?:todo|esto|su|hacer|organizar|la|el) ?.*)?$|\bpor favor\b`,
  String.raw`^ver (?:arriba|abajo|adjunto|el sitio|sitio)\b|\b(?:pendiente|a la espera|en espera) de(?:l|) ?(?:aprobacion|consejo|junta|confirmacion|voto)\b`,
  String.raw`^merci(?: beaucoup)?(?: pour .*)?$|\bsil (?:vous|te) plait\b|^voir (?:ci|le site|plus)\b|\ben attente d(?:e|u) ?l?(?:a |approbation|accord|conseil)`,
);

/** Instructions to whoever keeps the list, and about what is to be kept from it. */
const aboutTheList = line(
  '^(?:please )?(?:ignore|unsubscribe|withheld|redacted|confidential|do not (?:publish|list|print|count|use|share)|dont (?:publish|list|print|count|use|share))(?: (?:this|me|us|it|that|my name|our name))?$',
  '^(?:not for (?:publication|print)|keep (?:this |it |me )?(?:private|anonymous|confidential)|name (?:withheld|redacted)|wrong number|stop (?:this|it|emailing|e mailing|calling|texting|contacting)(?: me| us)?)$',
  String.raw`^(?:take|remove) (?:me|us|this|my name)?\s?(?:off|from) (?:the|your|this)?\s?list$|^test (?:do not|dont|please) `,
  '^(?:see )?(?:the )?(?:list|names?) (?:attached|below|enclosed|to follow)$|^see (?:list|signature)$|^(?:multiple|many|several) (?:organi[sz]ations|orgs|groups)$',
  '^(?:who is this|who dis|whatever|no clue|(?:i )?(?:would )?rather not say|none of (?:your|ur) business|none whatsoever)$',
  // Nothing has been decided, or has been decided against.
  '^(?:(?:we|i|are|is|am|have|has|our|the|my|organi[sz]ation|org|group|board|currently|still) )*(?:deciding|undecided|(?:not|havent|hasnt|yet to|still to|not yet) (?:yet )?decided?)(?: yet| later| soon)?$',
  String.raw`^(?:(?:i|we) )?(?:decline|declined|refuse|refused|opt(?:ed|ing)? out|abstain(?:ed|ing)?)(?: to \w+)?$`,
  String.raw`^(?:(?:org|organi[sz]ation|group) )?(?:name|title) (?:pending|to follow|forthcoming)$|^board vote(?: .*\d)?$`,
  '^(?:todavia |aun )?(?:sin decidir|no hemos decidido|por decidir)$|^(?:pas encore decide|nous n ?avons pas (?:encore )?decide)$',
  // The form once more.
  '^(?:duplicate|duplicad[oa]|doublon)$|^(?:duplicate|dup|second|2nd|repeat(?:ed)?) (?:submission|entry|signature|form|response|sign ?on)$',
  ' (?:please|pls|plz) (?:delete|remove|ignore|disregard)$|^(?:segund[oa]|deuxieme) (?:envio|firma|formulario|signature|envoi)$',
  String.raw`^(?:as|como|comme) (?:discussed|agreed|requested|acordado|convenu)$|^confirm (?:w|with) \w+$`,
  // That names of the list are false.
  '^(?:an? |the )?(?:fake|phony|bogus|forged|false) (?:list|names?|signers?|signatures?|organi[sz]ations?|orgs?|petition)(?: of \\w+)?$',
  '^(?:(?:half|most|all) of )?(?:this|these|the|your) (?:(?:list|names|signers|signatures|organi[sz]ations|organi[sz]ers) )?(?:is|are) (?:all |a |an )?(?:fakes?|liars?|frauds?|scams?|hoax|bogus|phony|false)$',
  '^(?:firmas?|nombres|lista) (?:falsas?|falsos)$|^(?:fausses? (?:signatures?|liste)|faux noms)$',
  String.raw`^(?:not yet |un|not )authorized$|\b(?:board|approval|vote) (?:approval )?(?:pending|meets)\b`,
  // The name is to follow, or there is none.
  String.raw`^(?:tb[acd]|por (?:definir|confirmar)) (?:by|later|soon|until|when|after|once|name|en|cuando|despues|nombre)\b`,
  String.raw`\b(?:will|to be|tbd|tba|names?|confirm\w*|tell|send|know|sign|avis\w+|envi\w+|nombres?|noms?|enverr\w+) (?:\S+ ){0,4}?(?:later|mas tarde|mas adelante|despues|plus tard)$`,
  String.raw`(?<!\bnot )\b(?:just|only) (?:me|myself)$|(?<!\bno )\b(?:solo|solamente) yo$|(?<!\bpas )\b(?:juste|seulement) moi$`,
  '^(?:no publicar|no publiquen|no contar|ignorar|ignoren|quitar|quitenme|no me (?:escriban|llamen))(?: .*)?$',
);

/** A vote for or against. "Agree to Disagree" and "A Favor de lo Mejor" are names. */
const opinions =
  /^(?:(?:i |we )(?:sign|signed|support (?:this|it|you|them))|signed|agreed?|approved|seconded|against|in favor|opposed|count me in|we stand with you|(?:good luck|great work|good work|great job|god bless)(?: (?:you|all|everyone))?|keep up the (?:good|great) work|vote (?:no|yes)|firm[oe]|firmado|firmamos|a favor|en contra|de acuerdo|jaja\w*|(?:ha){2,}h?|hehe\w*|lol \w+|ugh|meh|hmm+)$/;

/** "Down with the Commission", "Abajo la Comisión", "À bas la commission". */
const slogans = /^(?:down with the|abajo (?:con )?(?:el|la)|a bas (?:les?|la)) \S/;

/** What is bought and sold by mail. */
const advertising =
  /\b(?:viagra|cialis|seo services|cheap flights|make money|earn money|free iphone|work from home|click below)\b|^(?:buy|get|win) (?:a )?(?:cheap|free) |^free bitcoin$/;

const month =
  'january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';

/** "November 29", "December 2, 2026", "Monday", "10:30 AM", "50 members". "April 6 Movement" is a name. */
const dateOrAmount = line(
  String.raw`^(?:${month}) \d{1,2}(?:st|nd|rd|th)?(?: \d{4})?$|^\d{1,2} (?:de )?(?:${month})(?: (?:de )?\d{4})?$|^\d{1,2} \d{2} [ap]m$`,
  '^(?:today|tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|hoy|ayer|lunes|martes|miercoles|jueves|viernes|sabado|domingo)$',
  String.raw`^(?:about |over |around |mas de |unos |unas )?\d+ (?:members|people|employees|families|miembros|personas|empleados)(?: strong)?$`,
);

const otherTexts = line(
  String.raw`^this is (?:a |an |so |all )?(?:stupid|scam|lie|fake|joke|hoax|fraud|nonsense|ridiculous)\b`,
  String.raw`\bclick (?:here|this|the link|on)\b|\bhttps?\b|\bhxxps?\b|\b\w+ dot \w+ slash\b|^free money\b`,
  '^every(?:one|body) (?:in|at|from) ',
  // A name stands for one organization.
  String.raw`^(?:over |more than |about |mas de |plus de )?\d+ (?:other |otras? |autres )?(?:organi[sz]ations|orgs|groups|organizaciones|grupos|groupes)$`,
  String.raw`\band (?:\d+|many|several|other|more) (?:other |more )?(?:organi[sz]ations|orgs|groups)$|\band (?:many |\d+ )(?:others|more)$|\band others$|\by (?:muchas?|muchos?|otras|otros) (?:mas|organizaciones|grupos)$`,
);

/** Words with which a question of several words begins. */
const asks =
  /^(?:who|what|when|where|why|how|which|whose|is|are|am|can|could|do|does|did|will|would|should|may|has|have|quien|que|cuando|donde|por que|como|cual|es|esta|hay|puedo|podemos|quand|comment|ou|qui|pourquoi|est ce|puis je|peut on) \S+ \S/;

const isQuestion = (text: string, typed: string): boolean =>
  /[?？]["'”’)\s]*$/u.test(typed) && asks.test(text);

/** Tags, entities, placeholders of templates, formulas and SQL. */
const markup =
  /<\/?[a-z][^<>]*>|&(?:[a-z]{2,6}|#\d+);|\{\{|\$\{|^[=@+-]\s*\w+\s*\(|\|\s*cmd\b|\bor 1\s*=\s*1\b|;\s*drop table\b/i;

/** "Sea Watch; Dock Workers; Harbor Families", also with slashes: a name stands for one organization. */
const listOfNames = /^[^;]{4,};[^;]{4,};[^;]{4,}$|^[^/]{4,} \/ [^/]{4,} \/ [^/]{4,}/;

/** "#SaveTheTrees #HarborTrees". One alone may be the name of a movement. */
const hashtags = /^#\p{L}[\p{L}\p{N}_]*(?:\s+#\p{L}[\p{L}\p{N}_]*)+$/u;

/** Names have up to some fifteen words. */
const maxWordsOfName = 20;

/**
 * Whether a text is a sentence, a question or a piece of a program instead of a name: "When is the deadline?", "I
 * support this letter", "please call me", in English, Spanish and French. `text` is folded and has no punctuation.
 * Names that are sentences, such as "I Am Harbor" and "We Are Not Numbers", are not among them.
 */
export const isSentence = (text: string, typed: string): boolean =>
  isQuestion(text, typed) ||
  [
    aboutSigning,
    aboutOneself,
    toOrganizers,
    aboutTheList,
    opinions,
    slogans,
    advertising,
    dateOrAmount,
    otherTexts,
  ].some((sentences) => sentences.test(text)) ||
  [markup, listOfNames, hashtags].some((pattern) => pattern.test(typed)) ||
  text.split(' ').length > maxWordsOfName;
