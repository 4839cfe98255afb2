import type { PressMailName } from './en.ts';
import type { ErrorParams } from './error-message.ts';
import { number, numberWithNoun } from './formats.ts';
import { inSpanish } from './number-words/es.ts';
import type { Catalog } from './texts.ts';
import type { WritingRules } from './writing.ts';

/** Quotation marks: the academies' Ortografía (2010), 3.4.8: «…“…‘…’…”…», and » before each further paragraph. */
const writing: WritingRules = {
  direction: 'ltr',
  colon: ':',
  semicolon: ';',
  quotationMarks: {
    open: '«',
    close: '»',
    reopen: '»',
    nested: [
      ['“', '”'],
      ['‘', '’'],
    ],
  },
  over: (digits) => `más de ${digits}`,
  // “1.000.000 de organizaciones”
  afterMillions: (noun) => `de ${noun}`,
  inWords: inSpanish,
};

const organizations = (n: number): string =>
  numberWithNoun('es', n, { one: 'organización', many: 'de organizaciones', other: 'organizaciones' });
const people = (n: number): string =>
  numberWithNoun('es', n, { one: 'persona', many: 'de personas', other: 'personas' });
const signatures = (n: number): string =>
  numberWithNoun('es', n, { one: 'firma', many: 'de firmas', other: 'firmas' });
const have = (n: number): string => (n === 1 ? 'ha' : 'han');
const days = (n: number): string => numberWithNoun('es', n, { one: 'día', other: 'días' });

const both = (ofOrganizations: number, ofPeople: number): string => {
  if (ofPeople === 0) return organizations(ofOrganizations);
  return ofOrganizations === 0 ? people(ofPeople) : `${organizations(ofOrganizations)} y ${people(ofPeople)}`;
};

const more = (ofOrganizations: number, ofPeople: number): string => {
  if (ofPeople === 0) return `${organizations(ofOrganizations)} más`;
  return ofOrganizations === 0
    ? `${people(ofPeople)} más`
    : `${organizations(ofOrganizations)} y ${people(ofPeople)} más`;
};

const unnamed = (n: number): string =>
  numberWithNoun('es', n, {
    one: 'persona que prefiere no dar su nombre',
    many: 'de personas que prefieren no dar su nombre',
    other: 'personas que prefieren no dar su nombre',
  });

const pressMailNames: Record<PressMailName, string> = {
  release: 'el comunicado de prensa',
  embargo: 'la copia bajo embargo del comunicado de prensa',
  correction: 'la corrección',
};

const about = (words: string, title: string, organization: string | undefined): string =>
  organization === undefined ? `${words}: ${title}` : `${words} por ${organization}`;

