import { number, numberWithNoun } from '../formats.ts';
import { languages } from '../language.ts';
import type { MistakeTexts } from './texts.ts';

const missingFile = 'Ce fichier manque.';
const orFalse = 'ou false';
const localTime = 'heure locale de timeZone';
const oneOrMore = 'un nombre entier, 1 ou plus';
const plainText = 'contient du Liquid ({{ }} ou {% %})';
const addElse = 'Ajoutez au dernier {% if %} un {% else %} avec du texte.';
const quotationMarks = 'Mettez le texte entre guillemets.';
const orAfterPublication = 'ou écrivez showSignatories: after-publication.';
const fullAddress =
  'Écrivez l’adresse complète : https://…, http://…, mailto:nom@example.org ou tel:+15550142.';
const branches =
  'Écrivez {% if … %} … {% elsif … %} … {% else %} … {% endif %}. Seuls if et endif sont obligatoires.';
const asPaths =
  'Dans Inkscape : Chemin > Objet en chemin ; dans Illustrator : Texte > Vectoriser ; puis enregistrez-la en SVG simple.';
const smallerVersion = 'Enregistrez une version plus petite : 768 pixels de large suffisent.';
const person = { organizations: 'organisation', individuals: 'personne' };

const others = (n: number): string => numberWithNoun('fr', n, { one: 'autre', other: 'autres' });

