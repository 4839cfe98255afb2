import type { PressMailName } from './en.ts';
import type { ErrorParams } from './error-message.ts';
import { number, numberWithNoun } from './formats.ts';
import { inFrench } from './number-words/fr.ts';
import type { Catalog } from './texts.ts';
import type { WritingRules } from './writing.ts';

/** Quotation marks: the Office québécois de la langue française, with « before each further paragraph. */
const writing: WritingRules = {
  direction: 'ltr',
  colon: ' :',
  semicolon: ' ;',
  quotationMarks: {
    open: '« ',
    close: ' »',
    reopen: '« ',
    nested: [
      ['“', '”'],
      ['‘', '’'],
    ],
  },
  over: (digits) => `plus de ${digits}`,
  // “1 000 000 d’organisations”, “1 000 000 de personnes”
  afterMillions: (noun) => (/^[aeiouyhàâæéèêëîïôœùûü]/i.test(noun) ? `d’${noun}` : `de ${noun}`),
  inWords: inFrench,
};

const organizations = (n: number): string =>
  numberWithNoun('fr', n, { one: 'organisation', many: 'd’organisations', other: 'organisations' });
const people = (n: number): string =>
  numberWithNoun('fr', n, { one: 'personne', many: 'de personnes', other: 'personnes' });
const signatures = (n: number): string =>
  numberWithNoun('fr', n, { one: 'signature', many: 'de signatures', other: 'signatures' });
/** Zero takes the singular. */
const have = (n: number): string => (n < 2 ? 'a' : 'ont');
const days = (n: number): string => `${number('fr', n)} ${n < 2 ? 'jour' : 'jours'}`;

const both = (ofOrganizations: number, ofPeople: number): string => {
  if (ofPeople === 0) return organizations(ofOrganizations);
  return ofOrganizations === 0
    ? people(ofPeople)
    : `${organizations(ofOrganizations)} et ${people(ofPeople)}`;
};

/** What is of both: “de 171 organisations et de 20 personnes”. */
const ofBoth = (ofOrganizations: number, ofPeople: number): string =>
  ofOrganizations === 0 || ofPeople === 0
    ? `de ${both(ofOrganizations, ofPeople)}`
    : `de ${organizations(ofOrganizations)} et de ${people(ofPeople)}`;

const more = (ofOrganizations: number, ofPeople: number): string => {
  if (ofPeople === 0) return `${organizations(ofOrganizations)} de plus`;
  return ofOrganizations === 0
    ? `${people(ofPeople)} de plus`
    : `${organizations(ofOrganizations)} et ${people(ofPeople)} de plus`;
};

const unnamed = (n: number): string =>
  numberWithNoun('fr', n, {
    one: 'personne qui préfère ne pas être nommée',
    many: 'de personnes qui préfèrent ne pas être nommées',
    other: 'personnes qui préfèrent ne pas être nommées',
  });

const pressMailNames: Record<PressMailName, string> = {
  release: 'le communiqué de presse',
  embargo: 'la copie sous embargo du communiqué de presse',
  correction: 'la correction',
};

const about = (words: string, title: string, organization: string | undefined): string =>
  organization === undefined ? `${words} : ${title}` : `${words} pour ${organization}`;

/**
 * French as bilingual organizations in North America write it: "vous" throughout, without a gender for the reader. A
 * space before : ; ? ! and inside « » is a no-break space, and a test holds it.
 */
