const line = (...alternatives: string[]): RegExp => new RegExp(alternatives.join('|'), 'u');

/** Texts about the letter, about signing it, or to its organizers. */
const aboutSigning = line(
  String.raw`\bthis (?:letter|petition|statement|form|sign ?on)\b`,
  String.raw`\byour (?:letter|petition|statement|form|list|email|message)\b`,
  String.raw`\b(?:will|will be|would like to|want to|wants to|wish to|plan to|ready to|happy to|going to|unable to|cannot|cant|wont|do not|dont|did not|didnt|not|already|please|have|has) sign(?:ed|ing)?\b`,
  String.raw`^(?:sign|count) (?:me|us) (?:up|in|on)$|^(?:add|put|include|list) (?:me|us) (?:to|on|as|too)\b`,
  String.raw`\best[ae] (?:carta|peticion|declaracion|formulario)\b|\bsu (?:carta|peticion|lista)\b`,
  String.raw`\b(?:quiero|quisiera|queremos|deseo|deseamos|no|ya|voy a|vamos a|favor de) (?:firmar|firmo|firmen|firme|firmamos)\b|\b(?:puedo|podemos|puede) firmar\b|^donde firm`,
  String.raw`\bcette (?:lettre|petition|declaration)\b|\bvotre (?:lettre|petition|liste)\b`,
  String.raw`\b(?:veux|voudrais|voulons|souhaite|souhaitons|ne|deja|vais|allons) sign(?:er|e|ons|ez)\b`,
);

/** Sentences of somebody who speaks about himself or herself, or about a group without its name. */
const aboutOneself = line(
  String.raw`^(?:i|we) (?:\w+ly |also )?(?:agree|disagree|oppose|approve|concur|endorse)\b|^(?:i|we) (?:\w+ly )?support$`,
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

const otherTexts = line(
  String.raw`^this is (?:a |an |so |all )?(?:stupid|scam|lie|fake|joke|hoax|fraud|nonsense|ridiculous)\b`,
  String.raw`\bclick (?:here|this|the link|on)\b|\bhttps?\b|\bhxxps?\b|\b\w+ dot \w+ slash\b|^free money\b`,
  '^every(?:one|body) (?:in|at|from) ',
  // A name stands for one organization.
  String.raw`^(?:over |more than |about |mas de |plus de )?\d+ (?:other |otras? |autres )?(?:organi[sz]ations|orgs|groups|organizaciones|grupos|groupes)$`,
  String.raw`\band (?:\d+|many|several|other|more) (?:other |more )?(?:organi[sz]ations|orgs|groups)$|\band (?:many )?(?:others|more)$|\by (?:muchas?|muchos?|otras|otros) (?:mas|organizaciones|grupos)$`,
);

/** Words with which a question of several words begins. */
const asks =
  /^(?:who|what|when|where|why|how|which|whose|is|are|am|can|could|do|does|did|will|would|should|may|has|have|quien|que|cuando|donde|por que|como|cual|es|esta|hay|puedo|podemos|quand|comment|ou|qui|pourquoi|est ce|puis je|peut on) \S+ \S/;

const isQuestion = (text: string, typed: string): boolean =>
  /[?？]["'”’)\s]*$/u.test(typed) && asks.test(text);

/** Tags, placeholders of templates, formulas and SQL. */
const markup = /<\/?[a-z][^<>]*>|\{\{|\$\{|^=\s*\w+\s*\(|;\s*drop table\b/i;

/** Names have up to some fifteen words. */
const maxWordsOfName = 20;

/**
 * Whether a text is a sentence, a question or a piece of a program instead of a name: "When is the deadline?", "I
 * support this letter", "please call me", in English, Spanish and French. `text` is folded and has no punctuation.
 * Names that are sentences, such as "I Am Harbor" and "We Are Not Numbers", are not among them.
 */
export const isSentence = (text: string, typed: string): boolean =>
  isQuestion(text, typed) ||
  [aboutSigning, aboutOneself, toOrganizers, otherTexts].some((sentences) => sentences.test(text)) ||
  markup.test(typed) ||
  text.split(' ').length > maxWordsOfName;
