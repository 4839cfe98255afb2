import type { Language } from '../../shared/i18n/language.ts';
import type {
  Inline,
  LetterContent,
  LogoContent,
  ReleaseContent,
} from '../../shared/rendering/document/content.ts';
import { siteUrl } from './builders.ts';

const say = (text: string): Inline[] => [{ type: 'text', text }];
const link = (text: string, href: string): Inline => ({ type: 'link', href, children: say(text) });
const paragraph = (...children: Inline[]) => ({ type: 'paragraph' as const, children });

const letters: Record<Language, LetterContent> = {
  en: {
    language: 'en',
    date: 'December 2, 2026',
    recipient: [
      'The Honorable Marta Oakes',
      'Chair, Harbor Commission',
      '1 Commission Square',
      'Harbor City, NY 10999',
    ],
    subject: 'Keep the shoreline trees',
    body: [
      paragraph(...say('Dear Chair Oakes,')),
      paragraph(
        ...say(
          'The Commission’s draft plan would fell 340 plane trees and willows between Old Quay and Ferry Point. For the people who live there, these trees are ',
        ),
        { type: 'emphasis', children: say('the only shade within a mile') },
        ...say('. We write to ask the Commission to keep them.'),
      ),
      paragraph(...say('We ask for three things:')),
      {
        type: 'list',
        ordered: true,
        start: 1,
        items: [
          [paragraph(...say('No tree is felled before an independent arborist has looked at it.'))],
          [
            paragraph(
              ...say('The sea wall is planned around the trees, as '),
              link('the city’s own study', 'https://example.org/study'),
              ...say(' showed that it can be.'),
            ),
          ],
          [paragraph(...say('Residents sit at the table, with a vote, from now on.'))],
        ],
      },
      { type: 'heading', level: 2, children: say('Why it matters') },
      paragraph(
        ...say(
          'Last July, the pavement under the trees was 19 degrees cooler than the pavement without them. “We measured it with a kitchen thermometer,” a third-grader told us. The Commission has better instruments, and we trust that it will use them.',
        ),
      ),
      {
        type: 'quotation',
        children: [paragraph(...say('A tree that is sixty years old cannot be planted.'))],
      },
    ],
    closing: ['Respectfully,', 'the undersigned organizations'],
  },
  es: {
    language: 'es',
    date: '2 de diciembre de 2026',
    recipient: [
      'Honorable Marta Oakes',
      'Presidenta de la Comisión del Puerto',
      'Plaza de la Comisión, 1',
      'Harbor City, NY 10999',
    ],
    subject: 'Conserven los árboles de la ribera',
    body: [
      paragraph(...say('Estimada presidenta Oakes:')),
      paragraph(
        ...say(
          'El borrador del plan de la Comisión prevé talar 340 plátanos y sauces entre el Muelle Viejo y Punta Ferry. Para quienes viven allí, esos árboles son ',
        ),
        { type: 'emphasis', children: say('la única sombra en un kilómetro y medio') },
        ...say('. Le escribimos para pedir que la Comisión los conserve.'),
      ),
      { type: 'heading', level: 2, children: say('Por qué importa') },
      paragraph(
        ...say(
          'En julio pasado, el pavimento bajo los árboles estaba diez grados más fresco que el pavimento sin ellos. «Lo medimos con un termómetro de cocina», nos contó una alumna de tercer grado.',
        ),
      ),
    ],
    closing: ['Atentamente,', 'las organizaciones firmantes'],
  },
  fr: {
    language: 'fr',
    date: '2 décembre 2026',
    recipient: [
      'Madame Marta Oakes',
      'Présidente de la Commission du port',
      '1, place de la Commission',
      'Harbor City, NY 10999',
    ],
    subject: 'Gardez les arbres de la rive',
    body: [
      paragraph(...say('Madame la Présidente,')),
      paragraph(
        ...say(
          'Le projet de plan de la Commission prévoit d’abattre 340 platanes et saules entre le Vieux Quai et la Pointe du Bac. Pour les personnes qui y vivent, ces arbres sont ',
        ),
        { type: 'emphasis', children: say('la seule ombre à un kilomètre et demi') },
        ...say('. Nous vous écrivons pour demander à la Commission de les garder.'),
      ),
      { type: 'heading', level: 2, children: say('Pourquoi c’est important') },
      paragraph(
        ...say(
          'En juillet dernier, le trottoir sous les arbres était plus frais de dix degrés que le trottoir sans arbres. « Nous l’avons mesuré avec un thermomètre de cuisine », nous a dit une élève de troisième année.',
        ),
      ),
    ],
    closing: ['Veuillez recevoir nos salutations distinguées,', 'les organisations signataires'],
  },
};