/** Spanish as it is written in the United States: "usted" throughout, without a gender for the reader. */
export const es: Catalog = {
  writing,
  site: {
    name: 'Undersigned',
    openGraphLocale: 'es_LA',
    languageName: 'Español',
    languages: 'Esta página en otros idiomas',
    skip: 'Ir al contenido principal',
    organizedBy: (sender) => `Organiza: ${sender}`,
    questions: 'Preguntas:',
    home: 'Todas las cartas abiertas',
    privacy: 'Privacidad',
  },
  home: {
    title: 'Cartas abiertas',
    lead: 'Cartas que organizaciones y personas firman en conjunto. Cada carta se publica cuando reúne suficientes firmas.',
    empty: 'Por el momento no hay ninguna carta para firmar. Vuelva más adelante.',
    statuses: {
      scheduled: 'Todavía no se puede firmar',
      collecting: 'Abierta para firmar',
      publishing: 'Publicación en curso',
      published: 'Publicada',
      closed: 'Cerrada sin publicarse',
    },
  },
  preview: {
    sign: 'Lea y firme la carta',
    read: 'Lea la carta y vea quiénes la firmaron',
    letter: 'Lea la carta',
  },
  campaign: {
    eyebrow: 'Carta abierta',
    jump: 'Firmar esta carta',
    read: 'Leer la carta',
    jumpLate: 'Agregar mi firma',
    published: (date) => `Publicada el ${date}.`,
    publishing:
      'La carta ya reunió suficientes firmas y se está publicando. Vuelva a cargar esta página en un minuto para verla.',
    closedUnpublished: 'La carta no reunió suficientes firmas, por lo que no se publicó.',
    elsewhere: 'La carta está publicada en',
    takenDown: 'El equipo organizador retiró esta carta.',
    signatories: 'Quiénes han firmado',
    release: 'Comunicado de prensa',
    readRelease: 'Leer el comunicado de prensa',
    allOnLetter: (total) => `Vea las ${total} firmas en la página de la carta.`,
  },
  untranslated: {
    letter: (language) => `La carta no está traducida. Se muestra en ${language}.`,
    release: (language) => `El comunicado de prensa no está traducido. Se muestra en ${language}.`,
  },
  correction: {
    line: (date) => `CORRECCIÓN, ${date}:`,
    original: 'La primera versión publicada:',
    originalTitle: {
      letter: 'La carta en su primera versión publicada',
      release: 'El comunicado de prensa en su primera versión publicada',
    },
    wasCorrected:
      'Esta es la primera versión publicada. Después se corrigió. Use, por favor, la versión corregida:',
    current: { letter: 'La carta corregida', release: 'El comunicado de prensa corregido' },
  },
  gone: {
    title: 'Esta carta fue retirada',
    detail:
      'El equipo organizador quitó de este sitio la carta y todo lo relacionado con ella. Ya no se muestra ningún nombre.',
    withdrawn:
      'Si usted firmó, todavía puede retirar su firma con el enlace de nuestros correos electrónicos. Ya no enviamos más correos sobre esta carta.',
  },
  progress: {
    organizationsOf: (n, needed) => `${number('es', n)} de ${organizations(needed)} ${have(needed)} firmado`,
    peopleOf: (n, needed) => `${number('es', n)} de ${people(needed)} ${have(needed)} firmado`,
    organizations: (n) => `${organizations(n)} ${have(n)} firmado`,
    people: (n) => `${people(n)} ${have(n)} firmado`,
    notLoaded: 'El número de firmas no se puede mostrar aquí en este momento.',
    asOf: (time) => `Datos del ${time}.`,
    goal: (ofOrganizations, ofPeople) =>
      `La carta se publicará cuando reúna la firma de ${both(ofOrganizations, ofPeople)}.`,
  },
  openness: {
    'not-open-yet': {
      title: 'Todavía no se puede firmar',
      body: 'Podrá firmar en esta página cuando comience el plazo.',
    },
    closed: { title: 'El plazo para firmar terminó', body: 'Ya no se puede firmar esta carta.' },
    paused: {
      title: 'Las firmas están en pausa',
      body: 'El equipo organizador puso las firmas en pausa. Inténtelo de nuevo más tarde.',
    },
    opensAt: (time) => `Se podrá firmar a partir del ${time}.`,
    closedAt: (time) => `El plazo terminó el ${time}.`,
    closesAt: (time) => `Puede firmar hasta el ${time}.`,
    ask: '¿Tiene preguntas? Escriba a',
  },
  form: {
    heading: 'Firme esta carta',
    how: 'Le tomará unos dos minutos. Llene el formulario y después confirme su firma con el enlace que le enviamos por correo electrónico. Su firma cuenta solo después de que la confirme.',
    optional: '(opcional)',
    leaveEmpty: 'Deje esto en blanco:',
    error: 'Error:',
    problems: (n) =>
      n === 1 ? 'Hay un problema con 1 respuesta' : `Hay problemas con ${number('es', n)} respuestas`,
    nothingStored: 'Todavía no se ha guardado nada. Sus respuestas siguen abajo.',
    organization: 'Su organización',
    place: 'Dónde está',
    you: 'Sus datos',
    onlyOrganizations: 'Solo si firma por una organización',
    onlyPeople: 'Solo si firma a título personal',
    kinds: { organization: 'Por una organización', individual: 'A título personal' },
    scopes: {
      national: 'En todo el país',
      state: 'En un estado o región',
      local: 'En una ciudad, un pueblo o un barrio',
    },
    publicNames: {
      full: 'Mi nombre completo',
      initials: 'Solo mis iniciales',
      withheld: 'Sin nombre: cuenten mi firma, pero no publiquen mi nombre',
    },
    hints: {
      organizationName: 'Escríbalo como debe aparecer en la carta.',
      website: 'Por ejemplo, www.example.org',
      email: 'Enviamos el enlace de confirmación a esta dirección. Nunca se publica.',
      title: 'Por ejemplo, Dirección. No se publica.',
      name: 'No se publica.',
    },
    chooseCountry: 'Elija un país',
    attestation: 'Tengo autorización para firmar en nombre de esta organización.',
    submit: 'Firmar y confirmar por correo',
    privacyOrganizations: (until) =>
      `Publicamos el nombre, el lugar y el sitio web de su organización. Nunca publicamos el nombre ni el correo electrónico de quien firma. Eliminamos sus datos personales ${until}.`,
    privacyPeople: (until) =>
      `Publicamos su nombre como usted elija, y el lugar. Nunca publicamos su correo electrónico. Eliminamos sus datos personales ${until}.`,
    privacyBoth: (until) =>
      `De una organización publicamos el nombre, el lugar y el sitio web. De una persona publicamos el nombre como ella elija, y el lugar. Nunca publicamos correos electrónicos. Eliminamos sus datos personales ${until}.`,
    questions: 'Preguntas del equipo organizador',
    questionsHint: 'Solo el equipo organizador ve sus respuestas.',
    chooseAnswer: 'Elija una respuesta',
    yes: 'Sí',
    no: 'No',
    privacyMore: 'Más sobre la privacidad',
    back: 'Volver a leer la carta',
    invited: (sender, organization) => `${sender} invita a ${organization} a firmar esta carta.`,
    readFirst: 'Leer primero la carta',
  },
  deletion: {
    on: (date) => `el ${date}`,
    onOrLater: (date, n) =>
      `el ${date}, o ${days(n)} después de que se publique la carta si esa fecha es posterior`,
    afterPublication: (n) => `${days(n)} después de que se publique la carta`,
  },
  results: {
    'check-your-inbox': {
      title: 'Revise su correo electrónico',
      body: (from) => [
        `Le estamos enviando un correo electrónico desde ${from}. Ábralo, siga el enlace y presione el botón para confirmar su firma.`,
        'Su firma no cuenta hasta que la confirme. El enlace funciona durante 30 días.',
      ],
      sentTo: 'Usted escribió esta dirección:',
      missing: 'Si no llega nada en unos minutos',
      reasons: [
        'Revise su carpeta de correo no deseado (spam).',
        'Revise cómo escribió su correo electrónico. Si tenía un error, llene el formulario otra vez.',
        'Si esta dirección pidió no recibir más correos sobre esta carta, o ningún correo de este sitio, tampoco le enviamos este. Use otra dirección o escriba al equipo organizador.',
        'Si el equipo organizador ya eliminó esta firma, no le enviamos este correo otra vez. Si fue un error, escriba al equipo organizador.',
        'Enviamos como máximo cinco de estos correos al día a una misma dirección. Si ya pidió más, espere un día.',
        'Si muchas personas firman con la misma conexión a internet, por ejemplo en un salón grande, enviamos estos correos poco a poco. Pueden tardar algunas horas.',
      ],
    },
    signed: {
      title: 'Gracias por firmar',
      body: () => [
        'Su firma está confirmada.',
        'Le estamos enviando un correo electrónico con lo que firmó. Consérvelo: con su enlace puede corregir o retirar su firma en cualquier momento.',
      ],
    },
    waiting: {
      title: 'Gracias. Su firma está en revisión',
      body: () => [
        'Usted ya confirmó su firma. El equipo organizador decide antes de que cuente. Si usted cambió una firma que cuenta, esta sigue como estaba hasta entonces.',
        'No tiene que hacer nada más. Le escribiremos si el equipo la acepta.',
      ],
    },
    'already-signed': {
      title: 'Su organización ya firmó',
      body: () => [
        'Otra persona ya firmó por su organización. Cada organización cuenta una sola vez, así que usted no tiene que hacer nada.',
        'Guardamos su firma en reserva. Si la otra se retira, el equipo organizador puede usar la suya en su lugar.',
      ],
    },
    withdrawn: {
      title: 'Su firma fue retirada',
      body: () => [
        'Ya no cuenta ni aparece en la lista. Si la carta está publicada, su firma desaparece de ella en menos de dos minutos.',
      ],
      again: 'Si cambia de opinión, puede volver a firmar mientras el plazo siga abierto.',
    },
    'not-you': {
      title: 'No hay ninguna firma con su dirección',
      body: () => [
        'Borramos su dirección y todo lo que se escribió con ella. Nada cuenta ni aparece en la lista.',
        'Si la carta está publicada, la firma desaparece de ella en menos de dos minutos.',
      ],
    },
    next: 'Volver a la carta',
    share: '¿Quién más debería firmar? Envíe este enlace:',
  },
  signOn: {
    titles: {
      pending: 'Confirme su firma',
      change: 'Confirme su cambio',
      asked: 'La carta cambió',
      confirmed: 'Su firma',
      withdrawn: 'Su firma fue retirada',
      rejected: 'Su firma no fue aceptada',
      'too-late': 'El plazo para firmar terminó',
      'taken-down': 'Esta carta fue retirada',
    },
    leads: {
      pending: 'Revise estos datos. Su firma cuenta cuando presione “Confirmar y firmar”.',
      change:
        'Alguien volvió a llenar el formulario con su correo electrónico. Revise los datos nuevos. Su firma anterior sigue como está hasta que presione “Confirmar este cambio”.',
      asked:
        'La carta cambió después de que usted la firmó, así que por ahora su firma no cuenta. Vuelva a leer la carta. Si está de acuerdo, presione el botón y su firma volverá a contar. Si no está de acuerdo, retire su firma.',
      askedTooLate:
        'La carta cambió después de que usted la firmó, así que su firma no cuenta. El plazo para firmar terminó y ya no puede aceptar la carta nueva.',
      'too-late':
        'Usted no confirmó su firma antes de que terminara el plazo, así que no cuenta ni aparece en la lista.',
      confirmed: 'Usted ya confirmó su firma, y cuenta.',
      duplicate:
        'Usted ya confirmó su firma. Por ahora no cuenta: otra persona firmó por la misma organización, y cada organización cuenta una sola vez. El equipo organizador decide qué firma cuenta. Le escribiremos si es la suya.',
      inReview:
        'Usted ya confirmó su firma. El equipo organizador la revisa antes de que cuente. No tiene que hacer nada más.',
      withdrawn: 'No cuenta ni aparece en la lista.',
      rejected:
        'El equipo organizador decidió no aceptarla, así que no cuenta ni aparece en la lista. Si cree que es un error, escriba a',
      'taken-down':
        'El equipo organizador retiró la carta. Su firma ya no se muestra. Usted todavía puede retirarla.',
      'taken-down-pending':
        'El equipo organizador retiró la carta. Ya no se puede firmar y no se muestra nada.',
    },
    shown: {
      ahead: 'Así aparecerá su firma',
      review: 'Así aparecerá su firma cuando cuente',
      reserve: 'Así aparecería su firma si contara',
      confirmed: 'Así aparece su firma en la carta publicada',
      past: 'Los datos que usted dio',
    },
    pastHint: 'Estos datos no son públicos. Solo los ve el equipo organizador.',
    printedWithheld: 'Su firma cuenta, y su nombre no aparece.',
    willWithhold: 'Su nombre no aparecerá. Su firma solo se contará.',
    private: 'Esto solo lo ve el equipo organizador',
    confirm: 'Confirmar y firmar',
    correctTitle: 'Corregir sus datos',
    correctHint:
      'Cambie lo que esté mal y guarde. Aquí no puede cambiar su correo electrónico: para usar otro, retire esta firma y llene otra vez el formulario.',
    correct: 'Guardar las correcciones',
    correctBack: 'Volver a su firma sin guardar',
    saved: {
      title: 'Sus correcciones se guardaron',
      changed: 'Usted cambió:',
      removed: 'eliminado',
      nothing: 'No cambió nada, así que todo sigue como estaba.',
    },
    confirmChange: 'Confirmar este cambio',
    agree: 'Estoy de acuerdo con la carta nueva',
    readLetter: 'Leer la carta nueva',
    letterNew:
      'La carta cambió después de que usted llenó el formulario. Léala antes de confirmar: su firma será para la carta nueva.',
    askedWithChange:
      'Además, alguien volvió a llenar el formulario con su correo electrónico. Si presiona el botón, también confirma los datos nuevos que aparecen abajo.',
    withdraw: 'Retirar mi firma',
    withdrawHint: 'Su firma dejará de contar y de aparecer en la lista.',
    withdrawHintUncounted: 'Su firma no contará ni aparecerá en la lista.',
    withdrawHintTakenDown: 'El equipo organizador verá que usted la retiró.',
    withdrawAgain: 'Puede volver a firmar mientras el plazo siga abierto.',
    signAgain: 'Para volver a firmar, llene otra vez el formulario.',
    keep: 'Dejar mi firma como está',
    keepHint: 'Si usted no pidió este cambio, presione este botón. Los datos nuevos se eliminan.',
    changeWaits:
      'Su cambio está guardado. El equipo organizador lo revisa antes de publicarlo. Hasta entonces, su firma aparece como se ve abajo.',
    notMe: 'No fui yo',
    notMeHint:
      'Si otra persona escribió su correo electrónico, o si usted cambió de opinión, presione este botón. No se firma nada y se borra lo que se escribió.',
  },
  unsubscribe: {
    title: '¿Dejar de recibir estos correos?',
    body: (campaign) =>
      `Usted recibe correos electrónicos sobre la carta “${campaign}”. Si presiona el botón, este sitio no le enviará más correos sobre esta carta, ni enlaces para confirmar o cambiar una firma.`,
    signatureStays:
      'Si ya firmó, su firma se mantiene. Para retirarla, use el enlace del correo que la confirmó.',
    button: 'No recibir más correos sobre esta carta',
    allTitle: 'No recibir ningún correo de este sitio',
    allBody: 'Esto incluye otras cartas: con esta dirección no podrá firmar ninguna carta en este sitio.',
    allButton: 'No recibir ningún correo',
    doneTitle: 'Ya no recibirá estos correos',
    doneLetter: (campaign) => `Este sitio no le enviará más correos sobre la carta “${campaign}”.`,
    doneSite: 'Este sitio no enviará más correos electrónicos a su dirección. Puede cerrar esta página.',
  },
  privacy: {
    title: 'Privacidad',
    lead: (sender) => `Qué hace ${sender} con la información que usted escribe aquí.`,
    collectTitle: 'Qué pedimos y para qué',
    collect: [
      'Su nombre y, si firma por una organización, su cargo y el nombre, el lugar y el sitio web de la organización. La carta muestra quiénes la firman, y el equipo organizador comprueba que las firmas sean reales.',
      'Su correo electrónico. Asegura que nadie más pueda firmar en su nombre. Lo usamos para enviarle el enlace de confirmación y unos pocos correos sobre esta carta, y para nada más.',
    ],
    questions: 'Sus respuestas a las preguntas del equipo organizador. Solo ese equipo las ve.',
    newsletter:
      'Si quiere recibir noticias del equipo organizador. Guardamos su respuesta y la hora en que la dio. Si responde que sí, el equipo también puede escribirle sobre otros temas, hasta que usted le pida que deje de hacerlo.',
    emailsTitle: 'Si un correo no llega',
    emails:
      'Un filtro de spam puede retrasar o detener nuestros correos, y si la dirección está mal escrita, no llegan. A una dirección que pidió no recibir más correos sobre esta carta, o ningún correo de este sitio, tampoco le enviamos el enlace de confirmación. Enviamos como máximo cinco correos de confirmación al día a una misma dirección.',
    publicTitle: 'Qué puede ver todo el mundo',
    publicOrganizations:
      'De una organización: su nombre, lugar y sitio web, y si trabaja a nivel nacional, en un estado o a nivel local. Nunca publicamos el nombre, el cargo ni el correo electrónico de la persona que firmó por ella.',
    publicPeople:
      'De una persona: el nombre como lo eligió (completo, con iniciales o de ningún modo) y el lugar. Nunca publicamos correos electrónicos. Los nombres de las personas están en la página de la carta, en su texto simple y en su PDF. No están en los archivos de datos que pueden descargar los programas de computadora.',
    withdrawals:
      'De una firma retirada: nada. Después de la publicación decimos cuántas firmas se retiraron, pero no de quiénes eran.',
    duplicates:
      'Cada organización cuenta una sola vez. Si usted confirma una firma por una organización que ya firmó, se lo decimos. Por eso, alguien que firma en nombre de una organización puede saber si esta ya firmó, incluso antes de que la lista sea pública.',
    rightsTitle: 'Cómo retirar su firma',
    rights:
      'Use el enlace del correo que confirmó su firma. Puede retirarla en cualquier momento, antes y después de la publicación. También puede dejar de recibir correos con el enlace que trae cada uno.',
    deletionTitle: 'Cuándo eliminamos sus datos',
    unconfirmed: 'Eliminamos toda firma, o cambio de una firma, que nadie confirme en 30 días.',
    deletion: (until) =>
      `Eliminamos todos los demás datos personales ${until}. Los nombres de las organizaciones permanecen en la carta publicada.`,
    kept: 'Si usted pide no recibir más correos, guardamos un código creado a partir de su dirección para no enviarle nada más. También guardamos durante tres meses códigos creados a partir de las direcciones y de sus dominios. Muestran quién firma por varias organizaciones, o como varias personas, lo que ayuda a detectar firmas inventadas.',
    backups:
      'Los datos eliminados permanecen hasta 35 días en las copias de seguridad de la base de datos, y hasta 14 días en los registros de solicitudes fallidas. Solo los leemos para reparar una falla. Los registros de actividad nunca contienen nombres ni direcciones.',
    technologyTitle: 'Cookies y seguimiento',
    technology:
      'No usamos cookies. No rastreamos quién abre un correo ni llevamos un registro de quién visita estas páginas. Su navegador guarda la dirección de correo que usted escribe, para mostrarla en la página siguiente, hasta que cierre la pestaña.',
    against:
      'Para evitar avalanchas de firmas inventadas, contamos cuántos formularios llegan desde una misma conexión a internet. No guardamos la dirección de la conexión, solo un código creado a partir de ella, que eliminamos en pocos días. El formulario también envía cuántos segundos estuvo abierto, lo que ayuda a distinguir a las personas de los programas.',
    marks:
      'Con su firma guardamos otro código. Muestra al equipo organizador cuántas firmas llegaron desde la misma conexión casi al mismo tiempo. Se crea con un número al azar de cada día. Eliminamos ese número en pocos días, y después nadie puede saber la conexión a partir del código.',
    contactTitle: 'Contacto',
    contact: 'Si tiene preguntas, o para ver, corregir o eliminar sus datos, escriba a',
  },
  letter: {
    signedBy: 'Firman',
    organizations,
    people,
    organizationsContinued: 'Organizaciones (continuación)',
    peopleContinued: 'Personas (continuación)',
    removed: (n) => `Nombre eliminado: ${people(n)}`,
    withheld: (n, others) => (others ? `y ${unnamed(n)}` : unnamed(n)),
    withdrawn: (n) =>
      numberWithNoun('es', n, {
        one: 'firma se ha retirado desde la publicación.',
        many: 'de firmas se han retirado desde la publicación.',
        other: 'firmas se han retirado desde la publicación.',
      }),
    added: (date) => `se sumó el ${date}`,
    supplied: (date) => `El ${date} se envió la carta actualizada a su destinatario.`,
    asOf: (time) => `Lista del ${time}.`,
    unprintable: (n) =>
      `y ${numberWithNoun('es', n, { one: 'nombre', many: 'de nombres', other: 'nombres' })} en alfabetos que esta edición no puede imprimir. La página que se indica abajo muestra todos los nombres.`,
    listAt: 'La lista actual:',
    fullListAt: 'La lista completa de firmas:',
    scopes: {
      national: 'Organizaciones nacionales',
      state: 'Organizaciones estatales',
      local: 'Organizaciones locales',
    },
    others: 'Otras',
    page: (page, pages) => `Página ${number('es', page)} de ${number('es', pages)}`,
    previous: 'Página anterior',
    next: 'Página siguiente',
    pagesLabel: 'Páginas de la lista',
    signToo: 'Firmar esta carta',
  },
  release: {
    contact: 'Contacto:',
    letter: 'Leer la carta',
  },
  tools: { pdf: 'Descargar PDF', text: 'Texto simple' },
  soFar: {
    title: 'Quiénes han firmado hasta ahora',
    lead: 'Estas firmas están confirmadas y contadas. El equipo organizador publicará la carta con su lista completa.',
    others: (n) =>
      numberWithNoun('es', n, {
        one: 'firma más está contada y aparecerá solo cuando se publique la carta.',
        many: 'firmas más están contadas y aparecerán solo cuando se publique la carta.',
        other: 'firmas más están contadas y aparecerán solo cuando se publique la carta.',
      }),
    link: 'Vea quiénes han firmado hasta ahora',
    formOrganizations:
      'Mostramos su organización en la lista en cuanto cuenta su firma, antes de que se publique la carta.',
    formPeople:
      'Mostramos su nombre en la lista, como usted elija, en cuanto cuenta su firma, antes de que se publique la carta.',
    formBoth: 'Mostramos quiénes firmaron en cuanto cuenta cada firma, antes de que se publique la carta.',
    signOn: 'Esto aparece en la lista en cuanto cuenta su firma, antes de que se publique la carta.',
    privacy:
      'La lista de firmas es pública antes de que se publique la carta. Una firma aparece en cuanto cuenta. Desaparece menos de un minuto después de retirarse. Quienes firmaron antes de que el formulario lo dijera aparecen solo cuando se publique la carta.',
  },
  shareKit: {
    title: 'Comparta esta carta',
    lead: 'Enlaces, textos, imágenes y formularios para que esta carta llegue a más gente.',
    linkTitle: 'Enlaces',
    link: 'La dirección de la carta',
    sources:
      'Para saber qué enlace trae a la gente, agregue ?source= y un nombre que usted elija: letras, cifras, puntos, guiones y guiones bajos. El equipo organizador ve cuántas firmas llegaron por cada enlace.',
    ownLink: 'Ejemplo de enlace en un volante',
    qrTitle: 'Código QR',
    qr: 'Para volantes, carteles y diapositivas. Las firmas que llegan por él se cuentan como “qr”.',
    qrAlt: (title) => `Código QR que lleva a “${title}”`,
    qrSvg: 'Código QR para imprimir (SVG)',
    qrPng: 'Código QR como imagen (PNG)',
    textsTitle: 'Textos',
    mail: 'Para un correo electrónico',
    mailText: (title, summary, url) =>
      `Hola:\n\nLe escribo para pedirle su firma en esta carta: ${title}\n\n${summary}\n\nLéala y fírmela aquí; toma dos minutos:\n${url}\n\n¡Gracias!`,
    mailTextLater: (title, summary, url) =>
      `Hola:\n\nLe invito a leer esta carta: ${title}\n\n${summary}\n\nEstá aquí:\n${url}`,
    post: 'Para una publicación o un mensaje',
    postText: (title, url) => `Firme esta carta: ${title}\n${url}`,
    postTextLater: (title, url) => `Lea esta carta: ${title}\n${url}`,
    newsletter: 'Para un boletín',
    newsletterText: (title, summary, url) =>
      `${title}\n\n${summary} Firmar toma dos minutos.\n\nFirme la carta: ${url}`,
    newsletterTextLater: (title, summary, url) => `${title}\n\n${summary}\n\nLea la carta: ${url}`,
    picturesTitle: 'Imágenes',
    pictures: {
      link: 'Para enlaces y publicaciones en la mayoría de las redes',
      square: 'Cuadrada, para Instagram y Facebook',
      story: 'Vertical, para historias',
    },
    formTitle: 'El formulario en su propio sitio',
    form: 'Pegue esto en una página de su sitio, por ejemplo en un bloque de HTML. Funciona sin JavaScript. Después de enviarlo, la gente continúa en este sitio.',
    formLabel: 'HTML del formulario',
    forms: {
      organization: 'HTML del formulario para organizaciones',
      individual: 'HTML del formulario para personas',
    },
    counterTitle: 'El contador en su propio sitio',
    counter: 'Pegue esto donde deba aparecer el número de firmas.',
    counterLabel: 'HTML del contador',
    more: 'Enlaces, código QR y textos para compartir',
  },
  share: {
    label: 'Compartir',
    mail: 'Correo electrónico',
  },
  quoted: (words) => `“${words}”`,
  fields: {
    kind: { label: '¿Cómo firma?', missing: 'Elija si firma por una organización o a título personal.' },
    organizationName: {
      label: 'Nombre de la organización',
      missing: 'Escriba el nombre de su organización.',
    },
    website: { label: 'Sitio web', missing: 'Escriba el sitio web de su organización.' },
    scope: { label: 'Dónde trabaja su organización', missing: 'Elija dónde trabaja su organización.' },
    name: { label: 'Su nombre', missing: 'Escriba su nombre.' },
    title: { label: 'Su cargo o función', missing: 'Escriba su cargo o función.' },
    email: { label: 'Su correo electrónico', missing: 'Escriba su correo electrónico.' },
    city: { label: 'Ciudad o pueblo', missing: 'Escriba su ciudad o pueblo.' },
    region: { label: 'Estado o región', missing: 'Escriba su estado o región.' },
    country: { label: 'País', missing: 'Elija su país.' },
    publicName: { label: 'Cómo aparece su nombre', missing: 'Elija cómo aparece su nombre.' },
    authorized: {
      label: 'Autorización',
      missing: 'Marque la casilla si tiene autorización para firmar por esta organización.',
    },
    language: { label: 'Idioma', missing: 'Elija un idioma.' },
    newsletter: {
      label: 'Noticias por correo',
      missing: 'Elija si quiere recibir noticias por correo.',
    },
  },
  errors: {
    required: (label: string, _: ErrorParams) => `${label}: falta este dato. Complételo, por favor.`,
    'too-long': (label: string, { max = 200 }: ErrorParams) =>
      `${label}: el texto es demasiado largo. Acórtelo a ${number('es', max)} caracteres; las letras con acento cuentan como dos (${number('es', max)} bytes).`,
    'invalid-email': (label: string, _: ErrorParams) =>
      `${label}: escriba una dirección completa, como nombre@example.org.`,
    'unknown-top-level-domain': (label: string, { end = '' }: ErrorParams) =>
      `${label}: ninguna dirección de correo termina en “.${end}”. Revise el final de la dirección.`,
    'email-typo': (label: string, { suggestion = '' }: ErrorParams) =>
      `${label}: ¿quiso escribir ${suggestion}? Corrija la dirección o, si está bien, envíe el formulario otra vez.`,
    'invalid-website': (label: string, _: ErrorParams) =>
      `${label}: escriba una dirección web, como www.example.org.`,
    'not-authorized': (_label: string, _: ErrorParams) =>
      'Marque la casilla si tiene autorización para firmar por esta organización. Si no la tiene, pídale a alguien que la tenga.',
    'invalid-choice': (label: string, { choices = [] }: ErrorParams) =>
      choices.length > 0
        ? `${label}: elija una de estas opciones: ${choices.join(', ')}.`
        : `${label}: elija una de las respuestas.`,
    'not-for-individuals': (label: string, _: ErrorParams) =>
      `${label}: esto es solo para organizaciones. Déjelo en blanco si firma a título personal.`,
    'unknown-field': (label: string, _: ErrorParams) =>
      `Este formulario no tiene ningún campo “${label}”. Quítelo, por favor.`,
    'invalid-country': (label: string, _: ErrorParams) =>
      `${label}: elija un país de la lista. Los programas envían su código de dos letras, como MX.`,
    'control-characters': (label: string, _: ErrorParams) =>
      `${label}: contiene un carácter que no se puede imprimir, como un salto de línea. Escríbalo de nuevo en una sola línea.`,
    'email-as-organization': (label: string, _: ErrorParams) =>
      `${label}: esto parece una dirección de correo electrónico. Escriba el nombre de la organización.`,
    'email-as-name': (label: string, _: ErrorParams) =>
      `${label}: esto parece una dirección de correo electrónico. Escriba el nombre de la persona que firma.`,
    'email-in-field': (label: string, _: ErrorParams) =>
      `${label}: esto parece una dirección de correo electrónico. Escríbala solo en el campo de su correo.`,
    'link-in-field': (label: string, _: ErrorParams) => `${label}: esto contiene un enlace. Quítelo.`,
    'link-in-name': (label: string, _: ErrorParams) =>
      `${label}: esto contiene un enlace. Escriba el nombre sin él.`,
    'not-a-string': (label: string, _: ErrorParams) => `${label}: debe ser texto.`,
    'invalid-number': (label: string, _: ErrorParams) =>
      `${label}: escriba un número con cifras, sin espacios ni comas, como 1200.`,
    'not-answers': (label: string, _: ErrorParams) =>
      `${label}: envíe un objeto con la respuesta a cada pregunta según su id.`,
    'answers-too-long': (label: string, { max = 300 }: ErrorParams) =>
      `${label}: sus respuestas son demasiado largas. Acórtelas a ${number('es', max)} caracteres en total; las letras con acento cuentan como dos (${number('es', max)} bytes).`,
  },
  problems: {
    'not-found': {
      title: 'Página no encontrada',
      detail: 'No hay ninguna página en esta dirección. Revise si tiene algún error.',
    },
    'not-open-yet': {
      title: 'Todavía no se puede firmar',
      detail: 'Todavía no se puede firmar esta carta. Vuelva más adelante.',
    },
    closed: { title: 'El plazo para firmar terminó', detail: 'Ya no se puede firmar esta carta.' },
    'taken-down': {
      title: 'Esta carta fue retirada',
      detail: 'El equipo organizador quitó la carta de este sitio, así que ya no se puede firmar.',
    },
    paused: {
      title: 'Las firmas están en pausa',
      detail: 'El equipo organizador puso las firmas en pausa. Inténtelo de nuevo más tarde.',
    },
    changed: {
      title: 'Su firma cambió',
      detail:
        'Los datos o la carta cambiaron después de que usted abrió la página. Abra otra vez el enlace de su correo y revíselos.',
    },
    invalid: {
      title: 'Hay que corregir algunas respuestas',
      detail: 'Todavía no se ha guardado nada. Corrija las respuestas y envíe el formulario otra vez.',
    },
    'too-large': {
      title: 'El formulario es demasiado grande',
      detail: 'Usted envió más de 16 KB. Acorte sus respuestas y envíe el formulario otra vez.',
    },
    unsupported: {
      title: 'Este tipo de contenido no se acepta',
      detail: 'Envíe un formulario (application/x-www-form-urlencoded) o JSON (application/json), en UTF-8.',
    },
    'too-many': {
      title: 'Demasiadas solicitudes',
      detail: 'Desde su red se enviaron demasiados formularios. Espere unos minutos e inténtelo de nuevo.',
    },
    malformed: {
      title: 'No se pudo leer la solicitud',
      detail: 'No es JSON ni un formulario válido. Corríjala y envíela otra vez.',
    },
    'sign-in': {
      title: 'Inicie sesión primero',
      detail: 'Usted no ha iniciado sesión, o su sesión terminó. Inicie sesión en /console/sign-in.',
    },
    'not-allowed': {
      title: 'No permitido',
      detail: 'Su función en esta campaña no permite hacer esto.',
    },
    'other-site': {
      title: 'Enviado desde otro sitio',
      detail:
        'La consola solo acepta solicitudes de sus propias páginas. Abra la consola e inténtelo allí de nuevo.',
    },
    'sign-in-link': {
      title: 'Este enlace ya no funciona',
      detail: 'Un enlace a la consola funciona una sola vez, durante 30 minutos. Pida uno nuevo.',
    },
    'no-campaign': {
      title: 'Carta no encontrada',
      detail: 'No hay ninguna carta para firmar en esta dirección. Revise si tiene algún error.',
    },
    link: {
      title: 'Este enlace no funciona',
      detail:
        'El enlace está incompleto o ya pasaron 30 días. Copie el enlace completo de su correo, o llene otra vez el formulario para recibir uno nuevo.',
    },
    withdrawn: {
      title: 'Su firma fue retirada',
      detail: 'Ya no se puede confirmar ni corregir. Para volver a firmar, llene otra vez el formulario.',
    },
    rejected: {
      title: 'Su firma no fue aceptada',
      detail: 'El equipo organizador decidió no aceptarla. Si cree que es un error, escríbale.',
    },
    busy: {
      title: 'El sitio está muy ocupado',
      detail: 'Inténtelo de nuevo en unos segundos.',
    },
    unexpected: {
      title: 'Algo salió mal',
      detail:
        'El error es nuestro. Inténtelo de nuevo en un minuto. Si vuelve a ocurrir, avise al equipo organizador.',
    },
    letter: 'Ir a la carta',
  },
  mails: {
    sentBy: (sender, title) => `${sender} le envió este correo sobre la carta “${title}”`,
    why: {
      typed: 'porque alguien escribió su dirección en el formulario.',
      signed: 'porque usted la firmó.',
      press: (contact) =>
        contact === undefined
          ? 'porque esta dirección está en su lista de prensa.'
          : `porque ${contact} está en su lista de prensa.`,
      organizer: 'porque usted es parte del equipo organizador.',
      recipient: 'porque la carta va dirigida a usted.',
      invited: 'porque su organización está invitada a firmarla.',
    },
    message: {
      sign: (organization) => `Firmar por ${organization}`,
    },
    unsubscribe: 'Dejar de recibir estos correos:',
    openConsole: 'La campaña en la consola:',
    openSignOn: 'La firma en la consola:',
    signIn: {
      subject: (site) => `Inicie sesión en la consola de ${site}`,
      heading: 'Inicie sesión en la consola',
      lead: 'La página de este enlace tiene un botón con el que inicia sesión. El enlace funciona una sola vez, durante 30 minutos.',
      button: 'Abrir la página de inicio de sesión',
      notYou: 'Si usted no lo pidió, no tiene que hacer nada. Nadie puede iniciar sesión sin el enlace.',
    },
    newBrowser: {
      subject: (site) => `Nuevo inicio de sesión en la consola de ${site}`,
      heading: 'Usted inició sesión desde un navegador nuevo',
      lead: 'Alguien usó un enlace de su buzón de correo para iniciar sesión en la consola desde un navegador que no habíamos visto antes:',
      when: 'Hora',
      browser: 'Navegador',
      notYou:
        'Si fue usted, no tiene que hacer nada. Si no, otra persona puede leer su correo. Cambie la contraseña de su correo, inicie sesión y presione “Cerrar todas las sesiones”.',
      button: 'Abrir la consola',
    },
    confirm: {
      subject: (title, organization) => about('Confirme su firma', title, organization),
      heading: 'Confirme su firma',
      lead: (title) =>
        `Recibimos una firma para la carta “${title}” con este correo electrónico. Revísela y confírmela, por favor:`,
      button: 'Revisar y confirmar',
      how: 'Su firma cuenta cuando presione el botón de la página que se abre. El enlace funciona durante 30 días.',
      notYou:
        'Si usted no llenó el formulario, no tiene que hacer nada. Eliminamos los datos después de 30 días. Para eliminarlos ahora, siga el enlace y presione “No fui yo”.',
    },
    reminder: {
      subject: (title, organization) => about('Recordatorio para confirmar su firma', title, organization),
      heading: 'Su firma todavía no está confirmada',
      lead: (title) =>
        `Hace unos días recibimos una firma para la carta “${title}” con este correo electrónico. No cuenta hasta que usted la confirme:`,
      how: 'Su firma cuenta cuando presione el botón de la página que se abre.',
      once: 'Si no quiere firmar, o si usted no llenó el formulario, siga el enlace y presione “No fui yo” para eliminar los datos. Le enviaremos como máximo un recordatorio más.',
      last: 'Si no quiere firmar, o si usted no llenó el formulario, no tiene que hacer nada. Eliminamos los datos automáticamente. Este es nuestro último recordatorio.',
    },
    confirmChange: {
      none: 'nada',
      subject: (title, organization) => about('Confirme el cambio de su firma', title, organization),
      heading: 'Confirme su cambio',
      lead: (title) =>
        `Usted firmó la carta “${title}”. Alguien volvió a llenar el formulario con este correo electrónico y otros datos:`,
      button: 'Revisar y confirmar',
      how: 'Su firma sigue como está hasta que presione el botón de la página que se abre.',
      notYou: 'Si usted no pidió este cambio, no tiene que hacer nada. Nada cambia.',
    },
    signed: {
      subject: (title, organization) =>
        organization === undefined ? `Usted firmó: ${title}` : `Su firma por ${organization} está confirmada`,
      heading: 'Gracias por firmar',
      lead: (title) => `Su firma en la carta “${title}” está confirmada:`,
      button: 'Ver su firma',
      decided: {
        subject: (title, organization) =>
          organization === undefined ? `Su firma cuenta: ${title}` : `Su firma por ${organization} cuenta`,
        heading: 'Su firma cuenta',
        lead: (title) =>
          `El equipo organizador tomó una decisión sobre su firma en la carta “${title}”. Su firma cuenta con estos datos:`,
      },
      keep: 'Conserve este correo. Con su enlace puede corregir o retirar su firma en cualquier momento, antes y después de la publicación.',
    },
    signedAlready: {
      subject: (title, organization) => about('Usted ya había firmado', title, organization),
      heading: 'Usted ya había firmado',
      lead: (title) =>
        `Alguien volvió a llenar el formulario de la carta “${title}” con este correo electrónico. Usted ya había firmado con los mismos datos:`,
      counts: 'Su firma cuenta.',
      inReview: 'Todavía no cuenta. Los organizadores la revisan primero.',
      nothing: 'No tiene que hacer nada. Con el enlace puede corregir o retirar su firma.',
    },
    duplicate: {
      subject: (title, organization) =>
        organization === undefined ? `Su organización ya firmó: ${title}` : `${organization} ya firmó`,
      heading: 'Su organización ya firmó',
      lead: (title) => `Gracias por confirmar su firma en la carta “${title}”:`,
      once: 'Otra persona ya firmó por la misma organización. Cada organización cuenta una sola vez, así que usted no tiene que hacer nada.',
      decided: {
        subject: (title, organization) =>
          organization === undefined
            ? `Su firma no cuenta: ${title}`
            : `Su firma por ${organization} no cuenta`,
        heading: 'Su firma no cuenta',
        lead: (title) =>
          `El equipo organizador tomó una decisión sobre su firma en la carta “${title}”. No cuenta, porque otra firma cuenta por esta organización:`,
        once: 'Cada organización cuenta una sola vez.',
      },
      kept: 'Guardamos su firma en reserva. Si la otra se retira, el equipo organizador puede usar la suya en su lugar. Con el enlace puede ver o retirar su firma.',
      two: 'Si la suya es otra organización con un nombre igual o parecido, responda a este correo. El equipo organizador puede contar las dos.',
    },
    inReview: {
      subject: (title, organization) =>
        organization === undefined
          ? `Su firma está en revisión: ${title}`
          : `Su firma por ${organization} está en revisión`,
      heading: 'Su firma está en revisión',
      lead: (title) =>
        `Usted confirmó su firma en la carta “${title}”. El equipo organizador la revisa antes de que cuente:`,
      next: 'No tiene que hacer nada. Le escribiremos cuando cuente. Es posible que el equipo organizador le escriba si tiene alguna pregunta.',
      kept: 'Con el enlace puede ver o retirar su firma.',
    },
    askedAgain: {
      subject: (title, organization) =>
        organization === undefined
          ? `La carta que usted firmó cambió: ${title}`
          : `La carta que usted firmó por ${organization} cambió: ${title}`,
      subjectAgain: (title, organization) =>
        organization === undefined
          ? `Recordatorio: la carta que usted firmó cambió: ${title}`
          : `Recordatorio: la carta que usted firmó por ${organization} cambió: ${title}`,
      heading: 'La carta que usted firmó cambió',
      lead: (title) =>
        `El equipo organizador cambió la carta “${title}” después de que usted la firmó. Díganos, por favor, si sigue de acuerdo:`,
      leadAgain: (title) =>
        `Hace unos días le avisamos que la carta “${title}” cambió después de que usted la firmó. Todavía no tenemos su respuesta:`,
      until:
        'Lea, por favor, la carta nueva. Su firma no cuenta ni aparece en la lista hasta que usted la acepte.',
      typed: 'Además, alguien volvió a llenar el formulario con este correo electrónico y otros datos:',
      letter: 'La carta nueva:',
      button: 'Aceptar o retirar la firma',
      how: 'La página que se abre tiene un botón para aceptar y otro para retirar la firma. Si no hace nada, su firma no cuenta.',
      howTyped:
        'La página que se abre tiene un botón para aceptar la carta con los datos nuevos y otro para retirar la firma. Si usted no llenó el formulario, presione primero “Dejar mi firma como está”. Después puede aceptar con sus propios datos. Si no hace nada, su firma no cuenta.',
    },
    published: {
      subject: (title, organization) =>
        organization === undefined
          ? `Publicada: ${title}`
          : `Publicada: ${title} (firmada por ${organization})`,
      heading: 'La carta está publicada',
      lead: (title, ofOrganizations, ofPeople) =>
        `La carta “${title}” está publicada. Lleva la firma de ${both(ofOrganizations, ofPeople)}. Su firma:`,
      button: 'Leer la carta',
      release: 'Comunicado de prensa:',
      yours: 'Ver o retirar su firma:',
      share: 'Compartir la carta:',
    },
    letter: {
      lead: (sender, ofOrganizations, ofPeople) =>
        `${sender} le envía la carta que sigue, con la firma de ${both(ofOrganizations, ofPeople)}.`,
      attached: 'La carta también va adjunta en PDF.',
      namesOnPage: 'En la página web de la carta aparecen todos los nombres de quienes la firmaron.',
      onTheWeb: 'La carta en la web:',
    },
    supplement: {
      subject: {
        list: (letter) => `Firmas actualizadas: ${letter}`,
        text: (letter) => `Carta corregida: ${letter}`,
        both: (letter) => `Carta corregida con firmas actualizadas: ${letter}`,
      },
      lead: {
        list: (sender) => `${sender} le envía de nuevo la carta que sigue, con sus firmas actualizadas.`,
        text: (sender) => `${sender} le envía de nuevo la carta que sigue porque se corrigió su texto.`,
        both: (sender) =>
          `${sender} le envía de nuevo la carta que sigue porque se corrigió su texto y cambiaron sus firmas.`,
      },
      since: {
        sent: (date) => `Desde que enviamos la carta el ${date}`,
        published: (date) => `Desde que publicamos la carta el ${date}`,
        again: (date) => `Desde la carta actualizada del ${date}`,
      },
      news: (since, changes, ofOrganizations, ofPeople) =>
        `${since}, ${changes}. Ahora lleva la firma de ${both(ofOrganizations, ofPeople)}.`,
      joined: (ofOrganizations, ofPeople) =>
        `${have(ofOrganizations + ofPeople)} firmado ${more(ofOrganizations, ofPeople)}`,
      withdrawn: (n) => `se ${have(n)} retirado ${signatures(n)}`,
      unchanged: 'nadie ha firmado ni retirado su firma',
      corrected: (date) =>
        `La corrección es del ${date}. Una nota encima de la carta dice cuál era el error.`,
      attached: 'La carta actualizada también va adjunta en PDF.',
      dated: 'Las firmas que se sumaron después de la publicación llevan la fecha junto al nombre.',
      list: 'La lista actual en la web:',
    },
    release: { letter: 'La carta y quiénes la firmaron:', release: 'Este comunicado de prensa en la web:' },
    embargo: {
      line: (until) => `EMBARGADO HASTA EL ${until}`,
      subject: (until, headline) => `EMBARGADO hasta el ${until}: ${headline}`,
      asOf: (time) => `Las cifras de esta copia bajo embargo son del ${time}.`,
      final:
        'Le enviaremos el comunicado de prensa definitivo cuando termine el embargo y se publique la carta.',
      notCertain: (list) =>
        `La carta puede publicarse después del fin del embargo. Antes de publicarse todavía necesita ${list}. Le enviaremos el comunicado de prensa definitivo cuando se publique la carta.`,
      obstacles: {
        threshold: 'más firmas',
        time: (at) => `su hora de publicación (${at})`,
        delivery: 'la entrega a su destinatario',
        approval: 'la aprobación final del equipo organizador',
      },
      links: 'Los enlaces a la carta y al comunicado de prensa funcionarán cuando se publique la carta.',
    },
    correction: {
      subject: (headline) => `CORRECCIÓN: ${headline}`,
      lead: {
        letter: 'Corregimos la carta de la que trata nuestro comunicado de prensa.',
        release: 'Corregimos el comunicado de prensa que le enviamos.',
        both: 'Corregimos el comunicado de prensa que le enviamos y la carta de la que trata.',
      },
      replaces: 'Use, por favor, el texto de abajo en lugar de la primera versión.',
      stays: 'El comunicado de prensa no cambió.',
      letter: 'La carta corregida:',
      original: 'La primera versión publicada:',
    },
    gate: {
      waitsFor: (list) => `La carta todavía no está publicada. Falta: ${list}.`,
      publishing: 'La carta y el comunicado de prensa se están publicando ahora.',
      published: 'La carta está publicada.',
      obstacles: {
        threshold: 'más firmas',
        time: (at) => `su hora de publicación (${at})`,
        hours: 'su horario de publicación',
        hold: 'el fin de la retención',
        quotes: 'la aprobación de todas las citas',
        import: 'el fin de una importación',
        asking: 'enviar los correos que consultan a los firmantes sobre la carta nueva',
        delivery: 'que usted la entregue a su destinatario',
      },
    },
    notices: {
      milestone: {
        subject: (title, reached) => `Ya firmó ${reached}: ${title}`,
        heading: (reached) => `Ya firmó ${reached}`,
        share: {
          organizations: (percent) => `el ${number('es', percent)}% de las organizaciones necesarias`,
          individuals: (percent) => `el ${number('es', percent)}% de las personas necesarias`,
        },
        organizations: (n, needed) => `Han firmado ${number('es', n)} de ${organizations(needed)}.`,
        individuals: (n, needed) => `Han firmado ${number('es', n)} de ${people(needed)}.`,
      },
      held: {
        subject: (title) => `Publicación retenida: ${title}`,
        heading: 'La publicación está retenida',
        body: 'Alguien del equipo organizador retuvo la publicación. No se publica nada hasta que termine la retención. Se puede seguir firmando.',
        end: 'Para terminar la retención, abra la consola o use el comando:',
      },
      resumed: {
        subject: (title) => `Fin de la retención: ${title}`,
        heading: 'La retención terminó',
        body: 'Alguien del equipo organizador terminó la retención. La carta se publica automáticamente cuando no falte nada más.',
      },
      status: 'Para ver el estado de la campaña, abra la consola o use el comando:',
      published: {
        subject: (title) => `Publicada: ${title}`,
        heading: 'La carta está publicada',
        body: (ofOrganizations, ofPeople) => [
          `La carta y el comunicado de prensa se publicaron con ${both(ofOrganizations, ofPeople)}.`,
          'Estamos enviando los correos a la lista de prensa y a los firmantes. Lea y revise las dos páginas una vez, por favor.',
        ],
        bodyAfterRecipient: (ofOrganizations, ofPeople) => [
          `La carta y el comunicado de prensa se publicaron con ${both(ofOrganizations, ofPeople)}.`,
          'Estamos enviando la carta por correo a su destinatario. Después escribiremos a la lista de prensa y a los firmantes. Lea y revise las dos páginas una vez, por favor.',
        ],
        button: 'Leer la carta',
        release: 'Comunicado de prensa:',
        withoutGlyphs: (names) =>
          names === 1
            ? 'Un nombre tiene letras que nuestras tipografías para PDF no tienen. El PDF de la carta lo cuenta y remite a la página web, que lo muestra:'
            : `${number('es', names)} nombres tienen letras que nuestras tipografías para PDF no tienen. El PDF de la carta los cuenta y remite a la página web, que los muestra:`,
      },
      'print-failed': {
        subject: (title) => `Falta un archivo: ${title}`,
        heading: 'No se pudo crear un archivo',
        body: (documents) => [
          `No pudimos crear: ${documents}. Las páginas, los textos simples y las listas están publicados. Ninguna página enlaza al archivo que falta.`,
          'Lo intentamos de nuevo cada vez que se actualizan las páginas. Si el problema continúa, imprima la página como PDF desde su navegador y reenvíe este correo a quien opera el sistema.',
        ],
      },
      'item-unreadable': {
        subject: (title) => `No se puede leer un registro: ${title}`,
        heading: 'No se puede leer un registro',
        body: () => [
          'Un registro de esta campaña está dañado o lo escribió otra versión del sistema. Lo dejamos de lado. Todo lo demás sigue: las otras firmas se cuentan, las páginas se actualizan y los correos se envían.',
          'Si el registro es una firma, por ahora no está en la lista ni cuenta para el titular de una publicación. No se perdió.',
          'Reenvíe este correo a quien opera el sistema. El manual de operación tiene una sección “item-unreadable”. El registro es:',
        ],
      },
      'site-failing': {
        subject: (title) => `Las páginas no se actualizan: ${title}`,
        heading: 'Las páginas no se actualizan',
        body: () => [
          'Fallaron tres intentos seguidos de escribir las páginas de esta campaña. Lo que se ve puede estar desactualizado, y una publicación pendiente puede retrasarse.',
          'Lo intentamos de nuevo cada minuto. Todavía se puede firmar, confirmar y retirar la firma, y nada se pierde.',
          'Reenvíe este correo a quien opera el sistema. El manual de operación tiene una sección “pages-failing”.',
        ],
      },
      'recount-short': {
        subject: (title) => `Todavía sin publicar: ${title}`,
        heading: 'Sin publicar: faltaron firmas en el conteo final',
        body: (counted, found) => [
          `La meta se alcanzó con ${counted}, pero el conteo final antes de publicar encontró ${found}. Probablemente se retiró una firma mientras tanto.`,
          'No se publicó nada. Se puede seguir firmando, y la carta se publica automáticamente cuando haya suficientes firmas. No tiene que hacer nada.',
        ],
      },
      'taken-down': {
        subject: (title) => `Retirada: ${title}`,
        heading: 'La carta fue retirada',
        body: () => [
          'Alguien del equipo organizador retiró la carta. Todas sus páginas dicen que ya no está, nadie puede firmar y no enviamos más correos a los firmantes ni a la prensa.',
          'No podemos recuperar los correos y las copias que ya circulan. Si el destinatario y la prensa deben saber el motivo, avíseles, por favor.',
        ],
      },
      'fell-below': {
        subject: (title) => `Por debajo de la meta: ${title}`,
        heading: 'La carta publicada está por debajo de su meta',
        body: (now) => [
          `Se retiraron o rechazaron firmas después de la publicación. Ahora quedan ${now}.`,
          'La carta sigue publicada, y su página dice cuántas firmas se retiraron. Decida si conviene avisar a la prensa y al destinatario: el titular que conocen tiene el número anterior.',
        ],
      },
      'confirmations-stopped': {
        subject: (title) => `Los correos de confirmación están detenidos: ${title}`,
        heading: 'Demasiados correos de confirmación fueron devueltos',
        body: {
          campaign: (bounced, sent) => [
            `En las últimas tres horas fueron devueltos ${bounced} de ${sent} correos de confirmación, porque las direcciones no existen. Es posible que alguien esté escribiendo direcciones inventadas en el formulario. Si se devuelven demasiados correos, el servicio de correo detiene todos los correos de su sistema.`,
            'Por eso los correos de confirmación de esta campaña esperan tres horas. Todos los demás se envían como siempre: a quienes ya confirmaron, a la prensa y a quienes organizan. Ninguna firma se pierde. Los correos que esperan se envían después, poco a poco.',
            'Revise las firmas más recientes. Si son reales, alguien con el rol de Responsable puede enviar los correos ahora, y durante un día no se detiene ninguno: con el botón del resumen de la consola o con este comando:',
          ],
          networks: (bounced, sent) => [
            `En las últimas tres horas fueron devueltos ${bounced} de ${sent} correos de confirmación pedidos desde una misma conexión a internet, porque las direcciones no existen. Es posible que alguien esté escribiendo direcciones inventadas en el formulario.`,
            'Por eso los correos de confirmación que pide esa conexión esperan tres horas. Todos los demás se envían como siempre. Los correos que esperan se envían después, poco a poco.',
            'Si son reales, alguien con el rol de Responsable puede enviar los correos ahora, y durante un día no se detiene ninguno: con el botón del resumen de la consola o con este comando:',
          ],
        },
      },
      'mail-delayed': {
        subject: (title) => `Los correos tuvieron que esperar: ${title}`,
        heading: 'Los correos de esta campaña tuvieron que esperar',
        body: (reason) => [
          `Durante más de un minuto, el servicio de correo no aceptó correos: ${reason}. Si usted puede leer esto, ya los acepta de nuevo.`,
          'No se perdió nada. Los correos que esperaban se envían ahora. Si vuelve a ocurrir, avise a quien opera el sistema.',
        ],
        reasons: {
          'over-quota': 'se habían agotado los correos que permite en un día',
          'not-verified':
            'el dominio del remitente aún no está verificado, o la cuenta solo puede escribir a direcciones verificadas',
          'not-allowed': 'la cuenta o su configuración no lo permiten',
          'sending-paused': 'se detuvo el envío de la cuenta',
          unreachable: 'no se pudo establecer conexión con él',
        },
      },
      'letter-bounced': {
        subject: (title) => `La carta fue devuelta: ${title}`,
        heading: 'El correo con la carta fue devuelto',
        first: (recipients) => [
          `Enviamos la carta por correo a ${recipients}. El correo a una de estas direcciones fue devuelto: la dirección no existe o no acepta correos.`,
          'Corrija la dirección en campaign.yaml (delivery). Después, aplique de nuevo la campaña, en la consola o con el comando, y la carta se envía otra vez de inmediato:',
        ],
        supplement: (recipients) => [
          `Enviamos la carta actualizada por correo a ${recipients}. El correo a una de estas direcciones fue devuelto: la dirección no existe o no acepta correos.`,
          'Corrija la dirección en campaign.yaml (delivery) y aplique de nuevo la campaña. Después, envíe otra vez la carta actualizada, en la consola o con el comando:',
        ],
      },
      'letter-mail-unknown': {
        subject: (title) => `La carta se envía de nuevo: ${title}`,
        heading: 'La carta se envía de nuevo a su destinatario',
        body: (recipients) => [
          `La carta está publicada. El servicio de correo no respondió cuando la enviamos a ${recipients}, y en quince minutos no ha confirmado que aceptó el correo. Por eso la enviamos de nuevo. En casos raros llega dos veces.`,
          'Avisamos a la lista de prensa y a los firmantes en cuanto se envíe. Si el destinatario ya la tiene, confirme la entrega en la consola o con el comando:',
        ],
      },
      'letter-mail-refused': {
        subject: (title) => `Se rechazó el correo con la carta: ${title}`,
        heading: 'No se pudo enviar la carta a su destinatario',
        body: (recipients) => [
          `La carta está publicada, pero el servicio de correo rechazó el envío a ${recipients}. Lo más común es que una dirección esté mal escrita.`,
          'Todavía no avisamos a la lista de prensa ni a los firmantes. Corrija la dirección en campaign.yaml (delivery) y aplique de nuevo la campaña: la carta sale de inmediato, y después los demás correos. O entregue usted la carta y confirme la entrega, en la consola o con el comando:',
        ],
      },
      'supplement-sent': {
        subject: (title) => `Se envió la carta actualizada: ${title}`,
        heading: 'Se envió la carta actualizada',
        body: (recipients, list) => [
          `Enviamos la carta actualizada a ${recipients}. Tiene ${list}.`,
          'No tiene que hacer nada. Si firma más gente, puede enviarla otra vez.',
        ],
      },
      'supplement-unknown': {
        subject: (title) => `La carta actualizada se envía de nuevo: ${title}`,
        heading: 'La carta actualizada se envía de nuevo',
        body: (recipients, list) => [
          `El servicio de correo no respondió cuando enviamos la carta actualizada (${list}) a ${recipients}, y en quince minutos no ha confirmado que aceptó el correo.`,
          'Por eso la enviamos de nuevo. En casos raros llega dos veces.',
        ],
      },
      'supplement-refused': {
        subject: (title) => `Se rechazó la carta actualizada: ${title}`,
        heading: 'No se pudo enviar la carta actualizada',
        body: (recipients, list) => [
          `El servicio de correo rechazó el envío de la carta actualizada (${list}) a ${recipients}. Lo más común es que una dirección esté mal escrita.`,
          'Corrija la dirección en campaign.yaml (delivery) y aplique de nuevo la campaña. Después, envíe otra vez la carta actualizada, en la consola o con el comando:',
        ],
      },
      'supplement-ready': {
        subject: (title) => `Entregue la carta actualizada: ${title}`,
        heading: 'La carta actualizada está lista',
        body: (list) => [
          `La carta actualizada (${list}) está lista para que usted la entregue, en PDF y como página web. Ambas cambian si firma más gente, así que imprímala o guárdela ahora.`,
        ],
        button: 'La carta en PDF',
      },
      'supplement-idle': {
        subject: (title) => `No se envió ninguna carta actualizada: ${title}`,
        heading: 'No se envió ninguna carta actualizada',
        body: () => [
          'Alguien del equipo organizador pidió una carta actualizada. Cuando la hicimos, ya no había nada nuevo: las firmas nuevas se habían retirado. El destinatario no recibió ningún correo.',
        ],
      },
      supplementList: (now, changes) => `${now}; desde la última carta, ${changes}`,
      'review-waiting': {
        subject: (title) => `Decida sobre las firmas: ${title}`,
        heading: 'Hay firmas que esperan su decisión',
        body: (waiting, isWhole) => [
          isWhole
            ? `Las firmas de ${waiting} no cuentan hasta que el equipo organizador las revise.`
            : `Las firmas de al menos ${waiting} no cuentan hasta que el equipo organizador las revise.`,
        ],
        suspects: (isWhole) =>
          isWhole ? 'Las organizaciones más dudosas:' : 'Algunas de las organizaciones:',
        changes: (changes) =>
          changes === 1
            ? 'Un cambio en una firma que cuenta espera su revisión. Hasta que usted decida, se usan los datos anteriores.'
            : `Cambios en ${changes} firmas que cuentan esperan su revisión. Hasta que usted decida, se usan los datos anteriores.`,
        mended: 'Estas organizaciones corrigieron la ortografía de su nombre. Siguen contando:',
        vacated:
          'Estas organizaciones perdieron la firma que contaba y tienen otras firmas en reserva. Pregunte a cada firmante si su firma sigue en pie. Si es así, haga que cuente:',
        duplicates:
          'Estas organizaciones firmaron por segunda vez, desde un dominio o un lugar distinto al de la firma que cuenta. Una de las dos puede ser falsa, o son dos organizaciones con el mismo nombre. Si son dos, abra la firma y elija “Es otra organización”. Si debe contar la segunda en su lugar:',
        more: (count) => (count === 1 ? 'Y una más.' : `Y ${number('es', count)} más.`),
        look: 'Para ver cada firma con todos los motivos y decidir, abra la consola o use el comando:',
        reasons: {
          'disposable-mail': 'dirección de correo desechable',
          'free-mail': 'dirección de correo gratuita',
          'other-domain': 'dirección de correo de otro dominio que el sitio web',
          'no-website': 'sin sitio web con el que comparar la dirección de correo',
          'look-alike': 'nombre parecido a uno que ya firmó',
          'rejected-before':
            'nombre, correo, dominio o sitio web de una firma rechazada, o un nombre parecido',
          'same-name': 'mismo nombre que uno que ya firmó en otro lugar',
          'former-name': 'nombre que otra organización tenía antes',
          'second-domain': 'un dominio o un lugar distinto al de la firma que cuenta o contó por última vez',
          'protected-name': 'nombre que esta campaña protege, o uno parecido',
          'invited-elsewhere': 'la invitación fue a otro dominio',
          'same-website': 'mismo sitio web que una organización que ya firmó',
          'shared-domain': 'otras organizaciones firmaron desde el mismo dominio',
          'shared-address': 'la misma dirección de correo firmó por otras organizaciones',
          'not-a-name': 'el nombre o el lugar no parece serlo',
          'mixed-scripts': 'una palabra mezcla letras de dos alfabetos',
          form: 'el formulario se llenó como lo hace un programa',
        },
      },
      'press-mail-unknown': {
        subject: (title) => `Un correo a la prensa se envía de nuevo: ${title}`,
        heading: 'Un correo a la prensa se envía de nuevo',
        body: (contact, what) => [
          `El servicio de correo no respondió cuando enviamos ${pressMailNames[what]} a ${contact}, y en quince minutos no ha confirmado que aceptó el correo.`,
          'Por eso lo enviamos de nuevo. En casos raros llega dos veces.',
        ],
      },
      'press-mail-refused': {
        subject: (title) => `Se rechazó un correo a la prensa: ${title}`,
        heading: 'Se rechazó un correo a la prensa',
        body: (contact, what) => [
          `El servicio de correo rechazó el envío de ${pressMailNames[what]} a ${contact}. Lo más común es que la dirección esté mal escrita.`,
          'Revise la fila de ese contacto en press-list.csv y envíeselo usted, por favor:',
        ],
      },
    },
    both,
  },
};
