import { number } from '../formats.ts';
import type { ConsoleCatalog } from './texts.ts';

const count = (n: number, one: string, other: string): string =>
  n === 1 ? `1 ${one}` : `${number('es', n)} ${other}`;

/** The Spanish texts of the console's pages about a campaign's files. */
export const consoleFolderEs: ConsoleCatalog['texts'] = {
  title: 'Textos y ajustes',
  lead: 'Estos son los archivos de la campaña. “Revisar” muestra los errores y lo que cambiaría. Nada cambia hasta que presione “Aplicar”.',
  readOnly:
    'Usted puede leer estos archivos. Para cambiarlos se necesita la función “Edición” o “Responsable”.',
  editorHint:
    'Con la función “Edición”, usted puede cambiar la carta, el comunicado, las traducciones y el resumen. Solo una persona responsable puede cambiar lo demás.',
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
  noChanges: 'No cambiaría nada.',
  from: 'Antes',
  to: 'Después',
  nothing: 'nada',
  added: 'Agregado',
  removed: 'Quitado',
  pressChanges: (added, changed, removed) =>
    `Lista de prensa: ${number('es', added)} agregados, ${number('es', changed)} cambiados, ${number('es', removed)} quitados`,
  invitedChanges: (added, changed, removed) =>
    `Organizaciones invitadas: ${number('es', added)} agregadas, ${number('es', changed)} cambiadas, ${number('es', removed)} quitadas`,
  ownersOnly: (keys) => `Solo una persona responsable puede cambiar esto: ${keys}.`,
  follows: {
    title: 'Consecuencias',
    asks: (n) =>
      n === 1
        ? 'Se consulta por correo a 1 firmante. Su firma no cuenta ni aparece en la lista hasta que acepte la carta nueva.'
        : `Se consulta por correo a ${number('es', n)} firmantes. Sus firmas no cuentan ni aparecen en la lista hasta que acepten la carta nueva.`,
    mailsLetter: (to) =>
      `La carta se envía de nuevo por correo a ${to}. Después, la lista de prensa y los firmantes reciben un correo.`,
  },
  signed: {
    title: 'Ya hay firmas en esta carta',
    lead: 'Diga qué significa su cambio para quienes firmaron.',
    editorial: 'Solo mejora la redacción. ¿Por qué? El motivo queda en el historial.',
    askAgain: 'Cambia lo que dice la carta. Consultar de nuevo a todos los firmantes por correo.',
  },
  outcomes: {
    'letter-is-signed':
      'Ya hay personas que firmaron la carta o recibieron el enlace para confirmar. Escriba un motivo si el cambio solo mejora la redacción (“editorial”), o consulte de nuevo a todos los firmantes (“askAgain”).',
    'texts-are-frozen':
      'La publicación ya empezó, así que la carta y el comunicado ya no se pueden cambiar. Tampoco se pueden cambiar el título, el idioma, la zona horaria ni las metas. Después de la publicación, publique una corrección.',
    importing: 'Una importación no ha terminado. Repítala primero con el mismo archivo.',
    closed:
      'El plazo para firmar terminó, así que nadie podría aceptar la carta nueva. Primero ponga en “closes” una hora posterior.',
  },
  appliedBy: (who, when) => `${who} aplicó otra versión el ${when}.`,
  appliedMeanwhile: 'Otra persona aplicó otra versión.',
  keptAsTyped:
    'No se aplicó nada. Lo que usted escribió sigue abajo. Revise qué cambiaría ahora: si lo aplica así, deshace los cambios de la otra persona.',
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
      confirm: 'Enlace de confirmación',
      reminder: 'Recordatorio',
      signed: 'Gracias por firmar',
      published: 'Publicada, a firmantes',
      release: 'A la lista de prensa',
      'notice-published': 'Publicada, al equipo organizador',
      letter: 'La carta, al destinatario',
      supplement: 'La carta actualizada, al destinatario',
    },
  },
  noPreview: 'No hay vista previa',
  previewTooLarge: (slug) =>
    `Es demasiado grande para el navegador. Créela en una terminal: campaign preview ${slug} --live --out preview`,
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
    noteWrong: 'Diga qué estaba mal, en 1,000 caracteres como máximo.',
    done: 'La corrección está publicada. Las páginas la muestran en un minuto.',
    lead: 'Corrija arriba la carta y el comunicado. La primera versión publicada se puede seguir leyendo. Su nota aparece encima del texto corregido.',
    note: 'Qué estaba mal, en una oración',
    button: 'Publicar esta corrección',
    follows: (n) =>
      `La corrección y su nota se publican ahora, y ${n === 1 ? '1 contacto de prensa que recibió el comunicado recibe un correo' : `${number('es', n)} contactos de prensa que recibieron el comunicado reciben un correo cada uno`}. Esto no se puede deshacer.`,
    refused: {
      unchanged: 'La carta y el comunicado no han cambiado desde que se publicaron. Cámbielos primero.',
      'quotes-not-approved': 'No todas las citas del comunicado están aprobadas en cada idioma.',
      'other-language': 'La campaña se publicó en otro idioma. Deshaga el cambio de idioma.',
      'too-large':
        'Los textos en todos los idiomas y las imágenes son demasiado grandes para una corrección. El límite son 400 KB.',
      'changed-meanwhile':
        'Otra persona del equipo organizador acaba de cambiar la campaña. Revísela y decida después.',
      'not-published': 'La carta todavía no está publicada. Hasta entonces, cambie sus textos y aplíquelos.',
      'taken-down': 'La carta fue retirada.',
    },
  },
  tooLarge: {
    title: 'Los archivos son demasiado grandes',
    detail: 'Todos los archivos juntos pueden tener 4 MB como máximo. No se cambió nada.',
  },
};