const releases: Record<Language, ReleaseContent> = {
  en: {
    language: 'en',
    banner: 'FOR IMMEDIATE RELEASE',
    contacts: [
      {
        name: 'Ana Ruiz',
        organization: 'Harbor Families',
        phone: '(555) 555-0142',
        email: 'ana@example.org',
      },
      {
        name: 'Ben Okafor',
        organization: 'Dock Workers United',
        phone: '555-555-0177, ext. 4',
        email: 'ben@example.org',
      },
    ],
    date: 'December 2, 2026',
    headline: '171 Organizations Urge Harbor Commission to Keep the Shoreline Trees',
    subheadline: 'Plan would fell 340 trees along two miles of shore',
    body: [
      paragraph(
        ...say('Harbor City, N.Y. – Today, 171 organizations '),
        link('sent a letter', `${siteUrl}/harbor-trees/letter/`),
        ...say(' to the Harbor Commission, asking it to keep 340 trees that its draft plan would fell.'),
      ),
      paragraph(
        ...say('The full letter can be read '),
        link('here', `${siteUrl}/harbor-trees/letter/`),
        ...say(' and has been signed on to by over 170 organizations from across the country.'),
      ),
    ],
    quotes: [
      {
        paragraphs: [
          say(
            '“My children walk to school in the shade of these trees. Nobody asked us before drawing a line through them,”',
          ),
        ],
        attribution: say('said Ana Ruiz, Director of Harbor Families'),
      },
      {
        paragraphs: [say('“We unload ships in ninety-degree heat. The trees are our break room.”')],
        lead: say('Ben Okafor, Organizer, Dock Workers United, said:'),
      },
      {
        paragraphs: [
          say('“A sea wall and a row of trees can share a shore. I have seen it done in three cities.'),
          say('“It takes a better drawing, not more money,”'),
        ],
        attribution: say(
          'said Councilmember José Ibáñez, chair of the Parks Committee and member of the Harbor Board',
        ),
      },
    ],
    about: [
      [
        { type: 'strong', children: say('The Shoreline Coalition (SC)') },
        ...say(' is an alliance of neighbors, unions and congregations along the harbor. Visit '),
        link('example.org', 'https://example.org'),
        ...say('.'),
      ],
      say('Harbor Families is a group of 900 households that has run the quay’s summer school since 1998.'),
    ],
  },
  es: {
    language: 'es',
    banner: 'PARA PUBLICACIÓN INMEDIATA',
    contacts: [
      {
        name: 'Ana Ruiz',
        organization: 'Familias del Puerto',
        phone: '(555) 555-0142',
        email: 'ana@example.org',
      },
    ],
    date: '2 de diciembre de 2026',
    headline: '171 organizaciones piden a la Comisión del Puerto que conserve los árboles de la ribera',
    body: [
      paragraph(
        ...say('Harbor City, N. Y. – Hoy, 171 organizaciones '),
        link('enviaron una carta', `${siteUrl}/harbor-trees/letter/`),
        ...say(
          ' a la Comisión del Puerto para pedirle que conserve 340 árboles que su borrador prevé talar.',
        ),
      ),
    ],
    quotes: [
      {
        paragraphs: [say('«Mis hijos caminan a la escuela a la sombra de estos árboles»,')],
        attribution: say('dijo Ana Ruiz, directora de Familias del Puerto'),
      },
    ],
    about: [say('La Coalición de la Ribera reúne a vecinos, sindicatos y parroquias del puerto.')],
  },
  fr: {
    language: 'fr',
    banner: 'POUR PUBLICATION IMMÉDIATE',
    contacts: [
      {
        name: 'Ana Ruiz',
        organization: 'Familles du port',
        phone: '(555) 555-0142',
        email: 'ana@example.org',
      },
    ],
    date: '2 décembre 2026',
    headline: '171 organisations demandent à la Commission du port de garder les arbres de la rive',
    body: [
      paragraph(
        ...say('Harbor City (New York) – Aujourd’hui, 171 organisations '),
        link('ont envoyé une lettre', `${siteUrl}/harbor-trees/letter/`),
        ...say(
          ' à la Commission du port pour lui demander de garder 340 arbres que son projet prévoit d’abattre.',
        ),
      ),
    ],
    quotes: [
      {
        paragraphs: [say('« Mes enfants vont à l’école à l’ombre de ces arbres »,')],
        attribution: say('a dit Ana Ruiz, directrice de Familles du port'),
      },
    ],
    about: [say('La Coalition de la rive réunit des voisins, des syndicats et des paroisses du port.')],
  },
};

/** A letter with the full anatomy of one: date, recipient, subject, body with a list and a heading, closing. */
export const aLetter = (
  overrides: Partial<LetterContent> = {},
  language: Language = 'en',
): LetterContent => ({
  ...letters[language],
  ...overrides,
});

/** A release with two contacts, a counted headline, quotes of differing attribution, two "about" paragraphs. */
/** A logo of one pixel, shown in the size of a real one. */
export const aLogo = (overrides: Partial<LogoContent> = {}): LogoContent => ({
  file: 'logo.svg',
  name: '0123456789abcdef0123.png',
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  width: 188,
  height: 64,
  alt: 'Shoreline Coalition',
  language: 'en',
  ...overrides,
});

export const aRelease = (
  overrides: Partial<ReleaseContent> = {},
  language: Language = 'en',
): ReleaseContent => ({
  ...releases[language],
  ...overrides,
});