export const fr: Catalog = {
  writing,
  site: {
    name: 'Undersigned',
    openGraphLocale: 'fr_CA',
    languageName: 'Français',
    languages: 'Cette page dans d’autres langues',
    skip: 'Aller au contenu principal',
    organizedBy: (sender) => `Équipe organisatrice : ${sender}`,
    questions: 'Questions :',
    home: 'Toutes les lettres ouvertes',
    privacy: 'Confidentialité',
  },
  home: {
    title: 'Lettres ouvertes',
    lead: 'Des lettres que des organisations et des personnes signent ensemble. Chaque lettre est publiée quand elle a assez de signatures.',
    empty: 'Il n’y a aucune lettre à signer en ce moment. Revenez plus tard.',
    statuses: {
      scheduled: 'Pas encore ouverte aux signatures',
      collecting: 'Ouverte aux signatures',
      publishing: 'Publication en cours',
      published: 'Publiée',
      closed: 'Close sans publication',
    },
  },
  preview: {
    sign: 'Lisez et signez la lettre',
    read: 'Lisez la lettre et voyez qui l’a signée',
    letter: 'Lisez la lettre',
  },
  campaign: {
    eyebrow: 'Lettre ouverte',
    jump: 'Signer cette lettre',
    read: 'Lire la lettre',
    jumpLate: 'Ajouter ma signature',
    published: (date) => `Publiée le ${date}.`,
    publishing:
      'La lettre a assez de signatures et sa publication est en cours. Rechargez cette page dans une minute pour la voir.',
    closedUnpublished: 'Il n’y a pas eu assez de signatures. La lettre n’a pas été publiée.',
    elsewhere: 'La lettre est publiée à l’adresse',
    takenDown: 'L’équipe organisatrice a retiré cette lettre.',
    signatories: 'Qui a signé',
    release: 'Communiqué de presse',
    readRelease: 'Lire le communiqué de presse',
    allOnLetter: (total) => `Voir les ${total} signatures sur la page de la lettre.`,
  },
  untranslated: {
    letter: (language) => `La lettre n’est pas traduite. Elle est affichée en ${language}.`,
    release: (language) => `Le communiqué de presse n’est pas traduit. Il est affiché en ${language}.`,
  },
  correction: {
    line: (date) => `CORRECTION, ${date} :`,
    original: 'La première version publiée :',
    originalTitle: {
      letter: 'La lettre dans sa première version publiée',
      release: 'Le communiqué de presse dans sa première version publiée',
    },
    wasCorrected:
      'Ceci est la première version publiée. Elle a été corrigée depuis. Utilisez la version corrigée :',
    current: { letter: 'La lettre corrigée', release: 'Le communiqué de presse corrigé' },
  },
  gone: {
    title: 'Cette lettre a été retirée',
    detail:
      'L’équipe organisatrice a enlevé de ce site la lettre et tout ce qui s’y rapporte. Plus aucun nom n’est affiché.',
    withdrawn:
      'Si vous avez signé, vous pouvez encore retirer votre signature avec le lien de nos courriels. Nous n’envoyons plus de courriels au sujet de cette lettre.',
  },
  progress: {
    organizationsOf: (n, needed) => `${organizations(n)} sur ${number('fr', needed)} ${have(n)} signé`,
    peopleOf: (n, needed) => `${people(n)} sur ${number('fr', needed)} ${have(n)} signé`,
    organizations: (n) => `${organizations(n)} ${have(n)} signé`,
    people: (n) => `${people(n)} ${have(n)} signé`,
    notLoaded: 'Le nombre de signatures ne peut pas être affiché ici pour le moment.',
    asOf: (time) => `Chiffres du ${time}.`,
    goal: (ofOrganizations, ofPeople) =>
      `La lettre sera publiée quand ${both(ofOrganizations, ofPeople)} ${ofOrganizations + ofPeople < 2 ? 'aura' : 'auront'} signé.`,
  },
  openness: {
    'not-open-yet': {
      title: 'La collecte de signatures n’est pas encore ouverte',
      body: 'Vous pourrez signer sur cette page dès son ouverture.',
    },
    closed: {
      title: 'La collecte de signatures est close',
      body: 'Il n’est plus possible de signer cette lettre.',
    },
    paused: {
      title: 'La collecte de signatures est en pause',
      body: 'L’équipe organisatrice a mis la collecte de signatures en pause. Réessayez plus tard.',
    },
    opensAt: (time) => `Vous pourrez signer à partir du ${time}.`,
    closedAt: (time) => `La collecte de signatures a pris fin le ${time}.`,
    closesAt: (time) => `Vous pouvez signer jusqu’au ${time}.`,
    ask: 'Des questions ? Écrivez à',
  },
  form: {
    heading: 'Signez cette lettre',
    how: 'Il faut environ deux minutes. Remplissez le formulaire, puis confirmez votre signature avec le lien que nous vous envoyons par courriel. Votre signature ne compte qu’après cette confirmation.',
    optional: '(facultatif)',
    leaveEmpty: 'Laissez ce champ vide :',
    error: 'Erreur :',
    problems: (n) =>
      numberWithNoun('fr', n, {
        one: 'réponse est à corriger',
        many: 'de réponses sont à corriger',
        other: 'réponses sont à corriger',
      }),
    nothingStored: 'Rien n’est encore enregistré. Vos réponses sont toujours ci-dessous.',
    organization: 'Votre organisation',
    place: 'Où vous êtes',
    you: 'Vos coordonnées',
    onlyOrganizations: 'Seulement si vous signez pour une organisation',
    onlyPeople: 'Seulement si vous signez à titre personnel',
    kinds: { organization: 'Pour une organisation', individual: 'À titre personnel' },
    scopes: {
      national: 'Dans tout le pays',
      state: 'Dans un État, une province ou une région',
      local: 'Dans une ville ou un quartier',
    },
    publicNames: {
      full: 'Mon nom complet',
      initials: 'Mes initiales seulement',
      withheld: 'Sans nom : comptez ma signature, mais ne publiez pas mon nom',
    },
    hints: {
      organizationName: 'Écrivez-le comme il doit figurer sur la lettre.',
      website: 'Par exemple, www.example.org',
      email: 'Nous envoyons le lien de confirmation à cette adresse. Elle n’est jamais publiée.',
      title: 'Par exemple, Direction générale. Il n’est pas publié.',
      name: 'Il n’est pas publié.',
    },
    chooseCountry: 'Choisissez un pays',
    attestation: 'J’ai l’autorisation de signer au nom de cette organisation.',
    submit: 'Signer et confirmer par courriel',
    privacyOrganizations: (until) =>
      `Nous publions le nom, le lieu et le site web de votre organisation. Nous ne publions jamais votre propre nom ni votre adresse courriel. Nous supprimons vos données personnelles ${until}.`,
    privacyPeople: (until) =>
      `Nous publions votre nom sous la forme que vous choisissez, ainsi que votre lieu. Nous ne publions jamais votre adresse courriel. Nous supprimons vos données personnelles ${until}.`,
    privacyBoth: (until) =>
      `Pour une organisation, nous publions le nom, le lieu et le site web. Pour une personne, nous publions le nom sous la forme choisie, ainsi que le lieu. Nous ne publions jamais d’adresse courriel. Nous supprimons vos données personnelles ${until}.`,
    questions: 'Questions de l’équipe organisatrice',
    questionsHint: 'Seule l’équipe organisatrice voit vos réponses.',
    chooseAnswer: 'Choisissez une réponse',
    yes: 'Oui',
    no: 'Non',
    privacyMore: 'En savoir plus sur la confidentialité',
    back: 'Relire la lettre',
    invited: (sender, organization) => `${sender} invite ${organization} à signer cette lettre.`,
    readFirst: 'Lire d’abord la lettre',
  },
  deletion: {
    on: (date) => `le ${date}`,
    onOrLater: (date, n) =>
      `le ${date}, ou ${days(n)} après la publication de la lettre si cette date est plus tardive`,
    afterPublication: (n) => `${days(n)} après la publication de la lettre`,
  },
  results: {
    'check-your-inbox': {
      title: 'Consultez votre boîte de réception',
      body: (from) => [
        `Nous vous envoyons un courriel depuis ${from}. Ouvrez-le, suivez le lien et appuyez sur le bouton pour confirmer votre signature.`,
        'Votre signature ne compte pas tant que vous ne l’avez pas confirmée. Le lien est valable 30 jours.',
      ],
      sentTo: 'Vous avez saisi cette adresse :',
      missing: 'Si rien n’arrive après quelques minutes',
      reasons: [
        'Regardez dans votre dossier de courriels indésirables.',
        'Vérifiez l’orthographe de votre adresse courriel. Si elle contient une erreur, remplissez de nouveau le formulaire.',
        'Si cette adresse s’est désabonnée des courriels au sujet de cette lettre, ou de tous les courriels de ce site, nous ne lui envoyons pas celui-ci non plus. Utilisez une autre adresse ou écrivez à l’équipe organisatrice.',
        'Si l’équipe organisatrice a déjà retiré cette signature, nous ne vous envoyons pas ce courriel de nouveau. Si c’était une erreur, écrivez à l’équipe organisatrice.',
        'Nous envoyons au plus cinq de ces courriels par jour à une même adresse. Si vous en avez demandé davantage, attendez un jour.',
        'Si beaucoup de personnes signent avec la même connexion Internet, par exemple dans une grande salle, nous envoyons ces courriels peu à peu. Cela peut prendre quelques heures.',
      ],
    },
    signed: {
      title: 'Merci de votre signature',
      body: () => [
        'Votre signature est confirmée.',
        'Nous vous envoyons un courriel avec ce que vous avez signé. Conservez-le : avec son lien, vous pouvez corriger ou retirer votre signature à tout moment.',
      ],
    },
    waiting: {
      title: 'Merci. Votre signature est en cours d’examen',
      body: () => [
        'Vous avez confirmé votre signature. L’équipe organisatrice décide avant de la compter. Si vous avez modifié une signature qui compte, elle reste inchangée jusque-là.',
        'Vous n’avez rien d’autre à faire. Nous vous écrirons si l’équipe l’accepte.',
      ],
    },
    'already-signed': {
      title: 'Votre organisation a déjà signé',
      body: () => [
        'Une autre personne a signé pour votre organisation. Chaque organisation compte une seule fois. Vous n’avez donc rien à faire.',
        'Nous gardons votre signature en réserve. Si l’autre est retirée, l’équipe organisatrice peut utiliser la vôtre à la place.',
      ],
    },
    withdrawn: {
      title: 'Votre signature est retirée',
      body: () => [
        'Elle ne compte plus et ne figure plus sur la liste. Si la lettre est publiée, votre signature en disparaît en moins de deux minutes.',
      ],
      again: 'Si vous changez d’avis, vous pouvez signer de nouveau tant que la collecte est ouverte.',
    },
    'not-you': {
      title: 'Il n’y a aucune signature avec votre adresse',
      body: () => [
        'Nous avons supprimé votre adresse et tout ce qui a été saisi avec elle. Rien ne compte ni ne figure sur la liste.',
        'Si la lettre est publiée, la signature en disparaît en moins de deux minutes.',
      ],
    },
    next: 'Retour à la lettre',
    share: 'Qui d’autre devrait signer ? Envoyez ce lien :',
  },
  signOn: {
    titles: {
      pending: 'Confirmez votre signature',
      change: 'Confirmez votre modification',
      asked: 'La lettre a changé',
      confirmed: 'Votre signature',
      withdrawn: 'Votre signature est retirée',
      rejected: 'Votre signature n’a pas été acceptée',
      'taken-down': 'Cette lettre a été retirée',
      'too-late': 'La collecte est close',
    },
    leads: {
      pending:
        'Vérifiez ces renseignements. Votre signature compte quand vous appuyez sur « Confirmer et signer ».',
      change:
        'Quelqu’un a de nouveau rempli le formulaire avec votre adresse courriel. Vérifiez les nouveaux renseignements. Votre signature précédente reste telle quelle jusqu’à ce que vous appuyiez sur « Confirmer cette modification ».',
      asked:
        'La lettre a changé depuis que vous l’avez signée. Votre signature ne compte donc pas pour le moment. Relisez la lettre. Si vous êtes d’accord, appuyez sur le bouton et votre signature comptera de nouveau. Sinon, retirez votre signature.',
      askedTooLate:
        'La lettre a changé depuis que vous l’avez signée. Votre signature ne compte donc pas. La collecte de signatures est close et vous ne pouvez plus accepter la nouvelle lettre.',
      'too-late':
        'Vous n’avez pas confirmé votre signature avant la clôture. Elle ne compte donc pas et ne figure pas sur la liste.',
      confirmed: 'Vous avez confirmé votre signature, et elle compte.',
      duplicate:
        'Vous avez confirmé votre signature. Pour le moment, elle ne compte pas : une autre personne a signé pour la même organisation, et chaque organisation compte une seule fois. L’équipe organisatrice décide quelle signature compte. Nous vous écrirons si c’est la vôtre.',
      inReview:
        'Vous avez confirmé votre signature. L’équipe organisatrice l’examine avant de la compter. Vous n’avez rien d’autre à faire.',
      withdrawn: 'Elle ne compte pas et ne figure pas sur la liste.',
      rejected:
        'L’équipe organisatrice a décidé de ne pas l’accepter. Elle ne compte donc pas et ne figure pas sur la liste. Si vous pensez qu’il s’agit d’une erreur, écrivez à',
      'taken-down':
        'L’équipe organisatrice a retiré la lettre. Votre signature n’est plus affichée. Vous pouvez encore la retirer.',
      'taken-down-pending':
        'L’équipe organisatrice a retiré la lettre. Il n’est plus possible de la signer, et rien n’est affiché.',
    },
    shown: {
      ahead: 'Votre signature telle qu’elle paraîtra',
      review: 'Votre signature telle qu’elle paraîtra quand elle comptera',
      reserve: 'Votre signature telle qu’elle paraîtrait si elle comptait',
      confirmed: 'Votre signature telle qu’elle paraît sur la lettre publiée',
      past: 'Les renseignements que vous avez donnés',
    },
    pastHint: 'Ces renseignements ne sont pas publics. Seule l’équipe organisatrice les voit.',
    printedWithheld: 'Votre signature compte, et votre nom n’est pas publié.',
    willWithhold: 'Votre nom ne sera pas publié. Votre signature sera seulement comptée.',
    private: 'Seule l’équipe organisatrice voit ceci',
    confirm: 'Confirmer et signer',
    correctTitle: 'Corriger vos renseignements',
    correctHint:
      'Modifiez ce qui est inexact, puis enregistrez. Vous ne pouvez pas changer votre adresse courriel ici : pour en utiliser une autre, retirez cette signature et remplissez de nouveau le formulaire.',
    correct: 'Enregistrer les corrections',
    correctBack: 'Revenir à votre signature sans enregistrer',
    saved: {
      title: 'Vos corrections sont enregistrées',
      changed: 'Vous avez modifié :',
      removed: 'supprimé',
      nothing: 'Vous n’avez rien modifié. Tout reste donc comme avant.',
    },
    confirmChange: 'Confirmer cette modification',
    agree: 'J’accepte la lettre modifiée',
    readLetter: 'Lire la lettre modifiée',
    letterNew:
      'La lettre a changé depuis que vous avez rempli le formulaire. Lisez-la avant de confirmer : votre signature vaudra pour la lettre modifiée.',
    askedWithChange:
      'Quelqu’un a aussi rempli de nouveau le formulaire avec votre adresse courriel. Si vous appuyez sur le bouton, vous confirmez aussi les nouveaux renseignements ci-dessous.',
    withdraw: 'Retirer ma signature',
    withdrawHint: 'Votre signature ne comptera plus et ne figurera plus sur la liste.',
    withdrawHintUncounted: 'Votre signature ne comptera pas et ne figurera pas sur la liste.',
    withdrawHintTakenDown: 'L’équipe organisatrice verra que vous l’avez retirée.',
    withdrawAgain: 'Vous pouvez signer de nouveau tant que la collecte est ouverte.',
    signAgain: 'Pour signer de nouveau, remplissez encore une fois le formulaire.',
    keep: 'Garder ma signature telle quelle',
    keepHint:
      'Si vous n’avez pas demandé cette modification, appuyez sur ce bouton. Les nouveaux renseignements sont supprimés.',
    changeWaits:
      'Votre modification est enregistrée. L’équipe organisatrice l’examine avant de la publier. D’ici là, ce que vous voyez ci-dessous reste publié.',
    notMe: 'Ce n’était pas moi',
    notMeHint:
      'Si quelqu’un d’autre a saisi votre adresse courriel, ou si vous avez changé d’avis, appuyez sur ce bouton. Rien n’est signé, et ce qui a été saisi est supprimé.',
  },
  unsubscribe: {
    title: 'Ne plus recevoir ces courriels ?',
    body: (campaign) =>
      `Vous recevez des courriels au sujet de la lettre « ${campaign} ». Si vous appuyez sur le bouton, ce site ne vous envoie plus de courriels au sujet de cette lettre, ni de lien pour confirmer ou modifier une signature.`,
    signatureStays:
      'Si vous avez signé, votre signature reste. Pour la retirer, utilisez le lien du courriel qui l’a confirmée.',
    button: 'Me désabonner de cette lettre',
    allTitle: 'Plus aucun courriel de ce site',
    allBody:
      'Cela comprend les autres lettres : vous ne pourrez signer aucune lettre de ce site avec cette adresse.',
    allButton: 'Me désabonner de tous les courriels',
    doneTitle: 'Vous ne recevrez plus ces courriels',
    doneLetter: (campaign) =>
      `Ce site ne vous envoie plus de courriels au sujet de la lettre « ${campaign} ».`,
    doneSite: 'Ce site n’envoie plus de courriels à votre adresse. Vous pouvez fermer cette page.',
  },
  privacy: {
    title: 'Confidentialité',
    lead: (sender) => `Ce que ${sender} fait des renseignements que vous saisissez ici.`,
    collectTitle: 'Ce que nous demandons, et pourquoi',
    collect: [
      'Votre nom et, si vous signez pour une organisation, votre fonction ainsi que le nom, le lieu et le site web de l’organisation. La lettre montre qui l’a signée, et l’équipe organisatrice vérifie que les signatures sont réelles.',
      'Votre adresse courriel. Elle garantit que personne d’autre ne peut signer en votre nom. Nous l’utilisons pour vous envoyer le lien de confirmation et quelques courriels au sujet de cette lettre, et pour rien d’autre.',
    ],
    questions: 'Vos réponses aux questions de l’équipe organisatrice. Elle seule les voit.',
    newsletter:
      'Si vous voulez recevoir des nouvelles de l’équipe organisatrice. Nous gardons votre réponse et son heure. L’équipe peut alors vous écrire à d’autres sujets que cette lettre, jusqu’à ce que vous lui demandiez d’arrêter.',
    emailsTitle: 'Si un courriel n’arrive pas',
    emails:
      'Un filtre antipourriel peut retarder ou bloquer nos courriels, et ils n’arrivent jamais à une adresse mal écrite. Une adresse qui s’est désabonnée des courriels au sujet de cette lettre, ou de tous les courriels de ce site, ne reçoit pas non plus de lien de confirmation. Nous envoyons au plus cinq courriels de confirmation par jour à une même adresse.',
    publicTitle: 'Ce que tout le monde peut voir',
    publicOrganizations:
      'Pour une organisation : son nom, son lieu et son site web, et si elle agit à l’échelle nationale, dans un État, une province ou une région, ou localement. Nous ne publions jamais le nom, la fonction ni l’adresse courriel de la personne qui a signé pour elle.',
    publicPeople:
      'Pour une personne : le nom sous la forme choisie (en entier, en initiales ou pas du tout) et le lieu. Nous ne publions jamais d’adresse courriel. Les noms des personnes sont sur la page de la lettre, dans son texte brut et dans son PDF. Ils ne sont pas dans les fichiers de données que des programmes peuvent télécharger.',
    withdrawals:
      'Pour une signature retirée : rien. Après la publication, nous disons combien de signatures ont été retirées, mais pas lesquelles.',
    duplicates:
      'Chaque organisation compte une seule fois. Si vous confirmez une signature pour une organisation qui a déjà signé, nous vous le disons. Une personne qui signe au nom d’une organisation peut donc apprendre si celle-ci a signé, même avant que la liste soit publique.',
    rightsTitle: 'Comment retirer votre signature',
    rights:
      'Utilisez le lien du courriel qui a confirmé votre signature. Vous pouvez la retirer à tout moment, avant et après la publication. Vous pouvez aussi vous désabonner avec le lien de chaque courriel.',
    deletionTitle: 'Quand nous supprimons vos données',
    unconfirmed:
      'Nous supprimons toute signature, ou modification d’une signature, que personne ne confirme dans les 30 jours.',
    deletion: (until) =>
      `Nous supprimons toutes les autres données personnelles ${until}. Les noms des organisations restent sur la lettre publiée.`,
    kept: 'Si vous vous désabonnez, nous gardons un code créé à partir de votre adresse pour ne plus rien vous envoyer. Pour repérer les signatures inventées, nous gardons aussi pendant trois mois des codes des adresses et de leurs domaines, afin de voir qui signe pour plusieurs organisations, ou sous plusieurs noms.',
    backups:
      'Les données supprimées restent jusqu’à 35 jours dans les copies de sauvegarde de la base de données, et jusqu’à 14 jours dans les traces des demandes qui ont échoué. Nous ne les lisons que pour réparer une panne. Les journaux ne contiennent jamais de noms ni d’adresses.',
    technologyTitle: 'Témoins (cookies) et suivi',
    technology:
      'Nous n’utilisons pas de témoins (cookies). Nous ne suivons pas qui ouvre un courriel, et nous ne gardons aucune liste de qui visite ces pages. Votre navigateur garde l’adresse courriel que vous saisissez, pour l’afficher sur la page suivante, jusqu’à ce que vous fermiez l’onglet.',
    against:
      'Pour empêcher des vagues de signatures inventées, nous comptons combien de formulaires viennent d’une même connexion Internet. Nous n’enregistrons pas l’adresse de la connexion, mais seulement un code créé à partir d’elle, que nous supprimons en quelques jours. Le formulaire envoie aussi le nombre de secondes pendant lesquelles il est resté ouvert, ce qui aide à distinguer les personnes des programmes.',
    marks:
      'Nous enregistrons un autre code avec votre signature. Il montre à l’équipe organisatrice combien de signatures sont venues de la même connexion à peu près au même moment. Il est créé avec un nombre aléatoire propre à chaque jour. Nous supprimons ce nombre en quelques jours, et ensuite personne ne peut retrouver la connexion à partir du code.',
    contactTitle: 'Nous joindre',
    contact: 'Pour poser une question, ou pour voir, corriger ou supprimer vos données, écrivez à',
  },
  letter: {
    signedBy: 'Signée par',
    organizations,
    people,
    organizationsContinued: 'Organisations (suite)',
    peopleContinued: 'Personnes (suite)',
    removed: (n) => `Nom supprimé : ${people(n)}`,
    withheld: (n, others) => (others ? `et ${unnamed(n)}` : unnamed(n)),
    withdrawn: (n) =>
      numberWithNoun('fr', n, {
        one: 'signature a été retirée depuis la publication.',
        many: 'de signatures ont été retirées depuis la publication.',
        other: 'signatures ont été retirées depuis la publication.',
      }),
    added: (date) => `ajout du ${date}`,
    supplied: (date) => `La lettre mise à jour a été envoyée à son destinataire le ${date}.`,
    asOf: (time) => `Liste du ${time}.`,
    unprintable: (n) =>
      `et ${numberWithNoun('fr', n, { one: 'nom', many: 'de noms', other: 'noms' })} dans une écriture que cette édition ne peut pas imprimer. La page ci-dessous montre tous les noms.`,
    listAt: 'La liste actuelle :',
    fullListAt: 'La liste complète des signatures :',
    scopes: {
      national: 'Organisations nationales',
      state: 'Organisations d’un État, d’une province ou d’une région',
      local: 'Organisations locales',
    },
    others: 'Autres',
    page: (page, pages) => `Page ${number('fr', page)} sur ${number('fr', pages)}`,
    previous: 'Page précédente',
    next: 'Page suivante',
    pagesLabel: 'Pages de la liste',
    signToo: 'Signer cette lettre',
  },
  release: {
    contact: 'Contact :',
    letter: 'Lire la lettre',
  },
  tools: { pdf: 'Télécharger le PDF', text: 'Texte brut' },
  soFar: {
    title: 'Qui a signé jusqu’ici',
    lead: 'Ces signatures sont confirmées et comptées. L’équipe organisatrice publiera la lettre avec sa liste complète.',
    others: (n) =>
      numberWithNoun('fr', n, {
        one: 'autre signature est comptée et ne figurera sur la liste qu’à la publication de la lettre.',
        many: 'd’autres signatures sont comptées et ne figureront sur la liste qu’à la publication de la lettre.',
        other:
          'autres signatures sont comptées et ne figureront sur la liste qu’à la publication de la lettre.',
      }),
    link: 'Voir qui a signé jusqu’ici',
    formOrganizations:
      'Votre organisation figure sur la liste dès que sa signature compte, avant la publication de la lettre.',
    formPeople:
      'Votre nom figure sur la liste, sous la forme que vous choisissez, dès que votre signature compte, avant la publication de la lettre.',
    formBoth:
      'Les signataires figurent sur la liste dès que leur signature compte, avant la publication de la lettre.',
    signOn: 'Ceci figure sur la liste dès que votre signature compte, avant la publication de la lettre.',
    privacy:
      'La liste des signatures est publique avant la publication de la lettre. Une signature y figure dès qu’elle compte, et elle en disparaît moins d’une minute après son retrait. Les personnes qui ont signé avant que le formulaire le dise ne figurent sur la liste qu’à la publication de la lettre.',
  },
  shareKit: {
    title: 'Partagez cette lettre',
    lead: 'Des liens, des textes, des images et des formulaires pour faire connaître cette lettre.',
    linkTitle: 'Liens',
    link: 'L’adresse de la lettre',
    sources:
      'Pour savoir d’où viennent les signatures, ajoutez à l’adresse ?source= et un nom de votre choix : lettres sans accent, chiffres, points, traits d’union et traits de soulignement. L’équipe organisatrice voit combien de signatures sont venues par chaque lien.',
    ownLink: 'Exemple de lien sur un dépliant',
    qrTitle: 'Code QR',
    qr: 'Pour les dépliants, les affiches et les diapositives. Les signatures venues par ce code sont comptées sous « qr ».',
    qrAlt: (title) => `Code QR qui mène à « ${title} »`,
    qrSvg: 'Code QR à imprimer (SVG)',
    qrPng: 'Code QR en image (PNG)',
    textsTitle: 'Textes',
    mail: 'Pour un courriel',
    mailText: (title, summary, url) =>
      `Bonjour,\n\nJe vous écris pour vous demander de signer cette lettre : ${title}\n\n${summary}\n\nVous pouvez la lire et la signer ici, en deux minutes :\n${url}\n\nMerci !`,
    mailTextLater: (title, summary, url) =>
      `Bonjour,\n\nJe vous invite à lire cette lettre : ${title}\n\n${summary}\n\nElle est ici :\n${url}`,
    post: 'Pour une publication ou un message',
    postText: (title, url) => `Signez cette lettre : ${title}\n${url}`,
    postTextLater: (title, url) => `Lisez cette lettre : ${title}\n${url}`,
    newsletter: 'Pour une infolettre',
    newsletterText: (title, summary, url) =>
      `${title}\n\n${summary} Il faut deux minutes pour signer.\n\nSignez la lettre : ${url}`,
    newsletterTextLater: (title, summary, url) => `${title}\n\n${summary}\n\nLisez la lettre : ${url}`,
    picturesTitle: 'Images',
    pictures: {
      link: 'Pour les liens et les publications sur la plupart des réseaux',
      square: 'Carrée, pour Instagram et Facebook',
      story: 'Verticale, pour les stories',
    },
    formTitle: 'Le formulaire sur votre propre site',
    form: 'Collez ceci dans une page de votre site, par exemple dans un bloc HTML. Le formulaire fonctionne sans script. Après l’envoi, la suite se passe sur ce site.',
    formLabel: 'HTML du formulaire',
    forms: {
      organization: 'HTML du formulaire pour les organisations',
      individual: 'HTML du formulaire pour les personnes',
    },
    counterTitle: 'Le compteur sur votre propre site',
    counter: 'Collez ceci là où le nombre de signatures doit apparaître.',
    counterLabel: 'HTML du compteur',
    more: 'Liens, code QR et textes à partager',
  },
  share: {
    label: 'Partager',
    mail: 'Courriel',
  },
  quoted: (words) => `« ${words} »`,
  fields: {
    kind: {
      label: 'Comment signez-vous ?',
      missing: 'Choisissez si vous signez pour une organisation ou à titre personnel.',
    },
    organizationName: { label: 'Nom de l’organisation', missing: 'Indiquez le nom de votre organisation.' },
    website: { label: 'Site web', missing: 'Indiquez le site web de votre organisation.' },
    scope: { label: 'Où agit votre organisation', missing: 'Choisissez où agit votre organisation.' },
    name: { label: 'Votre nom', missing: 'Indiquez votre nom.' },
    title: { label: 'Votre titre ou fonction', missing: 'Indiquez votre titre ou votre fonction.' },
    email: { label: 'Votre adresse courriel', missing: 'Indiquez votre adresse courriel.' },
    city: { label: 'Ville ou village', missing: 'Indiquez votre ville ou votre village.' },
    region: {
      label: 'État, province ou région',
      missing: 'Indiquez votre État, votre province ou votre région.',
    },
    country: { label: 'Pays', missing: 'Choisissez votre pays.' },
    publicName: {
      label: 'La forme de votre nom',
      missing: 'Choisissez sous quelle forme votre nom figure sur la liste.',
    },
    authorized: {
      label: 'Autorisation',
      missing: 'Cochez la case si vous avez l’autorisation de signer pour cette organisation.',
    },
    language: { label: 'Langue', missing: 'Choisissez une langue.' },
    newsletter: {
      label: 'Nouvelles par courriel',
      missing: 'Choisissez si vous voulez recevoir des nouvelles par courriel.',
    },
  },
  errors: {
    required: (label: string, _: ErrorParams) => `${label} : ce renseignement est obligatoire.`,
    'too-long': (label: string, { max = 200 }: ErrorParams) =>
      `${label} : le texte est trop long. Raccourcissez-le à ${number('fr', max)} caractères ; une lettre accentuée compte pour deux (${number('fr', max)} octets).`,
    'invalid-email': (label: string, _: ErrorParams) =>
      `${label} : indiquez une adresse complète, comme nom@example.org.`,
    'unknown-top-level-domain': (label: string, { end = '' }: ErrorParams) =>
      `${label} : aucune adresse courriel ne finit par « .${end} ». Vérifiez la fin de l’adresse.`,
    'email-typo': (label: string, { suggestion = '' }: ErrorParams) =>
      `${label} : vouliez-vous écrire ${suggestion} ? Corrigez l’adresse ou, si elle est juste, envoyez de nouveau le formulaire.`,
    'invalid-website': (label: string, _: ErrorParams) =>
      `${label} : indiquez une adresse web, comme www.example.org.`,
    'not-authorized': (_label: string, _: ErrorParams) =>
      'Cochez la case si vous avez l’autorisation de signer pour cette organisation. Sinon, demandez à quelqu’un qui l’a.',
    'invalid-choice': (label: string, { choices = [] }: ErrorParams) =>
      choices.length > 0
        ? `${label} : choisissez l’une de ces valeurs : ${choices.join(', ')}.`
        : `${label} : choisissez l’une des réponses.`,
    'not-for-individuals': (label: string, _: ErrorParams) =>
      `${label} : ceci est réservé aux organisations. Laissez ce champ vide si vous signez à titre personnel.`,
    'unknown-field': (label: string, _: ErrorParams) =>
      `Ce formulaire n’a pas de champ « ${label} ». Enlevez-le.`,
    'invalid-country': (label: string, _: ErrorParams) =>
      `${label} : choisissez un pays de la liste. Les programmes envoient son code de deux lettres, comme CA.`,
    'control-characters': (label: string, _: ErrorParams) =>
      `${label} : ceci contient un caractère qui ne s’imprime pas, comme un saut de ligne. Écrivez-le de nouveau sur une seule ligne.`,
    'email-as-organization': (label: string, _: ErrorParams) =>
      `${label} : ceci ressemble à une adresse courriel. Indiquez le nom de l’organisation.`,
    'email-as-name': (label: string, _: ErrorParams) =>
      `${label} : ceci ressemble à une adresse courriel. Indiquez le nom de la personne qui signe.`,
    'email-in-field': (label: string, _: ErrorParams) =>
      `${label} : ceci ressemble à une adresse courriel. Indiquez-la seulement dans le champ prévu pour votre adresse courriel.`,
    'link-in-field': (label: string, _: ErrorParams) => `${label} : ceci contient un lien. Enlevez-le.`,
    'link-in-name': (label: string, _: ErrorParams) =>
      `${label} : ceci contient un lien. Écrivez le nom sans le lien.`,
    'not-a-string': (label: string, _: ErrorParams) => `${label} : ce doit être un texte.`,
    'invalid-number': (label: string, _: ErrorParams) =>
      `${label} : indiquez un nombre en chiffres, sans espace ni virgule, comme 1200.`,
    'not-answers': (label: string, _: ErrorParams) =>
      `${label} : envoyez un objet avec la réponse à chaque question sous l’id de la question.`,
    'answers-too-long': (label: string, { max = 300 }: ErrorParams) =>
      `${label} : vos réponses sont trop longues. Raccourcissez-les à ${number('fr', max)} caractères en tout ; une lettre accentuée compte pour deux (${number('fr', max)} octets).`,
  },
  problems: {
    'not-found': {
      title: 'Page introuvable',
      detail: 'Il n’y a pas de page à cette adresse. Vérifiez que l’adresse ne contient pas d’erreur.',
    },
    'not-open-yet': {
      title: 'La collecte de signatures n’est pas encore ouverte',
      detail: 'Il n’est pas encore possible de signer cette lettre. Revenez plus tard.',
    },
    closed: {
      title: 'La collecte de signatures est close',
      detail: 'Il n’est plus possible de signer cette lettre.',
    },
    'taken-down': {
      title: 'Cette lettre a été retirée',
      detail:
        'L’équipe organisatrice a retiré la lettre de ce site. Il n’est donc plus possible de la signer.',
    },
    paused: {
      title: 'La collecte de signatures est en pause',
      detail: 'L’équipe organisatrice a mis la collecte de signatures en pause. Réessayez plus tard.',
    },
    changed: {
      title: 'Votre signature a changé',
      detail:
        'Les renseignements ou la lettre ont changé après que vous avez ouvert la page. Ouvrez de nouveau le lien de votre courriel et vérifiez-les.',
    },
    invalid: {
      title: 'Certaines réponses sont à corriger',
      detail: 'Rien n’est encore enregistré. Corrigez les réponses et envoyez de nouveau le formulaire.',
    },
    'too-large': {
      title: 'Le formulaire est trop volumineux',
      detail:
        'Vous avez envoyé plus de 16 Ko. Raccourcissez vos réponses et envoyez de nouveau le formulaire.',
    },
    unsupported: {
      title: 'Ce type de contenu n’est pas accepté',
      detail:
        'Envoyez un formulaire (application/x-www-form-urlencoded) ou du JSON (application/json), en UTF-8.',
    },
    'too-many': {
      title: 'Trop de demandes',
      detail: 'Votre réseau a envoyé trop de formulaires. Attendez quelques minutes, puis réessayez.',
    },
    malformed: {
      title: 'La demande n’a pas pu être lue',
      detail: 'Ce n’est ni du JSON ni un formulaire valide. Corrigez-la et envoyez-la de nouveau.',
    },
    'sign-in': {
      title: 'Ouvrez d’abord une session',
      detail: 'Vous n’avez pas de session, ou elle a pris fin. Ouvrez-en une à /console/sign-in.',
    },
    'not-allowed': {
      title: 'Non permis',
      detail: 'Votre rôle dans cette campagne ne le permet pas.',
    },
    'other-site': {
      title: 'Demande venue d’un autre site',
      detail:
        'La console n’accepte que les demandes de ses propres pages. Ouvrez la console et réessayez à partir de là.',
    },
    'sign-in-link': {
      title: 'Ce lien ne fonctionne plus',
      detail:
        'Un lien vers la console ne sert qu’une fois et il est valable 30 minutes. Demandez-en un nouveau.',
    },
    'no-campaign': {
      title: 'Lettre introuvable',
      detail:
        'Il n’y a pas de lettre à signer à cette adresse. Vérifiez que l’adresse ne contient pas d’erreur.',
    },
    link: {
      title: 'Ce lien ne fonctionne pas',
      detail:
        'Le lien est incomplet, ou 30 jours ont passé. Copiez le lien entier de votre courriel, ou remplissez de nouveau le formulaire pour en recevoir un nouveau.',
    },
    withdrawn: {
      title: 'Votre signature est retirée',
      detail:
        'Il n’est plus possible de la confirmer ni de la corriger. Pour signer de nouveau, remplissez encore une fois le formulaire.',
    },
    rejected: {
      title: 'Votre signature n’a pas été acceptée',
      detail:
        'L’équipe organisatrice a décidé de ne pas l’accepter. Si vous pensez qu’il s’agit d’une erreur, écrivez-lui.',
    },
    busy: {
      title: 'Le site est très sollicité',
      detail: 'Réessayez dans quelques secondes.',
    },
    unexpected: {
      title: 'Une erreur s’est produite',
      detail:
        'L’erreur vient de nous. Réessayez dans une minute. Si elle se reproduit, prévenez l’équipe organisatrice.',
    },
    letter: 'Aller à la lettre',
  },
  mails: {
    sentBy: (sender, title) => `${sender} vous a envoyé ce courriel au sujet de la lettre « ${title} »`,
    why: {
      typed: 'parce que votre adresse a été saisie dans son formulaire.',
      signed: 'parce que vous l’avez signée.',
      press: (contact) =>
        contact === undefined
          ? 'parce que cette adresse est sur sa liste de presse.'
          : `parce que ${contact} est sur sa liste de presse.`,
      organizer: 'parce que vous faites partie de son équipe organisatrice.',
      recipient: 'parce qu’elle vous est adressée.',
      invited: 'parce que votre organisation est invitée à la signer.',
    },
    message: {
      sign: (organization) => `Signer pour ${organization}`,
    },
    unsubscribe: 'Se désabonner de ces courriels :',
    openConsole: 'La campagne dans la console :',
    openSignOn: 'La signature dans la console :',
    signIn: {
      subject: (site: string) => `Ouvrir une session dans la console de ${site}`,
      heading: 'Ouvrez une session dans la console',
      lead: 'Ce lien mène à une page où un bouton ouvre votre session. Il ne sert qu’une fois et il est valable 30 minutes.',
      button: 'Aller à la page d’ouverture de session',
      notYou:
        'Si vous n’avez rien demandé, ne tenez pas compte de ce courriel. Personne ne peut ouvrir une session sans le lien.',
    },
    newBrowser: {
      subject: (site: string) => `Nouvelle session dans la console de ${site}`,
      heading: 'Vous avez ouvert une session dans un nouveau navigateur',
      lead: 'Quelqu’un a utilisé un lien de votre boîte de réception pour ouvrir une session dans la console, avec un navigateur que nous ne connaissions pas :',
      when: 'Heure',
      browser: 'Navigateur',
      notYou:
        'Si c’était vous, vous n’avez rien à faire. Sinon, quelqu’un d’autre peut lire vos courriels. Changez le mot de passe de votre boîte de réception, puis ouvrez une session et appuyez sur « Fermer toutes les sessions ».',
      button: 'Ouvrir la console',
    },
    confirm: {
      subject: (title, organization) => about('Confirmez votre signature', title, organization),
      heading: 'Confirmez votre signature',
      lead: (title) =>
        `Nous avons reçu une signature pour la lettre « ${title} » avec cette adresse courriel. Vérifiez-la et confirmez-la :`,
      button: 'Vérifier et confirmer',
      how: 'Votre signature compte quand vous appuyez sur le bouton de la page qui s’ouvre. Le lien est valable 30 jours.',
      notYou:
        'Si vous n’avez pas rempli le formulaire, ne tenez pas compte de ce courriel. Nous supprimons les renseignements après 30 jours. Pour les supprimer maintenant, suivez le lien et appuyez sur « Ce n’était pas moi ».',
    },
    reminder: {
      subject: (title, organization) => about('Rappel : confirmez votre signature', title, organization),
      heading: 'Votre signature n’est pas encore confirmée',
      lead: (title) =>
        `Il y a quelques jours, nous avons reçu une signature pour la lettre « ${title} » avec cette adresse courriel. Elle ne compte pas tant que vous ne l’avez pas confirmée :`,
      how: 'Votre signature compte quand vous appuyez sur le bouton de la page qui s’ouvre.',
      once: 'Si vous ne voulez pas signer, ou si vous n’avez pas rempli le formulaire, suivez le lien et appuyez sur « Ce n’était pas moi » pour supprimer les renseignements. Nous vous enverrons au plus un autre rappel.',
      last: 'Si vous ne voulez pas signer, ou si vous n’avez pas rempli le formulaire, ne tenez pas compte de ce courriel. Nous supprimons les renseignements automatiquement. Ceci est notre dernier rappel.',
    },
    confirmChange: {
      none: 'rien',
      subject: (title, organization) => about('Confirmez votre modification', title, organization),
      heading: 'Confirmez votre modification',
      lead: (title) =>
        `Vous avez signé la lettre « ${title} ». Le formulaire a été rempli de nouveau avec cette adresse courriel et d’autres renseignements :`,
      button: 'Vérifier et confirmer',
      how: 'Votre signature reste telle quelle jusqu’à ce que vous appuyiez sur le bouton de la page qui s’ouvre.',
      notYou:
        'Si vous n’avez pas demandé cette modification, ne tenez pas compte de ce courriel. Rien ne change.',
    },
    signed: {
      subject: (title, organization) =>
        organization === undefined
          ? `Vous avez signé : ${title}`
          : `Votre signature pour ${organization} est confirmée`,
      heading: 'Merci de votre signature',
      lead: (title) => `Votre signature de la lettre « ${title} » est confirmée :`,
      button: 'Voir votre signature',
      decided: {
        subject: (title, organization) =>
          organization === undefined
            ? `Votre signature compte : ${title}`
            : `Votre signature pour ${organization} compte`,
        heading: 'Votre signature compte',
        lead: (title) =>
          `L’équipe organisatrice a pris une décision au sujet de votre signature de la lettre « ${title} ». Elle compte avec ces informations :`,
      },
      keep: 'Conservez ce courriel. Avec son lien, vous pouvez corriger ou retirer votre signature à tout moment, avant et après la publication.',
    },
    signedAlready: {
      subject: (title, organization) => about('Vous avez déjà signé', title, organization),
      heading: 'Vous avez déjà signé',
      lead: (title) =>
        `Le formulaire de la lettre « ${title} » a été rempli de nouveau avec cette adresse courriel. Vous avez déjà signé avec les mêmes renseignements :`,
      counts: 'Votre signature compte.',
      inReview: 'Elle ne compte pas encore. Les organisateurs l’examinent d’abord.',
      nothing: 'Vous n’avez rien à faire. Avec le lien, vous pouvez corriger ou retirer votre signature.',
    },
    duplicate: {
      subject: (title, organization) =>
        organization === undefined
          ? `Votre organisation a déjà signé : ${title}`
          : `${organization} a déjà signé`,
      heading: 'Votre organisation a déjà signé',
      lead: (title) => `Merci d’avoir confirmé votre signature de la lettre « ${title} » :`,
      once: 'Une autre personne a signé pour la même organisation. Chaque organisation compte une seule fois. Vous n’avez donc rien à faire.',
      decided: {
        subject: (title, organization) =>
          organization === undefined
            ? `Votre signature ne compte pas : ${title}`
            : `Votre signature pour ${organization} ne compte pas`,
        heading: 'Votre signature ne compte pas',
        lead: (title) =>
          `L’équipe organisatrice a pris une décision au sujet de votre signature de la lettre « ${title} ». Elle ne compte pas, parce qu’une autre signature compte pour cette organisation :`,
        once: 'Chaque organisation compte une seule fois.',
      },
      kept: 'Nous gardons votre signature en réserve. Si l’autre est retirée, l’équipe organisatrice peut utiliser la vôtre à la place. Avec le lien, vous pouvez voir ou retirer votre signature.',
      two: 'S’il s’agit d’une autre organisation au nom identique ou semblable, répondez à ce courriel. L’équipe organisatrice peut compter les deux.',
    },
    inReview: {
      subject: (title, organization) =>
        organization === undefined
          ? `Votre signature est en cours d’examen : ${title}`
          : `Votre signature pour ${organization} est en cours d’examen`,
      heading: 'Votre signature est en cours d’examen',
      lead: (title) =>
        `Vous avez confirmé votre signature de la lettre « ${title} ». L’équipe organisatrice l’examine avant de la compter :`,
      next: 'Vous n’avez rien à faire. Nous vous écrirons quand elle comptera. L’équipe organisatrice peut vous écrire si elle a une question.',
      kept: 'Avec le lien, vous pouvez voir ou retirer votre signature.',
    },
    askedAgain: {
      subject: (title, organization) =>
        organization === undefined
          ? `La lettre que vous avez signée a changé : ${title}`
          : `La lettre que vous avez signée pour ${organization} a changé : ${title}`,
      subjectAgain: (title, organization) =>
        organization === undefined
          ? `Rappel : la lettre que vous avez signée a changé : ${title}`
          : `Rappel : la lettre que vous avez signée pour ${organization} a changé : ${title}`,
      heading: 'La lettre que vous avez signée a changé',
      lead: (title) =>
        `L’équipe organisatrice a modifié la lettre « ${title} » depuis que vous l’avez signée. Dites-nous si vous êtes toujours d’accord :`,
      leadAgain: (title) =>
        `Il y a quelques jours, nous vous avons écrit que la lettre « ${title} » a changé depuis que vous l’avez signée. Nous n’avons pas encore votre réponse :`,
      until:
        'Lisez la lettre modifiée. Votre signature ne compte pas et ne figure pas sur la liste tant que vous ne l’avez pas acceptée.',
      typed:
        'Quelqu’un a aussi rempli de nouveau le formulaire avec cette adresse courriel et d’autres renseignements :',
      letter: 'La lettre modifiée :',
      button: 'Accepter ou retirer ma signature',
      how: 'La page qui s’ouvre a un bouton pour accepter et un bouton pour retirer votre signature. Si vous ne faites rien, votre signature ne compte pas.',
      howTyped:
        'La page qui s’ouvre a un bouton pour accepter la lettre avec les nouveaux renseignements et un bouton pour retirer votre signature. Si vous n’avez pas rempli le formulaire, appuyez d’abord sur « Garder ma signature telle quelle ». Vous pouvez ensuite accepter avec vos propres renseignements. Si vous ne faites rien, votre signature ne compte pas.',
    },
    published: {
      subject: (title, organization) =>
        organization === undefined
          ? `Publiée : ${title}`
          : `Publiée : ${title} (signature pour ${organization})`,
      heading: 'La lettre est publiée',
      lead: (title, ofOrganizations, ofPeople) =>
        `La lettre « ${title} » est publiée. Elle porte la signature ${ofBoth(ofOrganizations, ofPeople)}. Votre signature :`,
      button: 'Lire la lettre',
      release: 'Communiqué de presse :',
      yours: 'Voir ou retirer votre signature :',
      share: 'Partager la lettre :',
    },
    letter: {
      lead: (sender, ofOrganizations, ofPeople) =>
        `${sender} vous envoie la lettre ci-dessous, qui porte la signature ${ofBoth(ofOrganizations, ofPeople)}.`,
      attached: 'La lettre est aussi jointe en PDF.',
      namesOnPage: 'Tous les signataires sont nommés sur la page web de la lettre.',
      onTheWeb: 'La lettre sur le web :',
    },
    supplement: {
      subject: {
        list: (letter) => `Signatures mises à jour : ${letter}`,
        text: (letter) => `Lettre corrigée : ${letter}`,
        both: (letter) => `Lettre corrigée, signatures mises à jour : ${letter}`,
      },
      lead: {
        list: (sender) =>
          `${sender} vous envoie de nouveau la lettre ci-dessous, avec ses signatures mises à jour.`,
        text: (sender) =>
          `${sender} vous envoie de nouveau la lettre ci-dessous, dont le texte a été corrigé.`,
        both: (sender) =>
          `${sender} vous envoie de nouveau la lettre ci-dessous, dont le texte a été corrigé et les signatures mises à jour.`,
      },
      since: {
        sent: (date) => `Depuis l’envoi de la lettre le ${date}`,
        published: (date) => `Depuis la publication de la lettre le ${date}`,
        again: (date) => `Depuis la lettre mise à jour du ${date}`,
      },
      news: (since, changes, ofOrganizations, ofPeople) =>
        `${since}, ${changes}. La lettre porte maintenant la signature ${ofBoth(ofOrganizations, ofPeople)}.`,
      joined: (ofOrganizations, ofPeople) =>
        `${more(ofOrganizations, ofPeople)} ${have(ofOrganizations + ofPeople)} signé`,
      withdrawn: (n) => `${signatures(n)} ${n < 2 ? 'a été retirée' : 'ont été retirées'}`,
      unchanged: 'personne n’a signé ni retiré sa signature',
      corrected: (date) =>
        `La correction date du ${date}. Une note au-dessus de la lettre dit ce qui était inexact.`,
      attached: 'La lettre mise à jour est aussi jointe en PDF.',
      dated: 'Les signatures ajoutées après la publication portent une date à côté du nom.',
      list: 'La liste actuelle sur le web :',
    },
    release: { letter: 'La lettre et ses signataires :', release: 'Ce communiqué de presse sur le web :' },
    embargo: {
      line: (until) => `SOUS EMBARGO JUSQU’AU ${until}`,
      subject: (until, headline) => `SOUS EMBARGO jusqu’au ${until} : ${headline}`,
      asOf: (time) => `Les chiffres de cette copie sont ceux du ${time}.`,
      final:
        'Nous vous enverrons le communiqué de presse définitif à la fin de l’embargo, quand la lettre sera publiée.',
      notCertain: (list) =>
        `La lettre peut être publiée après la fin de l’embargo. Avant la publication, il lui manque encore : ${list}. Nous vous enverrons le communiqué de presse définitif quand la lettre sera publiée.`,
      obstacles: {
        threshold: 'd’autres signatures',
        time: (at) => `son heure de publication (${at})`,
        delivery: 'la remise à son destinataire',
        approval: 'l’approbation finale de l’équipe organisatrice',
      },
      links:
        'Les liens vers la lettre et le communiqué de presse fonctionneront quand la lettre sera publiée.',
    },
    correction: {
      subject: (headline) => `CORRECTION : ${headline}`,
      lead: {
        letter: 'Nous avons corrigé la lettre dont parle notre communiqué de presse.',
        release: 'Nous avons corrigé le communiqué de presse que nous vous avons envoyé.',
        both: 'Nous avons corrigé le communiqué de presse que nous vous avons envoyé et la lettre dont il parle.',
      },
      replaces: 'Utilisez le texte ci-dessous au lieu de la première version.',
      stays: 'Le communiqué de presse n’a pas changé.',
      letter: 'La lettre corrigée :',
      original: 'La première version publiée :',
    },
    gate: {
      waitsFor: (list) => `La lettre n’est pas encore publiée. Il manque : ${list}.`,
      publishing: 'La publication de la lettre et du communiqué de presse est en cours.',
      published: 'La lettre est publiée.',
      obstacles: {
        threshold: 'd’autres signatures',
        time: (at) => `son heure de publication (${at})`,
        hours: 'ses heures de publication',
        hold: 'la fin de la suspension',
        quotes: 'l’approbation de toutes les citations',
        import: 'la fin d’une importation',
        asking: 'les courriels qui demandent l’accord des signataires sur la lettre modifiée',
        delivery: 'votre remise de la lettre à son destinataire',
      },
    },
    notices: {
      milestone: {
        subject: (title, reached) => `${reached} ont signé : ${title}`,
        heading: (reached) => `${reached} ont signé`,
        share: {
          organizations: (percent) => `${number('fr', percent)} % des organisations nécessaires`,
          individuals: (percent) => `${number('fr', percent)} % des personnes nécessaires`,
        },
        organizations: (n, needed) => `${organizations(n)} sur ${number('fr', needed)} ${have(n)} signé.`,
        individuals: (n, needed) => `${people(n)} sur ${number('fr', needed)} ${have(n)} signé.`,
      },
      held: {
        subject: (title) => `Publication suspendue : ${title}`,
        heading: 'La publication est suspendue',
        body: 'Un membre de l’équipe organisatrice a suspendu la publication. Rien n’est publié avant la fin de la suspension. Il est toujours possible de signer.',
        end: 'Pour mettre fin à la suspension, ouvrez la console ou exécutez la commande :',
      },
      resumed: {
        subject: (title) => `Fin de la suspension : ${title}`,
        heading: 'La suspension a pris fin',
        body: 'Un membre de l’équipe organisatrice a mis fin à la suspension. La lettre est publiée automatiquement quand il ne manque plus rien.',
      },
      status: 'Pour voir l’état de la campagne, ouvrez la console ou exécutez la commande :',
      published: {
        subject: (title) => `Publiée : ${title}`,
        heading: 'La lettre est publiée',
        body: (ofOrganizations, ofPeople) => [
          `La lettre et le communiqué de presse ont été publiés avec la signature ${ofBoth(ofOrganizations, ofPeople)}.`,
          'Nous écrivons maintenant à la liste de presse et aux signataires. Lisez et vérifiez les deux pages une fois.',
        ],
        bodyAfterRecipient: (ofOrganizations, ofPeople) => [
          `La lettre et le communiqué de presse ont été publiés avec la signature ${ofBoth(ofOrganizations, ofPeople)}.`,
          'Nous envoyons maintenant la lettre par courriel à son destinataire. Ensuite, nous écrivons à la liste de presse et aux signataires. Lisez et vérifiez les deux pages une fois.',
        ],
        button: 'Lire la lettre',
        release: 'Communiqué de presse :',
        withoutGlyphs: (names) =>
          names === 1
            ? 'Un nom contient des lettres que nos polices pour les PDF n’ont pas. Le PDF de la lettre le compte et renvoie à la page web, qui l’affiche :'
            : `${number('fr', names)} noms contiennent des lettres que nos polices pour les PDF n’ont pas. Le PDF de la lettre les compte et renvoie à la page web, qui les affiche :`,
      },
      'print-failed': {
        subject: (title) => `Un fichier manque : ${title}`,
        heading: 'Un fichier n’a pas pu être créé',
        body: (documents) => [
          `Nous n’avons pas pu créer : ${documents}. Les pages, les textes bruts et les listes sont publiés. Aucune page ne renvoie au fichier manquant.`,
          'Nous réessayons à chaque mise à jour des pages. Si cela continue, imprimez la page en PDF dans votre navigateur et transférez ce courriel à la personne qui exploite le système.',
        ],
      },
      'item-unreadable': {
        subject: (title) => `Un enregistrement est illisible : ${title}`,
        heading: 'Un enregistrement est illisible',
        body: () => [
          'Un enregistrement de cette campagne est endommagé ou vient d’une autre version du système. Nous l’avons laissé de côté. Tout le reste continue : les autres signatures sont comptées, les pages sont mises à jour et les courriels sont envoyés.',
          'Si l’enregistrement est une signature, elle ne figure pas sur la liste pour le moment, et elle n’est pas comptée dans le titre d’une publication. Elle n’est pas perdue.',
          'Transférez ce courriel à la personne qui exploite le système. Le guide d’exploitation a une section « item-unreadable ». L’enregistrement est :',
        ],
      },
      'site-failing': {
        subject: (title) => `Les pages ne sont pas mises à jour : ${title}`,
        heading: 'Les pages ne sont pas mises à jour',
        body: () => [
          'Trois essais de suite pour écrire les pages de cette campagne ont échoué. Les pages affichées peuvent être dépassées, et une publication prévue peut être en retard.',
          'Nous réessayons chaque minute. Il est toujours possible de signer, de confirmer et de retirer une signature, et rien n’est perdu.',
          'Transférez ce courriel à la personne qui exploite le système. Le guide d’exploitation a une section « pages-failing ».',
        ],
      },
      'recount-short': {
        subject: (title) => `Pas encore publiée : ${title}`,
        heading: 'Pas publiée : trop peu de signatures au décompte final',
        body: (counted, found) => [
          `Le seuil a été atteint avec ${counted}, mais le décompte final avant la publication a trouvé ${found}. Une signature a sans doute été retirée entre-temps.`,
          'Rien n’a été publié. Il est toujours possible de signer, et la lettre est publiée automatiquement quand il y a assez de signatures. Vous n’avez rien à faire.',
        ],
      },
      'taken-down': {
        subject: (title) => `Retirée : ${title}`,
        heading: 'La lettre est retirée',
        body: () => [
          'Un membre de l’équipe organisatrice a retiré la lettre. Toutes ses pages disent qu’elle n’est plus là, personne ne peut signer, et nous n’envoyons plus de courriels aux signataires ni à la presse.',
          'Nous ne pouvons pas reprendre les courriels et les copies déjà en circulation. Si le destinataire et la presse doivent savoir pourquoi, dites-le-leur.',
        ],
      },
      'fell-below': {
        subject: (title) => `Sous le seuil : ${title}`,
        heading: 'La lettre publiée est passée sous son seuil',
        body: (now) => [
          `Des signatures ont été retirées ou refusées après la publication. Il reste maintenant ${now}.`,
          'La lettre reste publiée, et sa page dit combien de signatures ont été retirées. Décidez s’il faut prévenir la presse et le destinataire : le titre qu’ils connaissent donne le nombre précédent.',
        ],
      },
      'confirmations-stopped': {
        subject: (title) => `Courriels de confirmation arrêtés : ${title}`,
        heading: 'Trop de courriels de confirmation sont revenus',
        body: {
          campaign: (bounced, sent) => [
            `Au cours des trois dernières heures, ${number('fr', bounced)} courriels de confirmation sur ${number('fr', sent)} sont revenus, parce que les adresses n’existent pas. Quelqu’un saisit peut-être des adresses inventées dans le formulaire. Si trop de courriels reviennent, le service d’envoi arrête tous les courriels de votre système.`,
            'Les courriels de confirmation de cette campagne attendent donc trois heures. Tous les autres sont envoyés comme d’habitude : aux personnes qui ont confirmé, à la presse et à l’équipe organisatrice. Aucune signature n’est perdue. Les courriels qui attendent sont envoyés ensuite, peu à peu.',
            'Regardez les signatures les plus récentes. Si elles sont vraies, le rôle « Responsable » permet d’envoyer les courriels maintenant et de n’en arrêter aucun pendant un jour, avec le bouton de la vue d’ensemble de la console ou avec cette commande :',
          ],
          networks: (bounced, sent) => [
            `Au cours des trois dernières heures, ${number('fr', bounced)} courriels de confirmation sur ${number('fr', sent)} demandés par une même connexion à Internet sont revenus, parce que les adresses n’existent pas. Quelqu’un saisit peut-être des adresses inventées dans le formulaire.`,
            'Les courriels de confirmation que cette connexion demande attendent donc trois heures. Tous les autres sont envoyés comme d’habitude. Les courriels qui attendent sont envoyés ensuite, peu à peu.',
            'Si ces signatures sont vraies, le rôle « Responsable » permet d’envoyer les courriels maintenant et de n’en arrêter aucun pendant un jour, avec le bouton de la vue d’ensemble de la console ou avec cette commande :',
          ],
        },
      },
      'mail-delayed': {
        subject: (title) => `Des courriels ont dû attendre : ${title}`,
        heading: 'Des courriels de cette campagne ont dû attendre',
        body: (reason) => [
          `Pendant plus d’une minute, le service d’envoi n’a accepté aucun courriel : ${reason}. Si vous lisez ceci, il les accepte de nouveau.`,
          'Rien n’est perdu. Les courriels en attente partent maintenant. Si cela se reproduit, parlez-en à la personne qui exploite le système.',
        ],
        reasons: {
          'over-quota': 'le nombre de courriels qu’il permet en un jour était épuisé',
          'not-verified':
            'le domaine de l’expéditeur n’est pas encore vérifié, ou le compte ne peut écrire qu’à des adresses vérifiées',
          'not-allowed': 'le compte ou ses paramètres ne le permettent pas',
          'sending-paused': 'l’envoi a été arrêté pour le compte',
          unreachable: 'il était injoignable',
        },
      },
      'letter-bounced': {
        subject: (title) => `La lettre est revenue : ${title}`,
        heading: 'Le courriel avec la lettre est revenu',
        first: (recipients) => [
          `Nous avons envoyé la lettre par courriel à ${recipients}. Le courriel à l’une de ces adresses est revenu : l’adresse n’existe pas, ou elle n’accepte pas de courriels.`,
          'Corrigez l’adresse dans campaign.yaml (delivery). Appliquez ensuite la campagne de nouveau, dans la console ou avec la commande, et la lettre repart aussitôt :',
        ],
        supplement: (recipients) => [
          `Nous avons envoyé la lettre mise à jour par courriel à ${recipients}. Le courriel à l’une de ces adresses est revenu : l’adresse n’existe pas, ou elle n’accepte pas de courriels.`,
          'Corrigez l’adresse dans campaign.yaml (delivery) et appliquez la campagne de nouveau. Envoyez ensuite encore une fois la lettre mise à jour, dans la console ou avec la commande :',
        ],
      },
      'letter-mail-unknown': {
        subject: (title) => `La lettre est envoyée de nouveau : ${title}`,
        heading: 'La lettre est envoyée de nouveau à son destinataire',
        body: (recipients) => [
          `La lettre est publiée. Le service d’envoi n’a pas répondu quand nous l’avons envoyée à ${recipients}, et depuis quinze minutes il n’a pas dit avoir accepté le courriel. Nous l’envoyons donc de nouveau. Dans de rares cas, elle arrive deux fois.`,
          'Nous prévenons la liste de presse et les signataires dès qu’elle est envoyée. Si le destinataire a déjà la lettre, confirmez la remise dans la console ou avec la commande :',
        ],
      },
      'letter-mail-refused': {
        subject: (title) => `Le courriel au destinataire a été refusé : ${title}`,
        heading: 'La lettre n’a pas pu être envoyée à son destinataire',
        body: (recipients) => [
          `La lettre est publiée, mais le service d’envoi a refusé de l’envoyer à ${recipients}. La raison la plus fréquente est une faute de frappe dans l’adresse.`,
          'Nous n’avons pas encore prévenu la liste de presse ni les signataires. Corrigez l’adresse dans campaign.yaml (delivery) et exécutez campaign apply : la lettre part aussitôt, et les autres courriels suivent. Ou remettez la lettre vous-même et confirmez la remise dans la console ou avec la commande :',
        ],
      },
      'supplement-sent': {
        subject: (title) => `La lettre mise à jour est envoyée : ${title}`,
        heading: 'La lettre mise à jour est envoyée',
        body: (recipients, list) => [
          `Nous avons envoyé la lettre mise à jour à ${recipients}. Elle porte ${list}.`,
          'Vous n’avez rien à faire. Si d’autres personnes signent, vous pouvez l’envoyer encore une fois.',
        ],
      },
      'supplement-unknown': {
        subject: (title) => `La lettre mise à jour est envoyée de nouveau : ${title}`,
        heading: 'La lettre mise à jour est envoyée de nouveau',
        body: (recipients, list) => [
          `Le service d’envoi n’a pas répondu quand nous avons envoyé la lettre mise à jour (${list}) à ${recipients}, et depuis quinze minutes il n’a pas dit avoir accepté le courriel.`,
          'Nous l’envoyons donc de nouveau. Dans de rares cas, elle arrive deux fois.',
        ],
      },
      'supplement-refused': {
        subject: (title) => `La lettre mise à jour a été refusée : ${title}`,
        heading: 'La lettre mise à jour n’a pas pu être envoyée',
        body: (recipients, list) => [
          `Le service d’envoi a refusé d’envoyer la lettre mise à jour (${list}) à ${recipients}. La raison la plus fréquente est une faute de frappe dans l’adresse.`,
          'Corrigez l’adresse dans campaign.yaml (delivery) et appliquez la campagne de nouveau. Envoyez ensuite encore une fois la lettre mise à jour, dans la console ou avec la commande :',
        ],
      },
      'supplement-ready': {
        subject: (title) => `Remettez la lettre mise à jour : ${title}`,
        heading: 'La lettre mise à jour est prête',
        body: (list) => [
          `La lettre mise à jour (${list}) est prête à être remise par vous, en PDF et en page web. Les deux changent quand d’autres personnes signent : imprimez-la ou enregistrez-la maintenant.`,
        ],
        button: 'La lettre en PDF',
      },
      'supplement-idle': {
        subject: (title) => `Aucune lettre mise à jour n’a été envoyée : ${title}`,
        heading: 'Aucune lettre mise à jour n’a été envoyée',
        body: () => [
          'Un membre de l’équipe organisatrice a demandé une lettre mise à jour. Quand nous l’avons préparée, il n’y avait plus rien de nouveau : les nouvelles signatures avaient été retirées. Le destinataire n’a reçu aucun courriel.',
        ],
      },
      supplementList: (now, changes) => `${now} ; depuis la dernière lettre, ${changes}`,
      'review-waiting': {
        subject: (title) => `Signatures à examiner : ${title}`,
        heading: 'Des signatures attendent votre décision',
        body: (waiting, isWhole) => [
          isWhole
            ? `Les signatures de ${waiting} ne comptent pas avant d’être examinées par l’équipe organisatrice.`
            : `Les signatures d’au moins ${waiting} ne comptent pas avant d’être examinées par l’équipe organisatrice.`,
        ],
        suspects: (isWhole) =>
          isWhole ? 'Les organisations les plus douteuses :' : 'Quelques-unes des organisations :',
        changes: (changes) =>
          changes === 1
            ? 'Une modification d’une signature qui compte attend votre examen. Jusqu’à votre décision, le texte précédent reste publié.'
            : `Des modifications de ${number('fr', changes)} signatures qui comptent attendent votre examen. Jusqu’à votre décision, le texte précédent reste publié.`,
        mended: 'Ces organisations ont corrigé l’orthographe de leur nom. Elles comptent toujours :',
        vacated:
          'Ces organisations ont perdu la signature qui comptait, et d’autres de leurs signatures sont gardées en réserve. Demandez aux signataires si leur signature tient toujours. Si oui, faites-la compter :',
        duplicates:
          'Ces organisations ont signé une seconde fois, depuis un autre domaine ou un autre lieu que ceux de la signature qui compte. L’une des deux est peut-être fausse, ou ce sont deux organisations du même nom. Si elles sont deux, ouvrez la signature et choisissez « Autre organisation ». Si la seconde doit compter à la place :',
        more: (count) => (count === 1 ? 'Et une autre.' : `Et ${number('fr', count)} autres.`),
        look: 'Pour voir chaque signature avec tous les motifs, puis décider, ouvrez la console ou exécutez la commande :',
        reasons: {
          'disposable-mail': 'adresse courriel jetable',
          'free-mail': 'adresse courriel gratuite',
          'other-domain': 'adresse courriel d’un autre domaine que le site web',
          'no-website': 'aucun site web à comparer avec l’adresse courriel',
          'look-alike': 'nom semblable à un nom qui a déjà signé',
          'rejected-before':
            'nom, adresse courriel, domaine ou site web d’une signature rejetée, ou nom semblable',
          'same-name': 'même nom qu’une organisation qui a signé ailleurs',
          'former-name': 'nom qu’une autre organisation portait avant',
          'second-domain': 'autre domaine ou autre lieu que la signature qui compte ou a compté en dernier',
          'protected-name': 'nom que cette campagne protège, ou semblable',
          'invited-elsewhere': 'invitée à un autre domaine',
          'same-website': 'même site web qu’une organisation qui a déjà signé',
          'shared-domain': 'd’autres organisations ont signé depuis le même domaine',
          'shared-address': 'la même adresse courriel a signé pour d’autres',
          'not-a-name': 'le nom ou le lieu n’en est sans doute pas un',
          'mixed-scripts': 'un mot mêle des lettres de deux écritures',
          form: 'formulaire rempli comme par un programme',
        },
      },
      'press-mail-unknown': {
        subject: (title) => `Un courriel à la presse est envoyé de nouveau : ${title}`,
        heading: 'Un courriel à la presse est envoyé de nouveau',
        body: (contact, what) => [
          `Le service d’envoi n’a pas répondu quand nous avons envoyé ${pressMailNames[what]} à ${contact}, et depuis quinze minutes il n’a pas dit avoir accepté le courriel.`,
          'Nous l’envoyons donc de nouveau. Dans de rares cas, il arrive deux fois.',
        ],
      },
      'press-mail-refused': {
        subject: (title) => `Un courriel à la presse a été refusé : ${title}`,
        heading: 'Un courriel à la presse a été refusé',
        body: (contact, what) => [
          `Le service d’envoi a refusé d’envoyer ${pressMailNames[what]} à ${contact}. La raison la plus fréquente est une faute de frappe dans l’adresse.`,
          'Vérifiez sa ligne dans press-list.csv et faites l’envoi vous-même :',
        ],
      },
    },
    both,
  },
};
