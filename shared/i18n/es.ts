import type { PressMailName } from './en.ts';
import type { ErrorParams } from './error-message.ts';
import { number, numberWithNoun } from './formats.ts';
import type { Catalog } from './texts.ts';

const organizations = (n: number): string =>
  numberWithNoun('es', n, { one: 'organización', many: 'de organizaciones', other: 'organizaciones' });
const people = (n: number): string =>
  numberWithNoun('es', n, { one: 'persona', many: 'de personas', other: 'personas' });
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
    one: 'persona que prefiere no ser nombrada',
    many: 'de personas que prefieren no ser nombradas',
    other: 'personas que prefieren no ser nombradas',
  });

const pressMailNames: Record<PressMailName, string> = {
  release: 'el comunicado',
  embargo: 'la copia anticipada del comunicado',
  correction: 'la corrección',
};

/** Spanish as it is written in the Americas: "usted" throughout, without a gender for whoever reads. */
export const es: Catalog = {
  site: {
    name: 'Undersigned',
    openGraphLocale: 'es_LA',
    languageName: 'Español',
    languages: 'Esta página en otros idiomas',
    skip: 'Ir al contenido',
    organizedBy: (sender: string) => `Organiza: ${sender}`,
    questions: 'Preguntas:',
    home: 'Todas las cartas abiertas',
    privacy: 'Privacidad',
  },
  home: {
    title: 'Cartas abiertas',
    lead: 'Cartas que organizaciones y personas firman en conjunto. Cada una se publica cuando reúne las firmas suficientes.',
    empty: 'Por el momento no hay aquí ninguna carta para firmar. Vuelva más adelante, por favor.',
    statuses: {
      scheduled: 'Todavía no se puede firmar',
      collecting: 'Reuniendo firmas',
      publishing: 'En proceso de publicación',
      published: 'Publicada',
      closed: 'Cerrada sin publicarse',
    },
  },
  preview: {
    sign: 'Lea la carta y fírmela',
    read: 'Lea la carta y vea quiénes firman',
    letter: 'Lea la carta',
  },
  campaign: {
    eyebrow: 'Carta abierta',
    jump: 'Firmar esta carta',
    read: 'Leer la carta',
    jumpLate: 'Sumar mi firma',
    published: (date: string) => `Publicada el ${date}.`,
    publishing:
      'Ya hay firmas suficientes. La carta se está publicando ahora mismo; en un momento la verá en esta página.',
    closedUnpublished:
      'El plazo terminó antes de reunir las firmas suficientes, por lo que la carta no se publicó.',
    elsewhere: 'La carta está publicada en',
    takenDown: 'Quienes organizaron esta carta la han retirado.',
    signatories: 'Quiénes han firmado',
    release: 'Comunicado de prensa',
    readLetter: 'Leer solo la carta',
    readRelease: 'Leer el comunicado de prensa',
    allOnLetter: (total: string) => `La lista completa de ${total} está en la página de la carta.`,
  },
  untranslated: {
    letter: (language: string) => `La carta no está traducida. Aquí está en ${language}.`,
    release: (language: string) => `El comunicado de prensa no está traducido. Aquí está en ${language}.`,
  },
  correction: {
    line: (date) => `CORRECCIÓN, ${date}:`,
    original: 'Como se publicó primero:',
    originalTitle: {
      letter: 'La carta como se publicó primero',
      release: 'El comunicado de prensa como se publicó primero',
    },
    wasCorrected:
      'Este texto se corrigió después de su publicación. Aquí se conserva como era; lo que vale ahora está aquí:',
    current: { letter: 'La carta corregida', release: 'El comunicado corregido' },
  },
  gone: {
    title: 'Esta carta fue retirada',
    detail:
      'Sus organizadores la han retirado de este sitio, con todo lo que le pertenecía. Ya no se muestra el nombre de nadie.',
    withdrawn:
      'El enlace del correo que recibió como firmante aún le permite retirar su firma. Ya no se envían más correos sobre esta carta.',
  },
  progress: {
    organizationsOf: (n: number, needed: number) =>
      `${number('es', n)} de ${organizations(needed)} ${have(needed)} firmado`,
    peopleOf: (n: number, needed: number) =>
      `${number('es', n)} de ${people(needed)} ${have(needed)} firmado`,
    organizations: (n: number) => `${organizations(n)} ${have(n)} firmado`,
    people: (n: number) => `${people(n)} ${have(n)} firmado`,
    asOf: (time: string) => `Datos del ${time}.`,
    goal: (ofOrganizations: number, ofPeople: number) =>
      `La carta se publica cuando haya firmas suficientes. La meta: ${both(ofOrganizations, ofPeople)}.`,
  },
  openness: {
    'not-open-yet': {
      title: 'Todavía no se puede firmar',
      body: 'El formulario aparecerá en esta página en cuanto se abra el plazo.',
    },
    closed: { title: 'El plazo para firmar ha terminado', body: 'Esta carta ya no recibe más firmas.' },
    paused: {
      title: 'La recogida de firmas está en pausa',
      body: 'Por ahora no se puede firmar. Vuelva a intentarlo más tarde, por favor.',
    },
    opensAt: (time: string) => `Se podrá firmar a partir del ${time}.`,
    closedAt: (time: string) => `Se pudo firmar hasta el ${time}.`,
    closesAt: (time: string) => `Puede firmar hasta el ${time}.`,
    ask: '¿Tiene preguntas? Escriba a',
  },
  form: {
    heading: 'Firme esta carta',
    how: 'Le tomará unos dos minutos. Llene el formulario y después pulse el botón de la página cuyo enlace le enviamos por correo. Solo ese botón firma.',
    optional: '(opcional)',
    leaveEmpty: 'Deje esto vacío:',
    error: 'Error:',
    problems: (n: number) =>
      numberWithNoun('es', n, {
        one: 'respuesta necesita una corrección',
        other: 'respuestas necesitan una corrección',
      }),
    nothingStored: 'Todavía no se ha guardado nada. Todo lo que escribió sigue aquí.',
    organization: 'Su organización',
    place: 'Dónde está',
    you: 'Sus datos',
    onlyOrganizations: 'Solo si firma por una organización',
    onlyPeople: 'Solo si firma a título personal',
    kinds: { organization: 'Por una organización', individual: 'A título personal' },
    scopes: {
      national: 'En todo el país',
      state: 'En un estado, provincia o región',
      local: 'En una ciudad, un pueblo o un barrio',
    },
    publicNames: {
      full: 'Con mi nombre completo',
      initials: 'Solo con mis iniciales',
      withheld: 'De ningún modo: cuenten mi firma, pero no me nombren',
    },
    hints: {
      organizationName: 'Tal como debe figurar al pie de la carta.',
      website: 'Por ejemplo, www.example.org.',
      email: 'Ahí le enviamos el enlace para confirmar. Nunca se publica.',
      title: 'Por ejemplo, Dirección. No se publica.',
      name: 'No se publica.',
    },
    chooseCountry: 'Elija un país',
    attestation: 'Tengo autorización para firmar en nombre de esta organización.',
    submit: 'Firmar y confirmar por correo',
    privacyOrganizations: (until: string) =>
      `Publicamos el nombre, el lugar y el sitio web de su organización, nunca el nombre ni el correo de usted, y borramos sus datos personales ${until}.`,
    privacyPeople: (until: string) =>
      `Publicamos su nombre como usted elija y su lugar, nunca su correo, y borramos sus datos personales ${until}.`,
    privacyBoth: (until: string) =>
      `Publicamos lo que figura al pie de la carta (de una organización: nombre, lugar y sitio web; de una persona: el nombre, como lo elija, y el lugar), nunca un correo, y borramos sus datos personales ${until}.`,
    privacyMore: 'Todo sobre la privacidad',
    back: 'Volver a leer la carta',
  },
  deletion: {
    on: (date: string) => `el ${date}`,
    onOrLater: (date: string, n: number) =>
      `el ${date}, o ${days(n)} después de publicarse la carta si esa fecha es posterior`,
    afterPublication: (n: number) => `${days(n)} después de publicarse la carta`,
  },
  messages: {
    'check-your-inbox': {
      title: 'Ahora revise su correo',
      body: (from: string) => [
        `Le estamos enviando un correo desde ${from}. Ábralo, siga el enlace y pulse el botón que verá allí. Su firma cuenta a partir de ese momento, no antes.`,
        '¿No llega nada en unos minutos? Busque entre el correo no deseado, o llene el formulario otra vez y revise la dirección que escribe. El enlace sirve durante 30 días.',
        'Para no llenar el buzón de nadie, enviamos como máximo cinco de estos correos al día a una misma dirección.',
      ],
    },
    signed: {
      title: 'Gracias por firmar',
      body: (_from: string) => [
        'Su firma está confirmada.',
        'Le estamos enviando un correo que dice lo que firmó. Consérvelo, por favor: con su enlace puede retirar su firma de la carta en cualquier momento.',
      ],
    },
    waiting: {
      title: 'Gracias, su firma está en espera',
      body: (_from: string) => [
        'Usted ya la confirmó y no tiene que hacer nada más. Quienes organizan la carta la revisan antes de que cuente.',
      ],
    },
    'already-signed': {
      title: 'Su organización ya firmó',
      body: (_from: string) => [
        'Alguien firmó por su organización antes que usted, y cada organización cuenta una sola vez. Así que ya figura en la carta y usted no tiene que hacer nada más.',
        'Su firma queda en espera: si la otra se retira, quienes organizan la carta pueden poner la suya en su lugar.',
      ],
    },
    withdrawn: {
      title: 'Su firma está retirada',
      body: (_from: string) => [
        'Ya no cuenta ni figura en la lista. Si estaba en la carta publicada, desaparecerá de ella en uno o dos minutos.',
      ],
      again: 'Si cambia de opinión, puede volver a firmar mientras el plazo siga abierto.',
    },
    next: 'Volver a la carta',
    share: '¿Quién más debería firmar? Envíele esta dirección:',
  },
  signOn: {
    titles: {
      pending: 'Confirme su firma',
      change: 'Confirme su cambio',
      confirmed: 'Su firma',
      withdrawn: 'Esta firma está retirada',
      rejected: 'Esta firma no fue aceptada',
      asked: 'La carta ha cambiado',
    },
    leads: {
      pending:
        'Esto es lo que se escribió con su dirección de correo. Cuenta en cuanto usted pulse el botón.',
      change:
        'Este es el cambio que se escribió con su dirección de correo. Lo que firmó antes sigue en pie hasta que usted pulse el botón.',
      asked:
        'La carta ha cambiado desde que usted la firmó, así que por ahora su firma no cuenta. Lea, por favor, la carta como está ahora. Si está de acuerdo, pulse el botón y volverá a figurar en ella; si no, retire su firma.',
      askedTooLate:
        'La carta ha cambiado desde que usted la firmó, así que su firma no cuenta. El plazo para firmar terminó y ya no es posible dar su acuerdo.',
      confirmed: 'Usted ya lo confirmó. Figura en la carta.',
      waiting:
        'Usted ya lo confirmó. Alguien más firmó por la misma organización, y cada una cuenta una sola vez, así que su firma queda en espera. Si la otra se retira, quienes organizan la carta pueden poner la suya en su lugar.',
      inReview:
        'Usted ya lo confirmó y no tiene que hacer nada más. Quienes organizan la carta lo revisan antes de que cuente.',
      withdrawn: 'No cuenta ni figura en la lista.',
      rejected:
        'Quienes organizan la carta decidieron no incluirla. Si cree que es un error, escríbales, por favor:',
    },
    printed: 'Así figura al pie de la carta',
    printedWithheld: 'Cuenta entre quienes prefieren no ser nombrados',
    private: 'Esto solo lo ve quien organiza la carta',
    confirm: 'Confirmar y firmar',
    correctTitle: 'Corregir lo que está escrito aquí',
    correctHint:
      'Cambie lo que esté mal y pulse el botón: quedará como usted lo escriba. Su dirección de correo no cambia; para firmar con otra, retire esta firma y rellene otra vez el formulario.',
    correct: 'Guardar las correcciones',
    correctBack: 'Volver a su firma, sin correcciones',
    confirmChange: 'Confirmar este cambio',
    agree: 'Estoy de acuerdo con la carta como está ahora',
    readLetter: 'Leer la carta como está ahora',
    letterNew:
      'La carta ha cambiado desde que se llenó el formulario. Léala, por favor, como está ahora antes de pulsar el botón: eso es lo que usted firma.',
    askedWithChange:
      'Lo que sigue se escribió con su dirección de correo después de que usted firmara. El botón también lo confirma.',
    withdraw: 'Retirar mi firma',
    withdrawHint: 'Dejará de contar y de figurar en la lista.',
    withdrawAgain: 'Puede volver a firmar mientras el plazo siga abierto.',
    signAgain: 'Para volver a firmar, llene otra vez el formulario.',
    keep: 'Dejar mi firma como está',
    keepHint:
      '¿No fue usted, o cambió de opinión? Pulse aquí: se descarta lo que se escribió, y lo que usted firmó queda como está.',
    notMe: 'No fui yo',
    notMeHint:
      '¿Alguien más escribió su dirección, o usted cambió de opinión? Pulse aquí y no se firma nada.',
  },
  unsubscribe: {
    title: '¿Dejar de recibir estos correos?',
    body: (campaign: string) =>
      `Usted recibe correos por la carta «${campaign}». Si pulsa el botón, este sitio no enviará más correos a su dirección, ni por esta carta ni por ninguna otra; tampoco enlaces para confirmar.`,
    signatureStays:
      'Si ya firmó, su firma se mantiene. Para retirarla, use el enlace del correo que la confirmó.',
    button: 'No enviarme más correos',
    doneTitle: 'Ya no recibirá más correos nuestros',
    done: 'Eso era todo; puede cerrar esta página.',
  },
  privacy: {
    title: 'Privacidad',
    lead: (sender: string) => `Qué hace ${sender} con lo que usted escribe aquí, en palabras sencillas.`,
    collectTitle: 'Qué pedimos y para qué',
    collect: [
      'Su nombre y, si firma por una organización, su cargo y el nombre, el lugar y el sitio web de ella: para que la carta diga quién la firma y se pueda comprobar que es cierto.',
      'Su correo electrónico: para que nadie pueda firmar en su nombre. Le enviamos el enlace para confirmar, unos pocos correos sobre esta carta y nada más.',
    ],
    publicTitle: 'Qué ve todo el mundo',
    publicOrganizations:
      'De una organización: su nombre, lugar, sitio web y ámbito de trabajo. El nombre, el cargo y el correo de quien firmó por ella no se publican nunca.',
    publicPeople:
      'De una persona: el nombre como lo haya elegido (completo, con iniciales o de ningún modo) y el lugar. Los correos no se publican nunca. Las personas figuran al pie de la carta, en su página, en su texto y en su PDF, y en ninguna lista hecha para ordenadores.',
    withdrawals:
      'De una firma retirada: nada. Tras la publicación decimos cuántas firmas se han retirado, no de quiénes eran.',
    rightsTitle: 'Cómo retirar su nombre',
    rights:
      'El enlace del correo que confirmó su firma le permite retirarla en cualquier momento, antes y después de la publicación. Cada correo trae un enlace para no recibir más.',
    deletionTitle: 'Cuándo se borra',
    unconfirmed: 'Lo que nunca se confirmó se borra después de 30 días, también un cambio de una firma.',
    deletion: (until: string) =>
      `Todos los demás datos personales se borran ${until}. Los nombres de las organizaciones permanecen al pie de la carta publicada.`,
    kept: 'De una dirección que no quiere más correos guardamos un código que creamos a partir de ella, para no enviarle ninguno. Para revisar las firmas de organizaciones, recordamos con tales códigos durante tres meses quién firmó por varias.',
    backups:
      'Lo que se elimina permanece en las copias de seguridad de la base de datos 35 días como máximo, y en los registros de peticiones fallidas, 14. Nadie los lee salvo para reparar lo que se estropeó, y los registros de actividad nunca contienen nombres ni direcciones.',
    technologyTitle: 'Cookies y seguimiento',
    technology:
      'No hay: ni cookies, ni conteo de quién abre un correo, ni registro de quién visita estas páginas.',
    against:
      'Para que nadie inunde el formulario con nombres inventados, contamos cuántos formularios llegan desde una misma conexión a internet. No guardamos su dirección, sino un código que creamos a partir de ella; el código se borra en pocos días. El formulario también dice cuántos segundos estuvo abierto, lo que ayuda a distinguir a las personas de los programas.',
    marks:
      'Junto a su firma queda otro código, que muestra a quienes organizan la carta cuántas firmas llegaron desde la misma conexión casi al mismo tiempo. Se crea con un número al azar de cada día, que se borra en pocos días; después, nadie puede averiguar la conexión a partir del código.',
    contactTitle: 'A quién preguntar',
    contact: 'Si tiene preguntas, o para ver, corregir o borrar lo que se guarda sobre usted, escriba a',
  },
  letter: {
    signedBy: 'Firman',
    organizations,
    people,
    organizationsContinued: 'Organizaciones (continuación)',
    peopleContinued: 'Personas (continuación)',
    removed: (n: number) => `Nombre eliminado: ${people(n)}`,
    withheld: (n: number, others: boolean) => (others ? `y ${unnamed(n)}` : unnamed(n)),
    withdrawn: (n: number) =>
      numberWithNoun('es', n, {
        one: 'firma se ha retirado desde la publicación.',
        many: 'de firmas se han retirado desde la publicación.',
        other: 'firmas se han retirado desde la publicación.',
      }),
    added: (date: string) => `se sumó el ${date}`,
    supplied: (date: string) => `El ${date} se envió al destinatario una lista actualizada.`,
    asOf: (time: string) => `Lista del ${time}.`,
    listAt: 'La lista actual:',
    fullListAt: 'Los nombres de quienes firmaron:',
    scopes: {
      national: 'Organizaciones nacionales',
      state: 'Organizaciones estatales',
      local: 'Organizaciones locales',
    },
    others: 'Otras',
    page: (page: number, pages: number) => `Página ${number('es', page)} de ${number('es', pages)}`,
    previous: 'Página anterior',
    next: 'Página siguiente',
    pagesLabel: 'Páginas de la lista',
    text: 'La carta como texto simple',
    pdf: 'La carta en PDF',
    signToo: 'Firmarla también',
  },
  release: {
    contact: 'Contacto:',
    text: 'El comunicado de prensa como texto simple',
    pdf: 'El comunicado de prensa en PDF',
    letter: 'La carta y quiénes la firman',
  },
  share: {
    label: 'Compartir',
    mail: 'Por correo',
    print:
      'Para imprimir, use la orden de imprimir de su navegador: lo que es solo para la pantalla se omite.',
  },
  fields: {
    kind: { label: '¿Cómo firma?', missing: 'Elija si firma por una organización o a título personal.' },
    organizationName: {
      label: 'Nombre de la organización',
      missing: 'Escriba el nombre de su organización.',
    },
    website: { label: 'Sitio web', missing: 'Escriba el sitio web de su organización.' },
    scope: { label: 'Dónde trabaja', missing: 'Elija dónde trabaja su organización.' },
    name: { label: 'Su nombre', missing: 'Escriba su nombre.' },
    title: { label: 'Su cargo o función', missing: 'Escriba su cargo o función.' },
    email: { label: 'Su correo electrónico', missing: 'Escriba su correo electrónico.' },
    city: { label: 'Ciudad o localidad', missing: 'Escriba su ciudad o localidad.' },
    region: { label: 'Estado, provincia o región', missing: 'Escriba su estado, provincia o región.' },
    country: { label: 'País', missing: 'Elija su país.' },
    publicName: { label: '¿Cómo debemos nombrarle?', missing: 'Elija cómo debemos nombrarle.' },
    authorized: {
      label: 'Autorización',
      missing: 'Marque la casilla si puede firmar por esta organización.',
    },
    language: { label: 'Idioma', missing: 'Elija un idioma.' },
  },
  errors: {
    required: (label: string, _: ErrorParams) => `${label}: falta este dato. Complételo, por favor.`,
    'too-long': (label: string, { max = 200 }: ErrorParams) =>
      `${label}: el texto es demasiado largo. Acórtelo a unas ${number('es', max)} letras (${number('es', max)} bytes).`,
    'invalid-email': (label: string, _: ErrorParams) =>
      `${label}: la dirección no está completa. Debe verse así: nombre@example.org.`,
    'invalid-website': (label: string, _: ErrorParams) =>
      `${label}: esto no es una dirección web. Debe verse así: www.example.org.`,
    'not-authorized': (_label: string, _: ErrorParams) =>
      'Marque la casilla si puede firmar por esta organización. Si no puede, pídaselo a quien pueda.',
    'invalid-choice': (label: string, { choices = [] }: ErrorParams) =>
      choices.length > 0
        ? `${label}: elija entre ${choices.join(', ')}.`
        : `${label}: elija una de las respuestas.`,
    'not-for-individuals': (label: string, _: ErrorParams) =>
      `${label}: esto es solo para organizaciones. Déjelo en blanco si firma a título personal.`,
    'unknown-field': (label: string, _: ErrorParams) =>
      `Aquí no hay ningún campo «${label}». Quítelo, por favor.`,
    'invalid-country': (label: string, _: ErrorParams) =>
      `${label}: elija uno de la lista. Un programa envía sus dos letras, como en MX.`,
    'control-characters': (label: string, _: ErrorParams) =>
      `${label}: contiene un carácter que no se puede imprimir, como un salto de línea. Escríbalo de nuevo en una sola línea.`,
    'not-a-string': (label: string, _: ErrorParams) => `${label}: debe ser texto.`,
  },
  problems: {
    'not-found': {
      title: 'Página no encontrada',
      detail: 'No hay nada en esta dirección. Revise si tiene algún error, por favor.',
    },
    'not-open-yet': {
      title: 'Todavía no se puede firmar',
      detail: 'Vuelva cuando se haya abierto el plazo, por favor.',
    },
    closed: { title: 'El plazo para firmar ha terminado', detail: 'Esta carta ya no recibe más firmas.' },
    paused: {
      title: 'La recogida de firmas está en pausa',
      detail: 'Por ahora no se puede firmar. Vuelva a intentarlo más tarde, por favor.',
    },
    changed: {
      title: 'Esto ha cambiado entretanto',
      detail:
        'Lo que usted vio ya no es lo que está guardado. Abra otra vez el enlace de su correo y vuelva a mirarlo.',
    },
    invalid: {
      title: 'Algunas respuestas necesitan una corrección',
      detail: 'Todavía no se ha guardado nada. Corríjalas y envíe el formulario otra vez.',
    },
    'too-large': {
      title: 'Es demasiado largo',
      detail: 'Lo que envió es más largo de lo que admite un formulario. Acórtelo y envíelo otra vez.',
    },
    unsupported: { title: 'Este tipo de contenido no se acepta', detail: 'Envíe un formulario o JSON.' },
    'too-many': {
      title: 'Demasiadas solicitudes a la vez',
      detail: 'Llegaron muchas solicitudes desde su red. Espere unos minutos e inténtelo de nuevo.',
    },
    malformed: {
      title: 'No se pudo leer',
      detail: 'Lo que envió no es JSON ni un formulario válido. Corríjalo y envíelo otra vez.',
    },
    'no-campaign': {
      title: 'Esa carta no existe',
      detail:
        'En esta dirección no hay ninguna carta que se pueda firmar. Revise si tiene algún error, por favor.',
    },
    link: {
      title: 'Este enlace no funciona',
      detail:
        'Está incompleto o no se usó en 30 días. Copie el enlace entero de su correo o rellene otra vez el formulario para recibir uno nuevo.',
    },
    withdrawn: {
      title: 'Esta firma está retirada',
      detail: 'Ya no se puede confirmar. Si quiere firmar a pesar de todo, rellene otra vez el formulario.',
    },
    rejected: {
      title: 'Esta firma no fue aceptada',
      detail:
        'Quienes organizan la carta han decidido no incluirla. Si cree que es un error, escríbales, por favor.',
    },
    busy: {
      title: 'En este momento hay demasiada actividad',
      detail: 'Envíelo otra vez dentro de unos segundos, por favor.',
    },
    unexpected: {
      title: 'Algo ha fallado por nuestra parte',
      detail:
        'Inténtelo de nuevo dentro de un minuto, por favor. Si vuelve a ocurrir, avise a quien mantiene este sitio.',
    },
    letter: 'A la carta y su formulario',
  },
  mails: {
    sentBy: (sender: string, title: string) => `${sender} le envía este correo por la carta «${title}»,`,
    why: {
      typed: 'porque esta dirección se escribió en su formulario.',
      signed: 'porque usted la firmó.',
      press: (contact: string | undefined) =>
        contact === undefined
          ? 'porque esta dirección está en su lista de prensa.'
          : `porque ${contact} está en su lista de prensa.`,
      organizer: 'porque usted figura entre quienes la organizan.',
      recipient: 'porque va dirigida a usted.',
    },
    unsubscribe: 'No recibir más correos de este sitio:',
    confirm: {
      subject: (title: string) => `Confirme, por favor: ${title}`,
      heading: 'Falta un paso',
      lead: (title: string) =>
        `Alguien, probablemente usted, quiere firmar la carta «${title}» con esta dirección de correo:`,
      button: 'Ver y confirmar',
      how: 'El enlace abre una página con un botón. Solo ese botón firma, y el enlace sirve durante 30 días.',
      notYou:
        '¿No fue usted? Entonces no tiene que hacer nada, y lo escrito se borra después de 30 días. Para borrarlo enseguida, pulse «No fui yo» en la misma página.',
    },
    reminder: {
      subject: (title) => `Falta confirmar: ${title}`,
      heading: 'Su firma aún no está confirmada',
      lead: (title) =>
        `Hace unos días alguien, probablemente usted, quiso firmar la carta «${title}» con esta dirección de correo. La firma no cuenta hasta que usted pulse el botón:`,
      how: 'El enlace abre una página con un botón. Solo ese botón firma.',
      once: 'Si no quiere firmar, o no fue usted, «No fui yo» en la misma página borra lo que se escribió. Se lo recordaremos como mucho una vez más.',
      last: 'Si no quiere firmar, o no fue usted, no tiene que hacer nada: lo que se escribió se borra solo. Este es el último recordatorio.',
    },
    confirmChange: {
      none: 'nada',
      subject: (title: string) => `Confirme su cambio, por favor: ${title}`,
      heading: 'Un cambio por confirmar',
      lead: (title: string) =>
        `Usted firmó la carta «${title}». Ahora alguien, probablemente usted, ha vuelto a llenar el formulario con esta dirección de correo, pero con otros datos:`,
      button: 'Ver y confirmar',
      how: 'Lo que firmó sigue en pie hasta que usted pulse el botón de la página que abre el enlace.',
      notYou: '¿No fue usted? Entonces no haga nada, y nada cambia.',
    },
    signed: {
      subject: (title: string) => `Usted ha firmado: ${title}`,
      heading: 'Gracias por firmar',
      lead: (title: string) => `Su firma al pie de la carta «${title}» está confirmada:`,
      button: 'Ver su firma',
      keep: 'Conserve este correo, por favor: su enlace muestra lo que firmó y le permite retirar su firma, antes y después de la publicación.',
    },
    signedAlready: {
      subject: (title: string) => `Usted ya había firmado: ${title}`,
      heading: 'Usted ya había firmado',
      lead: (title: string) =>
        `Alguien, probablemente usted, ha vuelto a llenar el formulario de la carta «${title}». Usted ya la había firmado, con los mismos datos:`,
      nothing:
        'Así que no tiene que hacer nada. El enlace muestra lo que firmó y le permite retirar su firma.',
    },
    waiting: {
      subject: (title: string) => `Su organización ya firmó: ${title}`,
      heading: 'Su organización ya firmó',
      lead: (title: string) => `Gracias por confirmar su firma al pie de la carta «${title}»:`,
      once: 'Alguien firmó por la misma organización antes que usted, y cada organización cuenta una sola vez. Así que ya figura en la carta y usted no tiene que hacer nada.',
      kept: 'Su firma queda en espera: si la otra se retira, quienes organizan la carta pueden poner la suya en su lugar. El enlace muestra la suya y le permite retirarla.',
    },
    inReview: {
      subject: (title: string) => `Se está revisando su firma: ${title}`,
      heading: 'Gracias, su firma está confirmada',
      lead: (title: string) =>
        `Usted confirmó su firma al pie de la carta «${title}». Quienes organizan la carta la revisan antes de que cuente:`,
      next: 'No tiene que hacer nada. Recibirá otro correo en cuanto cuente. Es posible que quienes organizan la carta le escriban si tienen alguna pregunta.',
      kept: 'El enlace muestra su firma y le permite retirarla.',
    },
    askedAgain: {
      subject: (title: string) => `La carta que usted firmó ha cambiado: ${title}`,
      subjectAgain: (title: string) => `Falta todavía su respuesta: ${title}`,
      heading: 'La carta que usted firmó ha cambiado',
      lead: (title: string) =>
        `Quienes organizan la carta «${title}» la han cambiado desde que usted la firmó. Por eso le preguntan de nuevo:`,
      leadAgain: (title: string) =>
        `Hace unos días le escribimos que la carta «${title}» ha cambiado desde que usted la firmó. Aún no tenemos su respuesta:`,
      until:
        'Lea, por favor, la carta como está ahora. Mientras usted no dé su acuerdo, su firma no cuenta ni figura en la lista.',
      letter: 'La carta como está ahora:',
      button: 'Dar su acuerdo o retirar la firma',
      how: 'El enlace abre una página con un botón para cada cosa. Solo un botón cambia algo; si no hace nada, usted no figura en la carta.',
    },
    published: {
      subject: (title: string) => `Publicada: ${title}`,
      heading: 'La carta está publicada',
      lead: (title: string, ofOrganizations: number, ofPeople: number) =>
        `La carta «${title}» se acaba de publicar con la firma de ${both(ofOrganizations, ofPeople)}. Una de ellas es la suya:`,
      button: 'Leer la carta',
      release: 'Comunicado de prensa:',
      yours: 'Su firma, y cómo retirarla:',
      share: 'Compártala, por favor: cada persona que la lee ayuda.',
    },
    letter: {
      lead: (sender: string, ofOrganizations: number, ofPeople: number) =>
        `${sender} le envía la carta que sigue, firmada por ${both(ofOrganizations, ofPeople)}.`,
      attached: 'Va también adjunta en PDF.',
      namesOnPage: 'En la página de la carta figuran todos los nombres de quienes la firman.',
      onTheWeb: 'La carta en la web:',
    },
    supplement: {
      subject: (letter: string) => `Firmas actualizadas: ${letter}`,
      lead: (sender: string) => `${sender} le envía de nuevo la carta que sigue, tal como está ahora.`,
      since: {
        sent: (date: string) => `Desde que se envió la carta el ${date}`,
        published: (date: string) => `Desde que se publicó la carta el ${date}`,
        again: (date: string) => `Desde la carta actualizada del ${date}`,
      },
      news: (since: string, changes: string, ofOrganizations: number, ofPeople: number) =>
        `${since}, ${changes}; ahora tiene ${both(ofOrganizations, ofPeople)}.`,
      joined: (ofOrganizations: number, ofPeople: number) =>
        `${have(ofOrganizations + ofPeople)} firmado ${more(ofOrganizations, ofPeople)}`,
      withdrawn: (n: number) =>
        `se ${have(n)} retirado ${numberWithNoun('es', n, { one: 'firma', many: 'de firmas', other: 'firmas' })}`,
      unchanged: 'nadie se ha sumado ni retirado',
      corrected: (date: string) =>
        `El texto de la carta se corrigió el ${date}; lo que estaba mal figura encima de él.`,
      attached: 'La carta con su lista actual va también adjunta en PDF.',
      dated: 'Junto al nombre de quien se sumó después de la publicación figura la fecha.',
      list: 'La lista actual en la web:',
    },
    release: { letter: 'La carta y quiénes la firman:', release: 'Este comunicado en la web:' },
    embargo: {
      line: (until) => `EMBARGADO HASTA EL ${until}`,
      subject: (until, headline) => `EMBARGADO hasta el ${until}: ${headline}`,
      asOf: (time) =>
        `Las cifras de esta copia anticipada son las del ${time}. Las definitivas van en el comunicado, que enviaremos al terminar el embargo.`,
      links: 'Los enlaces a la carta y al comunicado funcionan a partir de entonces.',
    },
    correction: {
      subject: (headline) => `CORRECCIÓN: ${headline}`,
      lead: {
        letter: 'Hemos corregido la carta a la que pertenece nuestro comunicado de prensa.',
        release: 'Hemos corregido el comunicado de prensa que le enviamos.',
        both: 'Hemos corregido el comunicado de prensa que le enviamos y la carta a la que pertenece.',
      },
      replaces: 'Le rogamos que use el texto de abajo en lugar del primero.',
      stays: 'El comunicado mismo queda como está.',
      letter: 'La carta corregida:',
      original: 'Como se publicó primero:',
    },
    gate: {
      waitsFor: (list: string) => `Antes de publicarse espera todavía: ${list}.`,
      publishing: 'No se espera nada más: la carta y el comunicado se publican ahora.',
      published: 'La carta está publicada.',
      obstacles: {
        threshold: 'más firmas',
        time: (at: string) => `su hora (${at})`,
        hours: 'su horario',
        hold: 'el fin de la retención',
        quotes: 'citas que nadie ha aprobado aún',
        import: 'el fin de una importación',
        asking: 'que se pregunte de nuevo a quienes firmaron',
        delivery: 'la entrega de la carta en mano',
      },
    },
    notices: {
      milestone: {
        subject: (title: string, percent: number) => `Alcanzado el ${number('es', percent)} %: ${title}`,
        heading: (percent: number) =>
          percent === 100 ? 'Se alcanzó el mínimo' : `Se alcanzó el ${number('es', percent)} % del mínimo`,
        organizations: (n: number, needed: number) =>
          `Han firmado ${number('es', n)} de ${organizations(needed)}.`,
        individuals: (n: number, needed: number) => `Han firmado ${number('es', n)} de ${people(needed)}.`,
      },
      held: {
        subject: (title: string) => `Publicación retenida: ${title}`,
        heading: 'La publicación está retenida',
        body: 'Alguien la ha retenido desde la terminal: no se publica nada, pase lo que pase, hasta que termine la retención. Se puede seguir firmando.',
        end: 'Para terminar la retención:',
      },
      resumed: {
        subject: (title: string) => `Fin de la retención: ${title}`,
        heading: 'La retención ha terminado',
        body: 'Alguien ha terminado la retención desde la terminal: la carta se publica por sí sola en cuanto no se espere nada más.',
      },
      status: 'Para ver cómo va la campaña:',
      published: {
        subject: (title: string) => `Publicada: ${title}`,
        heading: 'La carta está publicada',
        body: (ofOrganizations: number, ofPeople: number) => [
          `La carta y el comunicado de prensa salieron con ${both(ofOrganizations, ofPeople)}.`,
          'La lista de prensa y quienes firmaron reciben ahora un correo. No tiene que hacer nada; lea, por favor, ambas páginas una vez con los ojos del público.',
        ],
        bodyAfterRecipient: (ofOrganizations: number, ofPeople: number) => [
          `La carta y el comunicado de prensa están en la web, con ${both(ofOrganizations, ofPeople)}.`,
          'La carta se envía ahora por correo a su destinatario; la lista de prensa y quienes firmaron reciben su correo en cuanto haya salido. No tiene que hacer nada; lea, por favor, ambas páginas una vez con los ojos del público.',
        ],
        button: 'Leer la carta',
        release: 'Comunicado de prensa:',
        withoutGlyphs: (names: number) =>
          names === 1
            ? 'En el PDF de la carta, un nombre tiene letras que faltan en nuestras tipografías; en su lugar hay un recuadro vacío. Las páginas lo muestran como se escribió:'
            : `En el PDF de la carta, ${number('es', names)} nombres tienen letras que faltan en nuestras tipografías; en su lugar hay un recuadro vacío. Las páginas los muestran como se escribieron:`,
      },
      'print-failed': {
        subject: (title: string) => `Falta un archivo: ${title}`,
        heading: 'No se pudo hacer un archivo',
        body: (documents: string) => [
          `No se pudo hacer esto: ${documents}. Las páginas, los textos simples y las listas están ahí, y nada enlaza a lo que falta.`,
          'Se vuelve a intentar cada vez que se escriben las páginas. Si sigue así, imprima la página como PDF desde su navegador y muestre este correo a quien opera el sistema: su registro dice qué falló.',
        ],
      },
      'recount-short': {
        subject: (title: string) => `Todavía sin publicar: ${title}`,
        heading: 'El recuento no alcanzó',
        body: (counted: string, found: string) => [
          `El contador había llegado al mínimo con ${counted}, pero el recuento justo antes de publicar encontró ${found}. Probablemente alguien retiró su firma entretanto.`,
          'Así que no se publicó nada. Se siguen reuniendo firmas como antes, y la carta se publica por sí sola en cuanto haya suficientes. No tiene que hacer nada.',
        ],
      },
      'taken-down': {
        subject: (title) => `Retirada: ${title}`,
        heading: 'La carta está retirada',
        body: () => [
          'Alguien de la organización retiró la carta con todo lo que le pertenece. Todas sus páginas responden ahora que ya no está, nadie puede firmar y no salen más correos a firmantes ni a la prensa.',
          'Lo que se envió o copió antes queda fuera de alcance. Si alguien debe saber el motivo, díganselo ustedes al destinatario y a la prensa.',
        ],
      },
      'fell-below': {
        subject: (title: string) => `Por debajo del mínimo: ${title}`,
        heading: 'La carta publicada bajó de su mínimo',
        body: (now: string) => [
          `Se retiraron firmas después de la publicación; quedan ${now}.`,
          'La carta sigue publicada, y su página dice cuántas firmas se han retirado. Decida si conviene avisar a la prensa y a quien recibe la carta: conocen el número del titular.',
        ],
      },
      'claim-vacated': {
        subject: (title: string) => `Decida quién firma, por favor: ${title}`,
        heading: 'Una organización se quedó sin firma',
        body: (organization: string, waiting: number) => [
          waiting === 1
            ? `La firma de ${organization} que contaba se retiró, y otra de la misma organización espera.`
            : `La firma de ${organization} que contaba se retiró, y otras ${number('es', waiting)} de la misma organización esperan.`,
          waiting === 1
            ? 'Pregunte si sigue en pie. Si es así, póngala en su lugar:'
            : 'Pregunte cuál de ellas sigue en pie y póngala en su lugar con su línea:',
        ],
      },
      'letter-mail-unknown': {
        subject: (title: string) => `Pregunte, por favor, al destinatario: ${title}`,
        heading: 'Puede que la carta no haya llegado a su destinatario',
        body: (recipients: string) => [
          `La carta está publicada, pero no sabemos si nuestro correo con ella llegó a ${recipients}: la conexión se cortó durante el envío.`,
          'No se vuelve a enviar por sí solo, porque nadie debe recibirlo dos veces. Y nadie más recibe aviso todavía: la lista de prensa y quienes firmaron esperan. Pregunte, por favor, al destinatario, entréguele la carta si no la tiene y dígalo después así:',
        ],
      },
      'letter-mail-refused': {
        subject: (title: string) => `Se rechazó el correo al destinatario: ${title}`,
        heading: 'No se pudo enviar la carta a su destinatario',
        body: (recipients: string) => [
          `La carta está publicada, pero el servicio de correo se negó a enviarla a ${recipients}. Casi siempre una dirección está mal escrita.`,
          'Nadie más recibe aviso todavía: la lista de prensa y quienes firmaron esperan hasta que el destinatario tenga la carta. Corrija la dirección en campaign.yaml (delivery) y ejecute campaign apply: la carta sale enseguida y los demás correos, después. O entregue usted la carta y dígalo después así:',
        ],
      },
      'supplement-sent': {
        subject: (title: string) => `La carta actualizada ya salió: ${title}`,
        heading: 'La carta actualizada ya salió',
        body: (recipients: string, list: string) => [
          `La carta actualizada se envió a ${recipients}, con ${list}.`,
          'No tiene que hacer nada. Si firma más gente, puede enviarla otra vez más adelante.',
        ],
      },
      'supplement-unknown': {
        subject: (title: string) => `Pregunte, por favor, al destinatario: ${title}`,
        heading: 'Puede que la carta actualizada no haya llegado',
        body: (recipients: string, list: string) => [
          `No sabemos si nuestro correo con la carta actualizada (${list}) llegó a ${recipients}: la conexión se cortó durante el envío.`,
          'No se vuelve a enviar por sí solo, porque nadie debe recibirlo dos veces. Pregunte, por favor, al destinatario. Si no la tiene, así se envía otra vez:',
        ],
      },
      'supplement-refused': {
        subject: (title: string) => `Se rechazó la carta actualizada: ${title}`,
        heading: 'No se pudo enviar la carta actualizada',
        body: (recipients: string, list: string) => [
          `El servicio de correo se negó a enviar la carta actualizada (${list}) a ${recipients}. Casi siempre una dirección está mal escrita.`,
          'Corrija la dirección en campaign.yaml y aplíquela. Después, así se envía otra vez:',
        ],
      },
      'supplement-ready': {
        subject: (title: string) => `Entregue, por favor, la carta actualizada: ${title}`,
        heading: 'La carta actualizada está lista',
        body: (list: string) => [
          `La carta con su lista actualizada (${list}) está lista para que la entregue, en PDF y como página. Ambas siguen creciendo si firma más gente, así que imprímala o guárdela ahora.`,
        ],
        button: 'La carta en PDF',
      },
      'supplement-idle': {
        subject: (title: string) => `No se envió ninguna carta actualizada: ${title}`,
        heading: 'No se envió ninguna carta actualizada',
        body: () => [
          'Se pidió una carta actualizada, pero cuando iba a hacerse ya no había nada nuevo: quien se había sumado se retiró. El destinatario no recibió ningún correo.',
        ],
      },
      supplementList: (now: string, changes: string) => `${now}; desde la última vez ${changes}`,
      'review-waiting': {
        subject: (title: string) => `Revise quién firmó, por favor: ${title}`,
        heading: 'Hay firmas que esperan su revisión',
        body: (waiting: string, isWhole: boolean) => [
          isWhole
            ? `Antes de que cuenten, alguien tiene que revisar las firmas de ${waiting}. Las organizaciones más dudosas entre ellas:`
            : `Antes de que cuenten, alguien tiene que revisar las firmas de al menos ${waiting}. Algunas de las organizaciones entre ellas:`,
        ],
        look: 'Esta orden muestra cada una con lo que habla en su contra. Después puede aceptarlas, rechazarlas o unirlas; mientras tanto no impiden firmar a nadie:',
      },
      'press-mail-unknown': {
        subject: (title: string) => `Revise un correo a la prensa, por favor: ${title}`,
        heading: 'Puede que un correo a la prensa no haya salido',
        body: (contact, what) => [
          `No podemos saber si ${pressMailNames[what]} llegó a ${contact}: la conexión se cortó mientras se enviaba.`,
          'No se vuelve a enviar por sí solo, porque nadie debe recibirlo dos veces. Pregunte, por favor, y reenvíelo si no lo tienen:',
        ],
      },
      'press-mail-refused': {
        subject: (title: string) => `Se rechazó un correo a la prensa: ${title}`,
        heading: 'Se rechazó un correo a la prensa',
        body: (contact, what) => [
          `El servicio de correo se negó a enviar ${pressMailNames[what]} a ${contact}. Casi siempre la dirección está mal escrita.`,
          'Revise, por favor, su línea en press-list.csv y haga usted el envío:',
        ],
      },
    },
    both,
  },
};
