import { number, numberWithNoun } from '../formats.ts';
import { languages } from '../language.ts';
import type { MistakeTexts } from './texts.ts';

const missingFile = 'Falta este archivo.';
const orFalse = 'o false';
const localTime = 'hora local de timeZone';
const oneOrMore = 'un número entero, 1 o más';
const plainText = 'contiene Liquid ({{ }} o {% %})';
const addElse = 'Agregue al último {% if %} un {% else %} con texto.';
const quotationMarks = 'Ponga el texto entre comillas.';
const orAfterPublication = 'o escriba showSignatories: after-publication.';
const fullAddress =
  'Escriba la dirección completa: https://…, http://…, mailto:nombre@example.org o tel:+15550142.';
const branches =
  'Escriba {% if … %} … {% elsif … %} … {% else %} … {% endif %}. Solo if y endif son obligatorios.';
const asPaths =
  'En Inkscape: Trayecto > Objeto a trayecto; en Illustrator: Texto > Crear contornos; después guárdela como SVG simple.';
const smallerVersion = 'Guarde una versión más pequeña: bastan 768 píxeles de ancho.';
const person = { organizations: 'organización', individuals: 'persona' };

/** The Spanish words for mistakes in a campaign's files. */
export const mistakesEs: MistakeTexts = {
  files: {
    missing: {
      message: missingFile,
      cure: 'Cópielo de campaigns/harbor-trees y adáptelo a su campaña.',
    },
    empty: {
      message: 'Este archivo está vacío.',
      cure: 'Cópielo de campaigns/harbor-trees y adáptelo a su campaña.',
    },
    inWordProcessor: (other, file) => ({
      message: missingFile,
      cure: `Copie el texto de ${other} en un archivo de texto simple llamado ${file}. docs/walkthrough.md explica cómo.`,
    }),
    otherName: (other, file) => ({
      message: missingFile,
      cure: `Cambie el nombre de ${other} a ${file}.`,
    }),
    unknownLanguage: (code) => ({
      message: `El idioma “${code}” no está disponible.`,
      cure: `Quite el archivo o cambie su nombre al de uno de estos idiomas: ${languages.join(', ')}.`,
    }),
    ownLanguage: (language, own) => ({
      message: `El idioma de la campaña es ${language}, así que este archivo no es una traducción.`,
      cure: `Su texto va en ${own}. Quite uno de los dos archivos.`,
    }),
    tooLarge: (bytes, max) => ({
      message: `Este archivo tiene ${number('es', bytes)} bytes. El límite son ${number('es', max)} bytes.`,
      cure: 'Acórtelo.',
    }),
    unreadable: {
      message: 'Esta línea contiene un carácter que no se puede leer.',
      cure: 'Guarde el archivo en UTF-8 y corrija el carácter.',
    },
    noOrganizations: {
      message: 'Esta lista es de organizaciones, pero en esta campaña solo pueden firmar personas.',
      cure: 'Quite el archivo o ponga signatories.organizations en true en campaign.yaml.',
    },
    more: (count) => ({
      message: `Hay ${numberWithNoun('es', count, { one: 'error', other: 'errores' })} más.`,
      cure: 'Compruebe que este sea el archivo correcto. Corrija los primeros errores y revise otra vez.',
    }),
  },

  yaml: {
    specialMark: (mark) => ({
      message: `Un texto que empieza con ${mark} tiene un significado especial en YAML.`,
      cure: quotationMarks,
    }),
    tooDeep: {
      message: 'Aquí hay demasiadas listas y claves unas dentro de otras.',
      cure: 'Quite los corchetes y guiones de más. Ponga entre comillas un texto que los contenga.',
    },
    twice: (key) => ({ message: `La clave ${key} está dos veces.`, cure: 'Quite una de las dos.' }),
    beginsWithLiquid: {
      message: 'Un texto que empieza con {{ debe ir entre comillas.',
      cure: 'Ponga entre comillas todo el texto: "{{ … }} …".',
    },
    indentedTooFar: (line) => ({
      message: 'Esta línea empieza más a la derecha que la anterior, que ya tiene su texto.',
      cure: `Empiécela en la misma columna que la línea ${number('es', line)}.`,
    }),
    invalid: () => 'Esto no es YAML válido.',
    cures: {
      BLOCK_AS_IMPLICIT_KEY:
        'Ponga entre comillas un texto que contenga dos puntos: clave: "texto: más texto".',
      MULTILINE_IMPLICIT_KEY:
        'Empiece la línea con una clave, dos puntos y un espacio. Para continuar el texto anterior, ponga espacios al principio de la línea.',
      TAB_AS_INDENT: 'Al principio de la línea use espacios, no tabuladores.',
      BAD_INDENT: 'Empiece con el mismo número de espacios las líneas que van juntas.',
      MISSING_CHAR: 'Cierre las comillas o el corchete, o ponga dos puntos después de la clave.',
      BAD_DQ_ESCAPE: 'Dentro de "…" escriba \\\\ para una barra invertida, o use comillas simples.',
      BAD_SCALAR_START: quotationMarks,
      MULTIPLE_DOCS: 'Quite la línea que solo tiene ---.',
      NON_STRING_KEY:
        'Ponga el texto entre comillas: las llaves y los corchetes tienen un significado especial en YAML.',
    },
    pasted: {
      bullet: 'Empiece la línea con un guion y un espacio en lugar de este signo.',
      oddSpace:
        'Escriba otra vez los dos puntos y el espacio que sigue: estos vienen de un procesador de textos.',
      noSpace: 'Escriba un espacio después de los dos puntos.',
    },
    otherCure: 'Ponga el texto entre comillas o compare la línea con docs/campaign.md.',
  },

  keys: {
    unknown: (key) => `La clave ${key} es desconocida.`,
    elsewhere: (key) => ({
      message: `${key} no va aquí.`,
      cure: 'Quítela. Esta clave va en campaign.yaml.',
    }),
    more: (count) => ({
      message: `Hay ${numberWithNoun('es', count, { one: 'clave desconocida', other: 'claves desconocidas' })} más.`,
      cure: 'Compruebe que este sea el archivo correcto. Las claves están en docs/campaign.md.',
    }),
    didYouMean: (key) => `¿Quiso escribir ${key}? Si no, quite la línea.`,
    moveTo: (place) => `Si quiso escribir ${place}, póngala allí. Si no, quite la línea.`,
    choices: (keys) => `Quítela. Las claves posibles aquí son ${keys}.`,
    indent:
      'Escriba otra vez los espacios al principio de la línea: estos vienen de un procesador de textos.',
    noSeparators: 'Escriba el número sin separadores de miles: 1700',
    straightMarks: 'Use comillas rectas (") para el texto, en lugar de comillas tipográficas.',
    example: (example) => `Escríbalo así: ${example}`,
    add: (example) => `Agréguelo: ${example}`,
    guide: 'Consulte docs/campaign.md.',
    inQuotes: 'Póngalo entre comillas.',
    shorten: 'Acórtelo.',
    removeSome: 'Quite algunas.',
  },

  notes: {
    slug: 'de 3 a 60 letras minúsculas sin acentos, cifras y guiones; sin guion al principio ni al final',
    language: `o ${languages.filter((language) => language !== 'en').join(' o ')}`,
    'signatories.organizations': orFalse,
    'signatories.individuals': orFalse,
    opens: localTime,
    closes: localTime,
    visibility: 'o link',
    showProgress: orFalse,
    'publication.threshold.organizations': oneOrMore,
    'publication.threshold.individuals': oneOrMore,
    'publication.notBefore': localTime,
    'publication.atNotBefore.organizations': oneOrMore,
    'publication.atNotBefore.individuals': oneOrMore,
    'publication.window.to': 'o "24:00", el final del día',
    'delivery.by': 'o hand',
    review: 'o none, o before-counting',
    'list.groupBy': 'o scope, o region',
    showSignatories: 'o always',
    'questions[].id': 'una letra y después letras, cifras, guiones y guiones bajos, 30 como máximo',
    'questions[].type': 'o number, choice, checkbox',
    'questions[].options': 'de 2 a 20, para type: choice',
    'questions[].for': 'o individuals, o both',
    'questions[].required': 'o true',
    'organizers[].role': 'o editor, o viewer',
    'branding.logo': 'una imagen de la carpeta de la campaña',
    'branding.color': 'entre comillas, porque # empieza un comentario',
    'privacy.deletePersonalDataAfterDays': 'de 1 a 3650',
  },

  values: {
    wholeFile: 'El archivo',
    quoted: (text) => `“${text}”`,
    list: 'una lista',
    group: 'un grupo de claves',
    kinds: {
      string: 'un texto',
      number: 'un número',
      int: 'un número entero',
      boolean: 'true o false',
      array: 'una lista',
      object: 'un grupo de claves',
    },
    missing: 'es obligatorio y falta',
    empty: 'está vacío',
    otherKind: (expected, found) => `debe ser ${expected}, no ${found}`,
    otherChoice: (choices, found) => `debe ser ${choices.join(' o ')}, no ${found}`,
    tooShort: (min) => `tiene menos de ${min} caracteres`,
    tooLong: (max) => `tiene más de ${max} caracteres`,
    noEntry: 'necesita al menos una entrada',
    tooManyEntries: (max) => `tiene más de ${max} entradas`,
    tooSmall: (min, found) => `debe ser ${min} o más, no ${found}`,
    tooBig: (max, found) => `debe ser ${max} o menos, no ${found}`,
    wrongForm: (found) => `no está bien escrito: ${found}`,
    invalid: 'no es válido',

    notEmail: (typed) => ({ message: `no es una dirección de correo electrónico: “${typed}”` }),
    notOneLine: {
      message: 'debe ser una sola línea de texto',
      cure: 'Póngalo en una línea, o escriba > después de los dos puntos y continúe en la línea siguiente.',
    },
    notLines: (example) => ({
      message: 'debe ser una lista de líneas',
      cure: `Escríbalo así: ${example}`,
    }),
    noLiquid: {
      message: plainText,
      cure: 'Escriba aquí texto simple. Liquid funciona en el comunicado, y en la carta y su asunto.',
    },
    noLiquidInSettings: {
      message: plainText,
      cure: 'Escriba aquí texto simple. Liquid funciona en letter.md y release.md.',
    },
    notFileName: (example) => ({
      message: 'no es el nombre de un archivo de la carpeta',
      cure: `Ponga la imagen en la carpeta de la campaña y escriba solo su nombre: ${example}`,
    }),

    noSuchTime: { message: 'no es una fecha y hora válida' },
    notLocalTime: { message: 'debe ser una fecha y hora sin zona horaria' },
    skippedTime: (time, zone) => ({
      message: `no existe: no hay ${time} en ${zone}`,
      cure: 'El cambio al horario de verano se salta esta hora. Escriba una anterior o posterior.',
    }),
    closesFirst: { message: 'es anterior a opens', cure: 'Escriba una hora posterior a opens.' },
    notTimeZone: {
      message: 'no es el nombre de una zona horaria de la IANA',
      cure: 'Escriba una ciudad grande con la misma hora, como America/New_York. Una diferencia horaria fija no sigue el horario de verano.',
    },
    otherTimeZone: (zone) => ({
      message: `no es el nombre de una zona horaria de la IANA (¿quiso escribir ${zone}?)`,
      cure: `Escríbalo así: timeZone: ${zone}`,
    }),
    notTimeOfDay: (typed) => ({ message: `no es una hora del día: “${typed}”` }),
    neverOpen: {
      message: 'nunca está abierta, porque from no es anterior a to',
      cure: 'Escriba un final posterior en el mismo día: from: "09:00", to: "17:00". La medianoche es to: "24:00".',
    },

    otherFolder: (slug, folder) => ({
      message: `es ${slug}, pero la carpeta se llama ${folder}`,
      cure: `Escriba slug: ${folder}, o cambie el nombre de la carpeta a ${slug}.`,
    }),
    reservedSlug: (slugs) => ({
      message: 'está reservado para el sitio',
      cure: `Elija un slug que no sea ninguno de estos: ${slugs}.`,
    }),
    nobodySigns: {
      message: 'no deja firmar a nadie',
      cure: 'Escriba true para organizations, para individuals o para ambos.',
    },
    noThreshold: {
      message: 'no tiene ningún número',
      cure: 'Escriba cuántos deben firmar: threshold: { organizations: 170 }',
    },
    noLowerNumber: {
      message: 'no tiene ningún número',
      cure: 'Escriba cuántos bastan a esa hora: atNotBefore: { organizations: 150 }',
    },
    neverReached: (kind) => ({
      message: `no se puede alcanzar nunca, porque signatories.${kind} es false`,
      cure: `Escriba signatories: { ${kind}: true }, o quite esta meta.`,
    }),
    needsNotBefore: {
      message: 'necesita publication.notBefore, que falta',
      cure: 'Agregue notBefore: 2026-12-02T10:00 a publication, o baje la meta misma.',
    },
    needsThreshold: (kind) => ({
      message: `necesita publication.threshold.${kind}, que falta`,
      cure: `Agregue ${kind} a publication.threshold, o quite esta línea.`,
    }),
    aboveThreshold: (kind, lower, threshold) => ({
      message: `es ${lower}, más que la meta de ${threshold}`,
      cure: `Escriba un número que no sea mayor que publication.threshold.${kind}: con ese número basta a la hora de notBefore.`,
    }),
    noRecipient: {
      message: 'no tiene destinatario',
      cure: 'Agregue el destinatario: delivery: { by: email, to: [commission@example.org] }',
    },
    noOwner: {
      message: 'no tiene ninguna persona responsable',
      cure: 'Dé al menos a una persona role: owner, o ningún role, que significa lo mismo.',
    },
    listBeforeReview: {
      message:
        'no puede ser always con review: none, porque cualquiera podría poner cualquier nombre en la lista',
      cure: `Escriba review: flagged (o before-counting), ${orAfterPublication}`,
    },
    listWithoutProgress: {
      message: 'no puede ser always con showProgress: false, porque una lista muestra cuántos han firmado',
      cure: `Escriba showProgress: true, ${orAfterPublication}`,
    },
    otherSender: (domains, address) => ({
      message: `debe ser una dirección de ${domains.join(' o ')}. El servicio de correo rechaza a cualquier otro remitente`,
      cure: `Escriba una dirección de ${domains.join(' o ')}, y ponga ${address} en sender.replyTo para recibir allí las respuestas.`,
    }),

    notColor: (typed) => ({
      message: `no es un color de seis cifras hexadecimales: “${typed}”`,
      cure: 'Escríbalo con # y entre comillas: color: "#1a4f7a"',
    }),
    tooLight: (color, contrast, needed, nearest) => ({
      message: `es demasiado claro para leerse: ${color} tiene un contraste de ${contrast} a 1 sobre blanco, y el texto necesita ${needed} a 1`,
      cure: `Escriba color: "${nearest}", el color más parecido que se puede leer.`,
    }),
    noBranding: {
      message: 'no tiene logotipo ni color',
      cure: 'Escriba branding: { logo: logo.svg, color: "#1a4f7a" }, o quítelo.',
    },

    reservedId: (id) => ({
      message: `es “${id}”, que está reservado para los campos propios del formulario`,
      cure: 'Elija otro id, como members o how-often.',
    }),
    sameIds: {
      message: 'tiene dos preguntas con el mismo id',
      cure: 'Dé a cada pregunta un id propio; las mayúsculas, los guiones y los guiones bajos no cuentan.',
    },
    sameOptions: { message: 'tiene dos opciones iguales', cure: 'Escriba cada respuesta una sola vez.' },
    noOptions: {
      message: 'es obligatorio y falta',
      cure: 'Agregue las respuestas que se pueden elegir: options: [Every week, Every month, Never]',
    },
    onlyForChoice: {
      message: 'es solo para type: choice',
      cure: 'Quite options, o escriba type: choice.',
    },
    asksNobody: (kind, other) => ({
      message: `no pregunta a nadie, porque signatories.${kind} es false`,
      cure: `Escriba for: ${other}, o signatories: { ${kind}: true }.`,
    }),

    unknownQuestion: {
      message: 'no es una pregunta de campaign.yaml',
      cure: 'Agregue allí la pregunta, o quítela aquí.',
    },
    otherQuestion: (id) => ({
      message: 'no es una pregunta de campaign.yaml',
      cure: `¿Quiso escribir ${id}? Si no, quítela.`,
    }),
    withoutOptions: { message: 'es de una pregunta sin opciones', cure: 'Quítelo.' },
    otherOptions: (here, there) => ({
      message: `tiene ${here === 1 ? '1 opción' : `${here} opciones`}, y campaign.yaml tiene ${there}`,
      cure: 'Traduzca cada opción, en el mismo orden.',
    }),
    notInSettings: (key) => ({
      message: 'no está en campaign.yaml',
      cure: `Agregue ${key} a campaign.yaml, o quítelo aquí.`,
    }),

    noPhoneNoEmail: {
      message: 'no tiene teléfono ni dirección de correo electrónico',
      cure: 'Agregue un teléfono, una dirección de correo electrónico o ambos.',
    },
    attribution: (hasBoth) => ({
      message: hasBoth ? 'tiene attribution y también lead' : 'no tiene attribution ni lead',
      cure: 'Escriba uno de los dos: attribution: "dijo Ana Ruiz." después de la cita, o lead: "Ana Ruiz dijo:" antes de ella.',
    }),
    notFullAddress: {
      message: 'no es una dirección completa',
      cure: 'Cópiela de la barra de direcciones de un navegador: url: "https://example.org"',
    },
  },

  texts: {
    noKeys: {
      message: 'Falta el bloque de claves al principio.',
      cure: 'Empiece el archivo con una línea de tres guiones (---), después las claves y después otra vez tres guiones.',
    },
    keysWithoutEnd: {
      message: 'El bloque de claves no tiene final.',
      cure: 'Agregue una línea de tres guiones (---) después de las claves.',
    },
    noText: {
      message: 'No hay texto debajo de las claves.',
      cure: 'Escriba el texto debajo de la segunda línea de tres guiones.',
    },
    empty: { message: 'Este texto queda vacío con ciertas cantidades de firmas.', cure: addElse },
    emptyMessage: {
      message: 'El asunto o el texto queda vacío con ciertas cantidades de firmas.',
      cure: addElse,
    },
    notRendered: () => ({
      message: 'Este texto no se puede mostrar con ciertas cantidades de firmas.',
      cure: 'Simplifique su Liquid.',
    }),
    picture: {
      message: 'Un texto no puede contener imágenes.',
      cure: 'Quítela, o ponga un enlace a ella: [texto](https://…).',
    },
    linkWithoutAddress: { message: 'Un enlace no tiene dirección.', cure: fullAddress },
    linkWithin: (address) => ({ message: `Un enlace a ${address} no funciona.`, cure: fullAddress }),
    linkScheme: (scheme) => ({
      message: `Los enlaces que empiezan con ${scheme} no están permitidos.`,
      cure: fullAddress,
    }),
    linkInPart: (address) => ({
      message: `“${address}” no es una dirección completa.`,
      cure: fullAddress,
    }),
  },

  liquid: {
    invalid: (_reason, isOpen) => ({
      message: 'Esto no es Liquid válido.',
      cure: isOpen ? 'Ciérrelo con }} o %}.' : 'Compárelo con docs/campaign.md.',
    }),
    noIf: (tag) => ({ message: `Este ${tag} no tiene ningún if antes.`, cure: branches }),
    afterElse: (tag) => ({ message: `Este ${tag} está después de un else.`, cure: branches }),
    noEndif: { message: 'Este if no tiene endif.', cure: branches },
    tooDeep: {
      message: 'Aquí hay demasiados if unos dentro de otros.',
      cure: 'Use menos niveles.',
    },
    noName: 'Las llaves {{ }} están vacías.',
    unknownName: (name) => `El nombre ${name} en {{ }} es desconocido.`,
    names: (names) => `Los nombres posibles son ${names}.`,
    unknownFilter: (filter) => `El filtro ${filter} es desconocido.`,
    filters: (filters) => `Los filtros son ${filters}.`,
    didYouMean: (word) => `¿Quiso escribir ${word}?`,
    kinds: { count: 'un número', text: 'un texto', day: 'una fecha' },
    otherValue: (filter, needed, given) => `El filtro ${filter} necesita ${needed}, pero recibe ${given}.`,
    wrongFilter: (filter) => `El filtro ${filter} no está bien escrito.`,
    filterExample: (example) => `Escríbalo así: ${example}`,
    unknownTag: (tag) => ({
      message: `La etiqueta ${tag} es desconocida.`,
      cure: 'Las etiquetas son {% if … %}, {% elsif … %}, {% else %}, {% endif %}.',
    }),
    wrongCondition: {
      message: 'Esta condición no es válida.',
      cure: 'Escríbala así: {% if organizations.count >= 200 and individuals.count > 0 %}',
    },
  },

  logos: {
    problems: (maxKilobytes) => ({
      missing: {
        message: 'no está en la carpeta',
        cure: 'Ponga la imagen en la carpeta de la campaña, o corrija el nombre del archivo.',
      },
      'too-large': { message: `tiene más de ${number('es', maxKilobytes)} KB`, cure: smallerVersion },
      'not-a-picture': {
        message: 'no es SVG, PNG ni JPEG',
        cure: 'Guárdela en uno de estos formatos. No basta con cambiar el nombre del archivo.',
      },
      'too-many-pixels': { message: 'tiene demasiados píxeles', cure: smallerVersion },
      'too-narrow': {
        message: 'es demasiado angosta',
        cure: 'Recórtela. Un logotipo se muestra en 256 × 64 píxeles como máximo, y este tendría menos de 4 píxeles.',
      },
      'too-detailed': {
        message: 'tiene demasiados colores para un logotipo',
        cure: 'Use un dibujo en lugar de una foto: un SVG, o un PNG con pocos colores.',
      },
      'shows-nothing': {
        message: 'no muestra nada al dibujarse',
        cure: 'Revise si está dañada o es totalmente transparente, y guárdela otra vez.',
      },
      'white-on-white': {
        message: 'es blanca y no tiene fondo propio, así que nadie la vería en una página o en papel',
        cure: 'Use la versión del logotipo para fondos claros.',
      },
      broken: {
        message: 'no se puede dibujar',
        cure: 'Revise si un navegador la muestra, y guárdela otra vez como SVG simple o como PNG.',
      },
      'refers-outside': {
        message: 'remite a otro archivo o a otra dirección',
        cure: 'Incluya ese archivo en la imagen, o quite la referencia. Quite también los enlaces.',
      },
      'has-text': {
        message: 'contiene texto, que se ve distinto en cada computadora',
        cure: `Convierta el texto en contornos. ${asPaths}`,
      },
      'has-html': {
        message: 'contiene HTML (foreignObject), que no se dibuja',
        cure: 'Guárdela como SVG simple.',
      },
      'holds-pictures': {
        message: 'contiene una imagen que no se dibuja',
        cure: 'Incluya solo imágenes PNG o JPEG, sin más píxeles de los necesarios.',
      },
    }),
    tooLargeTogether: (kilobytes, max) => ({
      message: `Todos los logotipos juntos tienen ${number('es', kilobytes)} KB una vez dibujados. El límite son ${number('es', max)} KB.`,
      cure: 'Quite algunos, o cambie los que tienen muchos colores por imágenes más sencillas.',
    }),
    notStored: (picture) => ({
      message: `${picture} no es una de las imágenes de la campaña.`,
      cure: 'Quítela. Para agregar una imagen, ejecute `campaign apply` con una carpeta que la contenga.',
    }),
    onlyInTranslation: (picture) => ({
      message: `${picture} no es un logotipo de release.md.`,
      cure: 'Agréguelo también a release.md. Todos los idiomas tienen los mismos logotipos; solo se traducen alt y url.',
    }),
  },

  lists: {
    quotationMark: {
      message: 'Unas comillas de esta fila están en un lugar equivocado.',
      cure: 'Ponga entre comillas una celda que contenga comas, y escriba dos veces las comillas que estén dentro: "The ""Daily"" Example".',
    },
    empty: (columns) => ({
      message: 'La lista está vacía.',
      cure: `Ponga ${columns} en la primera línea, o quite el archivo.`,
    }),
    noColumn: (column, columns) => ({
      message: `Falta la columna ${column}.`,
      cure: `Ponga ${columns} en la primera línea.`,
    }),
    sameColumns: (column) => ({
      message: `Hay dos columnas ${column}.`,
      cure: 'Quite una de las dos.',
    }),
    unknownColumn: (column) => `La columna ${column} es desconocida.`,
    unnamedColumn: (letter) => `La columna ${letter} no tiene nombre en la primera línea.`,
    columns: (columns) => `Las columnas son ${columns}.`,
    didYouMean: (column) => `¿Quiso escribir ${column}?`,
    otherCells: (found, expected, example) => ({
      message: `Esta fila tiene ${found === 1 ? 'una celda' : `${found} celdas`}, pero la primera línea tiene ${expected}.`,
      cure:
        found > expected
          ? 'Ponga entre comillas una celda que contenga comas.'
          : `Escriba una coma por cada celda vacía: ${example}`,
    }),
    noAddress: (column) => ({
      message: `Falta ${column}.`,
      cure: 'Escriba una dirección, o quite la fila.',
    }),
    noOrganization: (column) => ({
      message: `Falta ${column}.`,
      cure: 'Escriba el nombre de la organización, o quite la fila.',
    }),
    notEmail: (typed, mayBeEmpty) => ({
      message: `“${typed}” no es una dirección de correo electrónico.`,
      cure: mayBeEmpty
        ? 'Escríbala como ana@example.org, o deje la celda vacía.'
        : 'Escríbala como ana@example.org.',
    }),
    notWebsite: (typed) => ({
      message: `“${typed}” no es la dirección de un sitio web.`,
      cure: 'Escríbala como example.org o https://example.org/about, o deje la celda vacía.',
    }),
    tooLong: (column) => ({ message: `${column} es demasiado largo.`, cure: 'Acórtelo.' }),
    tooManyBytes: (column, max) => ({
      message: `${column} es demasiado largo. El límite son ${number('es', max)} bytes.`,
      cure: 'Acórtelo.',
    }),
    lineBreak: (column) => ({
      message: `${column} contiene un salto de línea.`,
      cure: 'Quite el salto de línea de la celda.',
    }),
    embargoed: (typed) => ({
      message: `embargoed debe ser yes o no, no “${typed}”.`,
      cure: 'Escriba yes si el contacto puede recibir el comunicado bajo embargo; si no, no.',
    }),
    twoEmbargoes: (line) => ({
      message: `Esta dirección también está en la línea ${number('es', line)}, con otro valor en embargoed.`,
      cure: 'Quite una de las dos líneas.',
    }),
    addressInName: (name, kind) => ({
      message: `“${name}” contiene ${kind === 'link' ? 'un enlace' : 'una dirección de correo electrónico'}.`,
      cure: 'Escriba solo el nombre de la organización. Las direcciones tienen sus propias columnas.',
    }),
    notAName: (name) => ({
      message: `“${name}” no es el nombre de una organización.`,
      cure: 'Escriba el nombre de la organización, o quite la fila.',
    }),
    listedTwice: (name, line) => ({
      message: `“${name}” ya está en la línea ${number('es', line)}.`,
      cure: 'Quite una de las dos líneas.',
    }),
    sameOrganization: (name, line, first) => ({
      message: `“${name}” es la organización de la línea ${number('es', line)}, “${first}”.`,
      cure: 'Quite una de las dos líneas.',
    }),
    tooManyOrganizations: (max) => ({
      message: `La lista tiene más de ${number('es', max)} organizaciones.`,
      cure: 'Quite las que no espera que firmen.',
    }),
  },

  warnings: {
    ignored: (file) => `${file} no es parte de una campaña y no se tiene en cuenta.`,
    misnamed: (file, meant, how) => {
      const cures = {
        rename: `cambie su nombre a ${meant}`,
        'save-as-csv': `guárdelo como “CSV UTF-8” con el nombre ${meant}`,
        'copy-text': `copie su texto en un archivo de texto simple llamado ${meant}`,
      };
      return `${file} no se tiene en cuenta. Si la campaña debe usarlo, ${cures[how]}.`;
    },
    noPressList: 'Falta press-list.csv. El comunicado no se envía por correo a nadie.',
    atAnyHour:
      'Faltan publication.notBefore y publication.window. La carta se publica en cuanto haya suficientes firmas, a cualquier hora del día o de la noche.',
    byHand: 'delivery.to y delivery.cc no reciben ningún correo, porque la carta se entrega en persona.',
    notApproved: (file, line, quote) =>
      `${file}, línea ${number('es', line)}: ${quote} no está aprobada. No se publica nada hasta que todas las citas estén aprobadas.`,
    untranslated: (file, document) =>
      `Falta ${file}. Las páginas en ese idioma muestran ${document === 'letter' ? 'la carta' : 'el comunicado'} sin traducir, con un aviso.`,
    untranslatedKey: (file, key) =>
      `${file} no tiene ${key}. Las páginas en ese idioma muestran ${key} de campaign.yaml.`,
    pressAddressTwice: (file, line, first) =>
      `${file}, línea ${number('es', line)}: esta dirección ya está en la línea ${number('es', first)}. Recibe un solo correo.`,
    invitedAddressTwice: (file, line, first) =>
      `${file}, línea ${number('es', line)}: esta dirección ya está en la línea ${number('es', first)}. Recibe una invitación por cada organización.`,
    invitedElsewhere: (list) =>
      `Estas organizaciones están ahora invitadas y ya cuentan con una dirección de otro dominio: ${list}. Siguen contando. Compruebe si son auténticas y, si no lo son, rechácelas.`,
    protectedElsewhere: (list) =>
      `Estos nombres están ahora protegidos, y ya cuentan firmas con ellos desde una dirección que no se conoce como de la organización: ${list}. Siguen contando. Compruebe si son auténticas y, si no lo son, rechácelas.`,
    isClosed: 'closes ya pasó. Nadie puede firmar, y la página dice que el plazo para firmar terminó.',
    isDue: 'publication.notBefore ya pasó. La carta se publica en cuanto haya suficientes firmas.',
    noGlyphs: (file, characters, more) =>
      `${file}: el PDF muestra un cuadro vacío en lugar de los caracteres que sus fuentes no tienen: ${characters.join(', ')}${more > 0 ? ` y ${number('es', more)} más` : ''}.`,
    ifOne: (file, excerpt, kind) =>
      `${file} dice “${excerpt}” si ha firmado una sola ${person[kind]}. Escriba la palabra con el filtro plural: {{ ${kind}.count | plural: "…", "…" }}.`,
    ifNone: (file, excerpt, kind) =>
      `${file} dice “${excerpt}” si no ha firmado ninguna ${person[kind]}. Omita las palabras en ese caso: {% if ${kind}.count > 0 %}…{% endif %}.`,
    lines: (shown, more) => {
      if (more > 0) return `líneas ${shown.join(', ')} y ${number('es', more)} más`;
      if (shown.length === 1) return `línea ${shown[0]}`;
      return `líneas ${shown.slice(0, -1).join(', ')} y ${shown.at(-1)}`;
    },
    pasted: (file, lines, what) => `${file}, ${lines}: ${what}`,
    html: (found) =>
      `“${found}” es HTML y se imprime tal cual. Quite estas etiquetas. Para negritas escriba **palabras**, para cursivas *palabras*, para un enlace [palabras](https://example.org).`,
    comment: (found) =>
      `“${found}” empieza con #, así que es un comentario y no se tiene en cuenta. Si es parte del texto, ponga todo el texto entre comillas rectas (").`,
    curly: (found) =>
      `${found} se imprime con sus comillas tipográficas. Si solo encierran un texto, use comillas rectas (").`,
    garbled: (found) =>
      `“${found}” es un texto que se guardó con una codificación y se abrió con otra. Cópielo otra vez de su origen y guarde el archivo como UTF-8.`,
    bullet: (found) =>
      `“${found}” no forma una lista. Empiece cada punto con un guion y un espacio: “- Primer punto”.`,
    lettered: (found) =>
      `“${found}” no forma una lista, así que los puntos quedan en un solo párrafo. Numérelos así: “1. Primer punto”, o deje una línea vacía entre ellos.`,
    indented: () =>
      'un párrafo con espacios al principio se imprime con letra de máquina de escribir. Quite los espacios o el tabulador del principio.',
  },
};
