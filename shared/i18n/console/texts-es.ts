import { number } from '../formats.ts';
import type { ConsoleCatalog } from './texts.ts';

const count = (n: number, one: string, other: string): string =>
  n === 1 ? `1 ${one}` : `${number('es', n)} ${other}`;

/** What the console says in Spanish on the pages about a campaign's files. */
export const consoleFolderEs: ConsoleCatalog['texts'] = {
  title: 'Textos y ajustes',
  lead: 'Estos son los archivos de la campaña. «Revisar» muestra qué está mal y qué cambiaría. Nada cambia antes de aplicar.',
  readOnly: 'Usted puede leer estos archivos. Los pueden cambiar quienes editan o son responsables.',
  editorHint:
    'Como editor puede cambiar la carta, el comunicado, las traducciones y el resumen. Lo demás le corresponde a un responsable.',
  files: {
    'campaign.yaml': 'Ajustes',
    'letter.md': 'Carta',
    'release.md': 'Comunicado',
    'press-list.csv': 'Lista de prensa',
    'invited.csv': 'Organizaciones invitadas',
  },
  translated: (file, language) => `${file} en ${language}`,
  empty: 'Este archivo todavía no existe. Se crea cuando usted escribe algo aquí.',
  check: 'Revisar',
  apply: 'Aplicar',
  applied: { updated: 'Sus cambios están aplicados.', unchanged: 'No se cambió nada.' },
  refused: 'No se cambió nada',
  mistakes: (n) => `${count(n, 'error', 'errores')}. No se cambió nada.`,
  mistakesIn: (file, n) => `${file}: ${count(n, 'error', 'errores')}`,
  line: (n) => `Línea ${number('es', n)}`,
  noMistakes: 'No hay errores.',
  notes: 'Tenga en cuenta',
  changes: 'Lo que cambiaría',
  noChanges: 'No cambiaría nada: así está ahora.',
  from: 'Antes',
  to: 'Después',
  nothing: 'nada',
  added: 'Añadido',
  removed: 'Quitado',
  pressChanges: (added, changed, removed) =>
    `Lista de prensa: ${number('es', added)} añadidos, ${number('es', changed)} cambiados, ${number('es', removed)} quitados`,
  invitedChanges: (added, changed, removed) =>
    `Organizaciones invitadas: ${number('es', added)} añadidas, ${number('es', changed)} cambiadas, ${number('es', removed)} quitadas`,
  ownersOnly: (keys) => `Solo un responsable puede cambiar esto: ${keys}.`,
  follows: {
    title: 'Lo que sucede',
    asks: (n) =>
      n === 1
        ? 'Se le pregunta de nuevo por correo a 1 firmante. Su firma no cuenta ni aparece hasta que acepte la carta nueva.'
        : `Se les pregunta de nuevo por correo a ${number('es', n)} firmantes. Sus firmas no cuentan ni aparecen hasta que acepten la carta nueva.`,
    mailsLetter: (to) =>
      `La carta se envía de nuevo a ${to}. Después reciben correo la prensa y los firmantes.`,
  },
  signed: {
    title: 'Ya hay quien firmó esta carta',
    lead: 'Diga qué significa su cambio para quienes firmaron.',
    editorial: 'Solo mejora la redacción. ¿Por qué? El motivo queda en el registro.',
    askAgain: 'Dice otra cosa. Preguntar a todos de nuevo por correo.',
  },
  outcomes: {
    'letter-is-signed':
      'Ya hay quien firmó la carta, o a quien se le pidió. Escriba un motivo si el cambio solo mejora la redacción («editorial»), o pregunte a todos de nuevo («askAgain»).',
    'texts-are-frozen':
      'La publicación ya empezó: la carta y el comunicado ya no pueden cambiar, ni el título, el idioma, la zona horaria y las metas. Después de la publicación, publique una corrección.',
    importing: 'Una importación no ha terminado. Repítala antes con el mismo archivo.',
    closed:
      'La firma ya cerró, y nadie podría aceptar la carta nueva. Ponga antes en «closes» una hora posterior.',
  },
  appliedBy: (who, when) => `${who} aplicó otra versión el ${when}.`,
  appliedMeanwhile: 'Alguien aplicó otra versión entretanto.',
  keptAsTyped:
    'Lo que usted escribió sigue abajo, y no se aplicó nada. Vea qué cambiaría ahora. Si lo aplica así, deshace lo que cambió la otra persona.',
  preview: {
    title: 'Como se publicaría ahora',
    lead: 'Con las firmas que cuentan ahora. Nadie más ve estas vistas previas.',
    page: 'Página',
    letter: 'La carta',
    release: 'El comunicado',
    text: 'Texto',
    pdf: 'En PDF',
    mails: 'Correos',
    typed: 'Vista previa',
    typedPdf: 'Vista previa en PDF',
    mail: {
      confirm: 'Enlace para confirmar',
      reminder: 'Recordatorio',
      signed: 'Gracias por firmar',
      published: 'Publicada, a firmantes',
      release: 'A la lista de prensa',
      'notice-published': 'Publicada, al equipo organizador',
      letter: 'La carta a quien va dirigida',
      supplement: 'La carta actualizada a quien va dirigida',
    },
  },
  noPreview: 'No hay vista previa',
  previewTooLarge: (slug) =>
    `Es demasiado grande para el navegador. Hágala en una terminal: campaign preview ${slug} --live --out preview`,
  quotes: {
    title: 'Citas',
    lead: 'La carta se publica solo cuando todas las citas están aprobadas. Apruebe una cita cuando la persona citada haya aceptado estas palabras.',
    approved: 'Aprobada',
    notApproved: 'Todavía sin aprobar',
    approve: 'Aprobar',
    takeBack: 'Quitar la aprobación',
    nth: (file, n) => `${file}, cita ${number('es', n)}`,
  },
  correction: {
    title: 'Publicar una corrección',
    lead: 'Corrija arriba la carta y el comunicado. El primer texto se puede seguir leyendo. Su nota queda encima del texto corregido.',
    note: 'Qué estaba mal, en una oración',
    button: 'Publicar esta corrección',
    follows: (n) =>
      `La corrección y su nota se publican ahora, y ${n === 1 ? '1 contacto de prensa que recibió el comunicado recibe un correo' : `${number('es', n)} contactos de prensa que recibieron el comunicado reciben un correo cada uno`}. No se puede deshacer.`,
    refused: {
      unchanged: 'La carta y el comunicado están tal como se publicaron. Cámbielos primero.',
      'quotes-not-approved': 'No todas las citas del comunicado están aprobadas en cada idioma.',
      'other-language': 'La campaña se publicó en otro idioma. Deshaga el cambio de idioma.',
      'too-large':
        'Los textos en todos los idiomas y las imágenes son demasiado grandes para una corrección. El límite son 400 KB.',
      'changed-meanwhile':
        'Otra persona del equipo acaba de cambiar la campaña. Mírela de nuevo y decida después.',
      'not-published': 'La carta no está publicada. Hasta entonces, aplique los cambios de sus textos.',
      'taken-down': 'La carta se retiró de la web.',
    },
  },
  tooLarge: {
    title: 'Los archivos son demasiado grandes',
    detail: 'Todos los archivos juntos pueden tener 4 MB. No se cambió nada.',
  },
};
