import { number } from '../formats.ts';
import type { ConsoleCatalog } from './texts.ts';

/** What the console says in Spanish: "usted" throughout. */
export const consoleEs: ConsoleCatalog = {
  site: {
    name: 'Consola',
    skip: 'Ir al contenido principal',
    campaigns: 'Campañas',
    signedInAs: (email: string) => `Sesión de ${email}`,
    signOut: 'Cerrar sesión',
    signOutEverywhere: 'Cerrar todas las sesiones',
    pages: 'Páginas de esta campaña',
  },
  roles: { owner: 'Responsable', editor: 'Edición', viewer: 'Solo lectura' },
  signIn: {
    title: 'Iniciar sesión en la consola',
    lead: 'Para quienes organizan una carta. Escriba la dirección de correo que la campaña tiene de usted y le enviaremos un enlace. No hay contraseñas.',
    email: 'Su dirección de correo electrónico',
    button: 'Enviarme un enlace',
    problem: 'Hay un problema',
  },
  inbox: {
    title: 'Revise su correo',
    lead: 'Si la dirección es de quien organiza una carta, le hemos enviado un correo con un enlace. Debería llegar en un minuto.',
    missing: '¿No llega?',
    reasons: [
      'Mire en la carpeta de correo no deseado.',
      'La dirección debe ser la que figura en los ajustes de la campaña. Una persona responsable de la campaña se la puede decir.',
      'Cada dirección recibe como máximo cinco enlaces por hora. Use uno que ya tenga.',
    ],
    again: 'Pedir otro enlace',
  },
  link: {
    title: 'Iniciar sesión',
    lead: (email: string) => `Va a iniciar sesión como ${email}.`,
    button: 'Iniciar sesión',
    hint: 'La sesión dura como máximo siete días, y doce horas si no usa la consola.',
    another: 'Pedir un enlace nuevo',
  },
  notAllowed: {
    title: 'Su función no lo permite',
    detail: (role: string, needed: string) =>
      `Su función en esta campaña es «${role}». Para esto hace falta la función «${needed}». Pídalo a una persona responsable de la campaña.`,
  },
  campaigns: {
    title: 'Sus campañas',
    role: 'Su función',
    waiting: (n: number) =>
      n === 1 ? '1 firma espera su revisión' : `${number('es', n)} firmas esperan su revisión`,
    elsewhere: 'Sus sesiones',
    elsewhereHint: 'Cierra sus sesiones en todos los navegadores, también en este.',
  },
  overview: {
    back: 'Volver a la campaña',
  },
};