/** The French words for mistakes in a campaign's files. */
export const mistakesFr: MistakeTexts = {
  files: {
    missing: {
      message: missingFile,
      cure: 'Copiez-le depuis campaigns/harbor-trees et adaptez-le à votre campagne.',
    },
    empty: {
      message: 'Ce fichier est vide.',
      cure: 'Copiez-le depuis campaigns/harbor-trees et adaptez-le à votre campagne.',
    },
    inWordProcessor: (other, file) => ({
      message: missingFile,
      cure: `Copiez le texte de ${other} dans un fichier de texte brut nommé ${file}. docs/walkthrough.md montre comment faire.`,
    }),
    otherName: (other, file) => ({
      message: missingFile,
      cure: `Renommez ${other} en ${file}.`,
    }),
    unknownLanguage: (code) => ({
      message: `La langue « ${code} » n’est pas disponible.`,
      cure: `Enlevez le fichier, ou renommez-le pour l’une de ces langues : ${languages.join(', ')}.`,
    }),
    ownLanguage: (language, own) => ({
      message: `La langue de la campagne est ${language}, donc ce fichier n’est pas une traduction.`,
      cure: `Son texte va dans ${own}. Enlevez l’un des deux fichiers.`,
    }),
    tooLarge: (bytes, max) => ({
      message: `Ce fichier fait ${number('fr', bytes)} octets. La limite est de ${number('fr', max)} octets.`,
      cure: 'Raccourcissez-le.',
    }),
    unreadable: {
      message: 'Cette ligne contient un caractère illisible.',
      cure: 'Enregistrez le fichier en UTF-8 et corrigez le caractère.',
    },
    noOrganizations: {
      message:
        'Cette liste contient des organisations, mais seules des personnes peuvent signer cette campagne.',
      cure: 'Enlevez le fichier, ou donnez à signatories.organizations la valeur true dans campaign.yaml.',
    },
    more: (count) => ({
      message: `Il y a ${numberWithNoun('fr', count, { one: 'autre erreur', other: 'autres erreurs' })}.`,
      cure: 'Vérifiez que c’est le bon fichier. Corrigez les premières erreurs, puis vérifiez de nouveau.',
    }),
  },

  yaml: {
    specialMark: (mark) => ({
      message: `En YAML, un texte qui commence par ${mark} a un sens particulier.`,
      cure: quotationMarks,
    }),
    tooDeep: {
      message: 'Il y a ici trop de listes et de clés les unes dans les autres.',
      cure: 'Enlevez les crochets et les tirets en trop. Mettez entre guillemets un texte qui en contient.',
    },
    twice: (key) => ({ message: `La clé ${key} figure deux fois.`, cure: 'Enlevez l’une des deux.' }),
    beginsWithLiquid: {
      message: 'Un texte qui commence par {{ doit être entre guillemets.',
      cure: 'Mettez tout le texte entre guillemets : "{{ … }} …".',
    },
    indentedTooFar: (line) => ({
      message: 'Cette ligne commence plus à droite que la précédente, qui a déjà son texte.',
      cure: `Commencez-la dans la même colonne que la ligne ${number('fr', line)}.`,
    }),
    invalid: () => 'Ce n’est pas du YAML valide.',
    cures: {
      BLOCK_AS_IMPLICIT_KEY:
        'Mettez entre guillemets un texte qui contient un deux-points, comme ceci : title: "texte: suite du texte".',
      MULTILINE_IMPLICIT_KEY:
        'Commencez la ligne par une clé, un deux-points et une espace. Pour continuer le texte du dessus, mettez des espaces au début de la ligne.',
      TAB_AS_INDENT: 'Au début de la ligne, utilisez des espaces, pas des tabulations.',
      BAD_INDENT: 'Commencez par le même nombre d’espaces les lignes qui vont ensemble.',
      MISSING_CHAR: 'Fermez le guillemet ou le crochet ouvert, ou mettez un deux-points après la clé.',
      BAD_DQ_ESCAPE:
        'Entre "…", écrivez \\\\ pour une barre oblique inverse, ou utilisez des guillemets simples.',
      BAD_SCALAR_START: quotationMarks,
      MULTIPLE_DOCS: 'Enlevez la ligne qui ne contient que ---.',
      NON_STRING_KEY:
        'Mettez le texte entre guillemets : les accolades et les crochets ont un sens particulier en YAML.',
    },
    pasted: {
      bullet: 'Commencez la ligne par un tiret et une espace au lieu de ce signe.',
      oddSpace:
        'Tapez à nouveau le deux-points et l’espace qui suit : ceux-ci viennent d’un traitement de texte.',
      noSpace: 'Mettez une espace après le deux-points.',
    },
    otherCure: 'Mettez le texte entre guillemets, ou comparez la ligne avec docs/campaign.md.',
  },

  keys: {
    unknown: (key) => `La clé ${key} est inconnue.`,
    elsewhere: (key) => ({
      message: `${key} n’est pas à sa place ici.`,
      cure: 'Enlevez cette clé. Elle va dans campaign.yaml.',
    }),
    more: (count) => ({
      message: `Il y a ${numberWithNoun('fr', count, { one: 'autre clé inconnue', other: 'autres clés inconnues' })}.`,
      cure: 'Vérifiez que c’est le bon fichier. Les clés sont dans docs/campaign.md.',
    }),
    didYouMean: (key) => `Vouliez-vous dire ${key} ? Sinon, enlevez la ligne.`,
    moveTo: (place) => `Si vous vouliez dire ${place}, mettez la clé là-bas. Sinon, enlevez la ligne.`,
    choices: (keys) => `Enlevez-la. Les clés possibles ici sont ${keys}.`,
    indent: 'Tapez à nouveau les espaces au début de la ligne : celles-ci viennent d’un traitement de texte.',
    noSeparators: 'Écrivez le nombre sans séparateurs de milliers : 1700',
    straightMarks: 'Mettez autour du texte des guillemets droits (") au lieu de guillemets courbes.',
    example: (example) => `Écrivez par exemple : ${example}`,
    add: (example) => `Ajoutez par exemple : ${example}`,
    guide: 'Consultez docs/campaign.md.',
    inQuotes: 'Mettez la valeur entre guillemets.',
    shorten: 'Raccourcissez le texte.',
    removeSome: 'Enlevez-en.',
  },

  notes: {
    slug: 'de 3 à 60 lettres minuscules sans accent, chiffres et traits d’union, sans trait d’union au début ni à la fin',
    language: `ou ${languages.filter((language) => language !== 'en').join(' ou ')}`,
    'signatories.organizations': orFalse,
    'signatories.individuals': orFalse,
    opens: localTime,
    closes: localTime,
    visibility: 'ou link',
    showProgress: orFalse,
    'publication.threshold.organizations': oneOrMore,
    'publication.threshold.individuals': oneOrMore,
    'publication.notBefore': localTime,
    'publication.atNotBefore.organizations': oneOrMore,
    'publication.atNotBefore.individuals': oneOrMore,
    'publication.window.to': 'ou "24:00", la fin de la journée',
    'delivery.by': 'ou hand',
    review: 'ou none, ou before-counting',
    'list.groupBy': 'ou scope, ou region',
    showSignatories: 'ou always',
    'questions[].id': 'une lettre, puis des lettres, chiffres, traits d’union et tirets bas, 30 au plus',
    'questions[].type': 'ou number, choice, checkbox',
    'questions[].options': 'de 2 à 20, pour type: choice',
    'questions[].for': 'ou individuals, ou both',
    'questions[].required': 'ou true',
    'organizers[].role': 'ou editor, ou viewer',
    'branding.logo': 'une image du dossier de la campagne',
    'branding.color': 'entre guillemets, car # commence un commentaire',
    'privacy.deletePersonalDataAfterDays': 'de 1 à 3650',
  },

  values: {
    wholeFile: 'Le fichier',
    quoted: (text) => `« ${text} »`,
    list: 'une liste',
    group: 'un groupe de clés',
    kinds: {
      string: 'un texte',
      number: 'un nombre',
      int: 'un nombre entier',
      boolean: 'true ou false',
      array: 'une liste',
      object: 'un groupe de clés',
    },
    missing: 'est obligatoire et manque',
    empty: 'est vide',
    otherKind: (expected, found) => `doit être ${expected}, et non ${found}`,
    otherChoice: (choices, found) => `doit être ${choices.join(' ou ')}, et non ${found}`,
    tooShort: (min) => `a moins de ${min} caractères`,
    tooLong: (max) => `a plus de ${max} caractères`,
    noEntry: 'doit avoir au moins un élément',
    tooManyEntries: (max) => `a plus de ${max} éléments`,
    tooSmall: (min, found) => `doit être ${min} ou plus, et non ${found}`,
    tooBig: (max, found) => `doit être ${max} ou moins, et non ${found}`,
    wrongForm: (found) => `n’a pas la bonne forme : ${found}`,
    invalid: 'n’est pas valide',

    notEmail: (typed) => ({ message: `n’est pas une adresse courriel : « ${typed} »` }),
    notOneLine: {
      message: 'doit être une seule ligne de texte',
      cure: 'Mettez tout sur une ligne, ou écrivez > après le deux-points et continuez à la ligne suivante.',
    },
    notLines: (example) => ({
      message: 'doit être une liste de lignes',
      cure: `Écrivez par exemple : ${example}`,
    }),
    noLiquid: {
      message: plainText,
      cure: 'Écrivez ici du texte simple. Liquid fonctionne dans le communiqué de presse, et dans la lettre et son objet.',
    },
    noLiquidInSettings: {
      message: plainText,
      cure: 'Écrivez ici du texte simple. Liquid fonctionne dans letter.md et release.md.',
    },
    notFileName: (example) => ({
      message: 'n’est pas le nom d’un fichier du dossier',
      cure: `Mettez l’image dans le dossier de la campagne et écrivez seulement son nom : ${example}`,
    }),

    noSuchTime: { message: 'n’est pas une date et une heure valides' },
    notLocalTime: { message: 'doit être une date et une heure sans fuseau horaire' },
    skippedTime: (time, zone) => ({
      message: `n’existe pas : il n’y a pas de ${time} dans ${zone}`,
      cure: 'Le passage à l’heure d’été saute cette heure. Donnez-en une plus tôt ou plus tard.',
    }),
    closesFirst: { message: 'est avant opens', cure: 'Donnez une heure après opens.' },
    notTimeZone: {
      message: 'n’est pas le nom d’un fuseau horaire de l’IANA',
      cure: 'Donnez une grande ville qui a la même heure, comme America/New_York. Un décalage fixe ne suit pas l’heure d’été.',
    },
    otherTimeZone: (zone) => ({
      message: `n’est pas le nom d’un fuseau horaire de l’IANA (vouliez-vous dire ${zone} ?)`,
      cure: `Écrivez timeZone: ${zone}`,
    }),
    notTimeOfDay: (typed) => ({ message: `n’est pas une heure de la journée : « ${typed} »` }),
    neverOpen: {
      message: 'n’est jamais ouvert, car from n’est pas avant to',
      cure: 'Écrivez une fin plus tardive le même jour : from: "09:00", to: "17:00". Minuit s’écrit to: "24:00".',
    },

    otherFolder: (slug, folder) => ({
      message: `est ${slug}, mais le dossier s’appelle ${folder}`,
      cure: `Écrivez slug: ${folder}, ou renommez le dossier en ${slug}.`,
    }),
    reservedSlug: (slugs) => ({
      message: 'est réservé au site',
      cure: `Choisissez un slug qui ne soit aucun de ceux-ci : ${slugs}.`,
    }),
    nobodySigns: {
      message: 'ne permet à personne de signer',
      cure: 'Écrivez true pour organizations, pour individuals ou pour les deux.',
    },
    noThreshold: {
      message: 'n’a pas de nombre',
      cure: 'Écrivez combien doivent signer : threshold: { organizations: 170 }',
    },
    noLowerNumber: {
      message: 'n’a pas de nombre',
      cure: 'Écrivez combien suffisent à cette heure : atNotBefore: { organizations: 150 }',
    },
    neverReached: (kind) => ({
      message: `ne peut jamais être atteint, car signatories.${kind} est false`,
      cure: `Écrivez signatories: { ${kind}: true }, ou enlevez ce seuil.`,
    }),
    needsNotBefore: {
      message: 'demande publication.notBefore, qui manque',
      cure: 'Ajoutez notBefore: 2026-12-02T10:00 à publication, ou abaissez le seuil lui-même.',
    },
    needsThreshold: (kind) => ({
      message: `demande publication.threshold.${kind}, qui manque`,
      cure: `Ajoutez ${kind} à publication.threshold, ou enlevez cette ligne.`,
    }),
    aboveThreshold: (kind, lower, threshold) => ({
      message: `est ${lower}, plus que le seuil de ${threshold}`,
      cure: `Donnez un nombre qui ne dépasse pas publication.threshold.${kind} : ce nombre suffit à l’heure de notBefore.`,
    }),
    noRecipient: {
      message: 'n’a pas de destinataire',
      cure: 'Ajoutez le destinataire : delivery: { by: email, to: [commission@example.org] }',
    },
    noOwner: {
      message: 'n’a pas de responsable',
      cure: 'Donnez à une personne au moins role: owner, ou aucun role, ce qui veut dire la même chose.',
    },
    listBeforeReview: {
      message:
        'ne peut pas être always avec review: none, car n’importe qui pourrait mettre n’importe quel nom sur la liste',
      cure: `Écrivez review: flagged (ou before-counting), ${orAfterPublication}`,
    },
    listWithoutProgress: {
      message:
        'ne peut pas être always avec showProgress: false, car une liste montre le nombre de signatures',
      cure: `Écrivez showProgress: true, ${orAfterPublication}`,
    },
    otherSender: (domains, address) => ({
      message: `doit être une adresse de ${domains.join(' ou ')}. Le service d’envoi refuse tout autre expéditeur`,
      cure: `Écrivez une adresse de ${domains.join(' ou ')}, et mettez ${address} dans sender.replyTo pour y recevoir les réponses.`,
    }),

    notColor: (typed) => ({
      message: `n’est pas une couleur de six chiffres hexadécimaux : « ${typed} »`,
      cure: 'Écrivez-la avec # et entre guillemets, comme color: "#1a4f7a"',
    }),
    tooLight: (color, contrast, needed, nearest) => ({
      message: `est une couleur trop claire pour être lue : ${color} a un contraste de ${contrast} sur 1 avec le blanc, et un texte demande ${needed} sur 1`,
      cure: `Écrivez color: "${nearest}", la couleur lisible la plus proche.`,
    }),
    noBranding: {
      message: 'n’a ni logo ni couleur',
      cure: 'Écrivez branding: { logo: logo.svg, color: "#1a4f7a" }, ou enlevez la clé.',
    },

    reservedId: (id) => ({
      message: `est « ${id} », qui est réservé aux champs du formulaire lui-même`,
      cure: 'Choisissez un autre id, comme members ou how-often.',
    }),
    sameIds: {
      message: 'contient deux questions avec le même id',
      cure: 'Donnez à chaque question son propre id ; les majuscules, les traits d’union et les tirets bas ne comptent pas.',
    },
    sameOptions: {
      message: 'contient deux options identiques',
      cure: 'Donnez chaque réponse une seule fois.',
    },
    noOptions: {
      message: 'est obligatoire et manque',
      cure: 'Ajoutez les réponses possibles : options: [Every week, Every month, Never]',
    },
    onlyForChoice: {
      message: 'ne va qu’avec type: choice',
      cure: 'Enlevez options, ou écrivez type: choice.',
    },
    asksNobody: (kind, other) => ({
      message: `ne s’adresse à personne, car signatories.${kind} est false`,
      cure: `Écrivez for: ${other}, ou signatories: { ${kind}: true }.`,
    }),

    unknownQuestion: {
      message: 'n’est pas une question de campaign.yaml',
      cure: 'Ajoutez la question là-bas, ou enlevez-la ici.',
    },
    otherQuestion: (id) => ({
      message: 'n’est pas une question de campaign.yaml',
      cure: `Vouliez-vous dire ${id} ? Sinon, enlevez la question.`,
    }),
    withoutOptions: {
      message: 'appartient à une question sans options',
      cure: 'Enlevez cette clé.',
    },
    otherOptions: (here, there) => ({
      message: `a ${here === 1 ? '1 option' : `${here} options`}, et campaign.yaml en a ${there}`,
      cure: 'Traduisez chaque option, dans le même ordre.',
    }),
    notInSettings: (key) => ({
      message: 'n’est pas dans campaign.yaml',
      cure: `Ajoutez ${key} à campaign.yaml, ou enlevez la clé ici.`,
    }),

    noPhoneNoEmail: {
      message: 'n’a ni numéro de téléphone ni adresse courriel',
      cure: 'Ajoutez un numéro de téléphone, une adresse courriel ou les deux.',
    },
    attribution: (hasBoth) => ({
      message: hasBoth ? 'a les deux clés attribution et lead' : 'n’a ni attribution ni lead',
      cure: 'Écrivez l’une des deux clés : attribution: "a déclaré Ana Ruiz." après la citation, ou lead: "Ana Ruiz a déclaré," avant elle.',
    }),
    notFullAddress: {
      message: 'n’est pas une adresse complète',
      cure: 'Copiez-la depuis la barre d’adresse d’un navigateur : url: "https://example.org"',
    },
  },

  texts: {
    noKeys: {
      message: 'Le bloc de clés au début manque.',
      cure: 'Commencez le fichier par une ligne de trois tirets (---), puis les clés, puis de nouveau trois tirets.',
    },
    keysWithoutEnd: {
      message: 'Le bloc de clés n’a pas de fin.',
      cure: 'Ajoutez une ligne de trois tirets (---) après les clés.',
    },
    noText: {
      message: 'Il n’y a pas de texte sous les clés.',
      cure: 'Écrivez le texte sous la deuxième ligne de trois tirets.',
    },
    empty: { message: 'Ce texte est vide pour certains nombres de signatures.', cure: addElse },
    emptyMessage: {
      message: 'L’objet ou le texte est vide pour certains nombres de signatures.',
      cure: addElse,
    },
    notRendered: () => ({
      message: 'Ce texte ne peut pas être affiché pour certains nombres de signatures.',
      cure: 'Simplifiez son Liquid.',
    }),
    picture: {
      message: 'Un texte ne peut pas contenir d’images.',
      cure: 'Enlevez l’image, ou mettez un lien vers elle, comme [texte](https://…).',
    },
    linkWithoutAddress: { message: 'Un lien n’a pas d’adresse.', cure: fullAddress },
    linkWithin: (address) => ({
      message: `Un lien vers ${address} ne fonctionne pas.`,
      cure: fullAddress,
    }),
    linkScheme: (scheme) => ({
      message: `Les liens qui commencent par ${scheme} ne sont pas permis.`,
      cure: fullAddress,
    }),
    linkInPart: (address) => ({
      message: `« ${address} » n’est pas une adresse complète.`,
      cure: fullAddress,
    }),
  },

  liquid: {
    invalid: (_reason, isOpen) => ({
      message: 'Ce n’est pas du Liquid valide.',
      cure: isOpen ? 'Fermez-le par }} ou %}.' : 'Comparez-le avec docs/campaign.md.',
    }),
    noIf: (tag) => ({ message: `Ce ${tag} n’a pas de if avant lui.`, cure: branches }),
    afterElse: (tag) => ({ message: `Ce ${tag} vient après un else.`, cure: branches }),
    noEndif: { message: 'Ce if n’a pas de endif.', cure: branches },
    tooDeep: {
      message: 'Il y a ici trop de if les uns dans les autres.',
      cure: 'Utilisez moins de niveaux.',
    },
    noName: 'Les accolades {{ }} sont vides.',
    unknownName: (name) => `Le nom ${name} dans {{ }} est inconnu.`,
    names: (names) => `Les noms possibles sont ${names}.`,
    unknownFilter: (filter) => `Le filtre ${filter} est inconnu.`,
    filters: (filters) => `Les filtres sont ${filters}.`,
    didYouMean: (word) => `Vouliez-vous dire ${word} ?`,
    kinds: { count: 'un nombre', text: 'un texte', day: 'une date' },
    otherValue: (filter, needed, given) => `Le filtre ${filter} demande ${needed}, mais il reçoit ${given}.`,
    wrongFilter: (filter) => `Le filtre ${filter} n’est pas bien écrit.`,
    filterExample: (example) => `Écrivez par exemple : ${example}`,
    unknownTag: (tag) => ({
      message: `La balise ${tag} est inconnue.`,
      cure: 'Les balises sont {% if … %}, {% elsif … %}, {% else %}, {% endif %}.',
    }),
    wrongCondition: {
      message: 'Cette condition n’est pas valide.',
      cure: 'Écrivez par exemple : {% if organizations.count >= 200 and individuals.count > 0 %}',
    },
  },

  logos: {
    problems: (maxKilobytes) => ({
      missing: {
        message: 'n’est pas dans le dossier',
        cure: 'Mettez l’image dans le dossier de la campagne, ou corrigez le nom du fichier.',
      },
      'too-large': { message: `fait plus de ${number('fr', maxKilobytes)} Ko`, cure: smallerVersion },
      'not-a-picture': {
        message: 'n’est ni SVG, ni PNG, ni JPEG',
        cure: 'Enregistrez l’image dans l’un de ces formats. Renommer le fichier ne suffit pas.',
      },
      'too-many-pixels': { message: 'a trop de pixels', cure: smallerVersion },
      'too-narrow': {
        message: 'est trop étroit',
        cure: 'Recadrez l’image. Un logo est affiché en 256 × 64 pixels au plus, et celui-ci ferait moins de 4 pixels.',
      },
      'too-detailed': {
        message: 'a trop de couleurs pour un logo',
        cure: 'Utilisez un dessin au lieu d’une photo : un SVG, ou un PNG avec peu de couleurs.',
      },
      'shows-nothing': {
        message: 'ne montre rien une fois dessiné',
        cure: 'Vérifiez si l’image est endommagée ou entièrement transparente, et enregistrez-la de nouveau.',
      },
      'white-on-white': {
        message: 'est blanc et sans fond propre, donc personne ne le verrait sur une page ou sur papier',
        cure: 'Utilisez la version du logo pour fonds clairs.',
      },
      broken: {
        message: 'ne peut pas être dessiné',
        cure: 'Vérifiez si un navigateur affiche l’image, et enregistrez-la de nouveau en SVG simple ou en PNG.',
      },
      'refers-outside': {
        message: 'renvoie à un autre fichier ou à une autre adresse',
        cure: 'Intégrez ce fichier dans l’image, ou enlevez le renvoi. Enlevez aussi les liens.',
      },
      'has-text': {
        message: 'contient du texte, qui change d’aspect d’un ordinateur à l’autre',
        cure: `Convertissez le texte en tracés. ${asPaths}`,
      },
      'has-html': {
        message: 'contient du HTML (foreignObject), qui n’est pas dessiné',
        cure: 'Enregistrez l’image en SVG simple.',
      },
      'holds-pictures': {
        message: 'contient une image qui n’est pas dessinée',
        cure: 'Intégrez seulement des images PNG ou JPEG, sans plus de pixels que nécessaire.',
      },
    }),
    tooLargeTogether: (kilobytes, max) => ({
      message: `Tous les logos ensemble font ${number('fr', kilobytes)} Ko une fois dessinés. La limite est de ${number('fr', max)} Ko.`,
      cure: 'Enlevez-en, ou remplacez ceux qui ont beaucoup de couleurs par des images plus simples.',
    }),
    notStored: (picture) => ({
      message: `${picture} n’est pas une image de la campagne.`,
      cure: 'Enlevez-la. Pour ajouter une image, lancez `campaign apply` sur un dossier qui la contient.',
    }),
    onlyInTranslation: (picture) => ({
      message: `${picture} n’est pas un logo de release.md.`,
      cure: 'Ajoutez-le aussi à release.md. Toutes les langues ont les mêmes logos ; seuls alt et url se traduisent.',
    }),
  },

  lists: {
    quotationMark: {
      message: 'Un guillemet de cette ligne est mal placé.',
      cure: 'Mettez entre guillemets une cellule qui contient des virgules, et doublez un guillemet à l’intérieur : "The ""Daily"" Example".',
    },
    empty: (columns) => ({
      message: 'La liste est vide.',
      cure: `Mettez ${columns} sur la première ligne, ou enlevez le fichier.`,
    }),
    noColumn: (column, columns) => ({
      message: `La colonne ${column} manque.`,
      cure: `Mettez ${columns} sur la première ligne.`,
    }),
    sameColumns: (column) => ({
      message: `Il y a deux colonnes ${column}.`,
      cure: 'Enlevez-en une.',
    }),
    unknownColumn: (column) => `La colonne ${column} est inconnue.`,
    unnamedColumn: (letter) => `La colonne ${letter} n’a pas de nom sur la première ligne.`,
    columns: (columns) => `Les colonnes sont ${columns}.`,
    didYouMean: (column) => `Vouliez-vous dire ${column} ?`,
    otherCells: (found, expected, example) => ({
      message: `Cette ligne a ${found === 1 ? 'une cellule' : `${found} cellules`}, mais la première en a ${expected}.`,
      cure:
        found > expected
          ? 'Mettez entre guillemets une cellule qui contient des virgules.'
          : `Écrivez une virgule pour chaque cellule vide : ${example}`,
    }),
    noAddress: (column) => ({
      message: `${column} manque.`,
      cure: 'Écrivez une adresse, ou enlevez la ligne.',
    }),
    noOrganization: (column) => ({
      message: `${column} manque.`,
      cure: 'Écrivez le nom de l’organisation, ou enlevez la ligne.',
    }),
    notEmail: (typed, mayBeEmpty) => ({
      message: `« ${typed} » n’est pas une adresse courriel.`,
      cure: mayBeEmpty
        ? 'Écrivez-la comme ana@example.org, ou laissez la cellule vide.'
        : 'Écrivez-la comme ana@example.org.',
    }),
    notWebsite: (typed) => ({
      message: `« ${typed} » n’est pas l’adresse d’un site web.`,
      cure: 'Écrivez-la comme example.org ou https://example.org/about, ou laissez la cellule vide.',
    }),
    tooLong: (column) => ({
      message: `${column} est trop long.`,
      cure: 'Raccourcissez le texte.',
    }),
    tooManyBytes: (column, max) => ({
      message: `${column} est trop long. La limite est de ${number('fr', max)} octets.`,
      cure: 'Raccourcissez le texte.',
    }),
    lineBreak: (column) => ({
      message: `${column} contient un saut de ligne.`,
      cure: 'Enlevez le saut de ligne de la cellule.',
    }),
    embargoed: (typed) => ({
      message: `embargoed doit être yes ou no, et non « ${typed} ».`,
      cure: 'Écrivez yes si le contact peut recevoir le communiqué de presse sous embargo, sinon no.',
    }),
    twoEmbargoes: (line) => ({
      message: `Cette adresse est aussi à la ligne ${number('fr', line)}, avec une autre valeur dans embargoed.`,
      cure: 'Enlevez l’une des deux lignes.',
    }),
    addressInName: (name, kind) => ({
      message: `« ${name} » contient ${kind === 'link' ? 'un lien' : 'une adresse courriel'}.`,
      cure: 'Écrivez seulement le nom de l’organisation. Les adresses ont leurs propres colonnes.',
    }),
    notAName: (name) => ({
      message: `« ${name} » n’est pas le nom d’une organisation.`,
      cure: 'Écrivez le nom de l’organisation, ou enlevez la ligne.',
    }),
    listedTwice: (name, line) => ({
      message: `« ${name} » est déjà à la ligne ${number('fr', line)}.`,
      cure: 'Enlevez l’une des deux lignes.',
    }),
    sameOrganization: (name, line, first) => ({
      message: `« ${name} » est l’organisation de la ligne ${number('fr', line)}, « ${first} ».`,
      cure: 'Enlevez l’une des deux lignes.',
    }),
    tooManyOrganizations: (max) => ({
      message: `La liste contient plus de ${number('fr', max)} organisations.`,
      cure: 'Enlevez celles dont vous n’attendez pas la signature.',
    }),
  },

  warnings: {
    ignored: (file) => `${file} ne fait pas partie d’une campagne et n’est pas pris en compte.`,
    misnamed: (file, meant, how) => {
      const cures = {
        rename: `renommez-le en ${meant}`,
        'save-as-csv': `enregistrez-le comme « CSV UTF-8 » sous le nom ${meant}`,
        'copy-text': `copiez son texte dans un fichier de texte brut nommé ${meant}`,
      };
      return `${file} n’est pas pris en compte. Si la campagne doit l’utiliser, ${cures[how]}.`;
    },
    noPressList: 'press-list.csv manque. Le communiqué de presse n’est envoyé à personne par courriel.',
    atAnyHour:
      'publication.notBefore et publication.window manquent. La lettre est publiée dès qu’il y a assez de signatures, à toute heure du jour et de la nuit.',
    byHand:
      'delivery.to et delivery.cc ne reçoivent pas de courriel, car la lettre est remise en main propre.',
    notApproved: (file, line, quote) =>
      `${file}, ligne ${number('fr', line)} : ${quote} n’est pas approuvé. Rien n’est publié tant que toutes les citations ne sont pas approuvées.`,
    untranslated: (file, document) =>
      `${file} manque. Les pages dans cette langue affichent ${document === 'letter' ? 'la lettre non traduite' : 'le communiqué de presse non traduit'}, avec un avis.`,
    untranslatedKey: (file, key) =>
      `${file} n’a pas de ${key}. Les pages dans cette langue affichent ${key} de campaign.yaml.`,
    pressAddressTwice: (file, line, first) =>
      `${file}, ligne ${number('fr', line)} : cette adresse est déjà à la ligne ${number('fr', first)}. Elle reçoit un seul courriel.`,
    invitedAddressTwice: (file, line, first) =>
      `${file}, ligne ${number('fr', line)} : cette adresse est déjà à la ligne ${number('fr', first)}. Elle reçoit une invitation pour chaque organisation.`,
    invitedElsewhere: (list) =>
      `Ces organisations sont maintenant invitées, et comptent déjà avec une adresse d’un autre domaine : ${list}. Elles continuent de compter. Vérifiez si elles sont authentiques ; sinon, rejetez-les.`,
    protectedElsewhere: (list) =>
      `Ces noms sont maintenant protégés, et des signatures sous ces noms comptent déjà avec une adresse qui n’est pas connue comme celle de l’organisation : ${list}. Elles continuent de compter. Vérifiez si elles sont authentiques ; sinon, rejetez-les.`,
    isClosed: 'closes est passé. Personne ne peut signer, et la page dit que la collecte est close.',
    isDue: 'publication.notBefore est passé. La lettre est publiée dès qu’il y a assez de signatures.',
    noGlyphs: (file, characters, more) =>
      `${file} : le PDF affiche un carré vide à la place des caractères que ses polices n’ont pas : ${characters.join(', ')}${more > 0 ? ` et ${others(more)}` : ''}.`,
    ifOne: (file, excerpt, kind) =>
      `${file} dit « ${excerpt} » si une seule ${person[kind]} a signé. Écrivez le mot avec le filtre plural, comme ceci : {{ ${kind}.count | plural: "…", "…" }}.`,
    ifNone: (file, excerpt, kind) =>
      `${file} dit « ${excerpt} » si aucune ${person[kind]} n’a signé. Omettez alors ces mots : {% if ${kind}.count > 0 %}…{% endif %}.`,
    lines: (shown, more) => {
      if (more > 0) return `lignes ${shown.join(', ')} et ${others(more)}`;
      if (shown.length === 1) return `ligne ${shown[0]}`;
      return `lignes ${shown.slice(0, -1).join(', ')} et ${shown.at(-1)}`;
    },
    pasted: (file, lines, what) => `${file}, ${lines} : ${what}`,
    html: (found) =>
      `« ${found} » est du HTML et s’imprime tel quel. Enlevez ces balises. Pour du gras, écrivez **mots**, pour de l’italique *mots*, pour un lien [mots](https://example.org).`,
    comment: (found) =>
      `« ${found} » commence par #, c’est donc un commentaire, qui n’est pas pris en compte. S’il fait partie du texte, mettez tout le texte entre guillemets droits (").`,
    curly: (found) =>
      `${found} s’imprime avec ses guillemets courbes. S’ils ne font qu’entourer un texte, utilisez des guillemets droits (").`,
    garbled: (found) =>
      `« ${found} » est un texte enregistré dans un encodage et ouvert dans un autre. Copiez-le à nouveau depuis sa source et enregistrez le fichier en UTF-8.`,
    bullet: (found) =>
      `« ${found} » ne forme pas de liste. Commencez chaque point par un tiret et une espace : « - Premier point ».`,
    lettered: (found) =>
      `« ${found} » ne forme pas de liste, donc les points se suivent dans un seul paragraphe. Numérotez-les comme « 1. Premier point », ou laissez une ligne vide entre eux.`,
    indented: () =>
      'un paragraphe en retrait s’imprime en caractères de machine à écrire. Enlevez les espaces ou la tabulation au début.',
  },
};
