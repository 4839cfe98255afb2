import { number, numberWithNoun } from '../formats.ts';
import type { ConsoleCatalog } from './texts.ts';

const mistakes = (n: number): string => numberWithNoun('fr', n, { one: 'erreur', other: 'erreurs' });

/** What the console says in French on the pages about a campaign's files. */
export const consoleFolderFr: ConsoleCatalog['texts'] = {
  title: 'Textes et paramètres',
  lead: 'Voici les fichiers de la campagne. « Vérifier » montre les erreurs et ce qui changerait. Rien ne change avant « Appliquer ».',
  readOnly:
    'Vous pouvez lire ces fichiers. Les rôles « Rédaction » et « Responsable » permettent de les modifier.',
  editorHint:
    'Avec le rôle « Rédaction », vous pouvez modifier la lettre, le communiqué de presse, les traductions et le résumé. Tout le reste demande le rôle « Responsable ».',
  files: {
    'campaign.yaml': 'Paramètres',
    'letter.md': 'Lettre',
    'release.md': 'Communiqué de presse',
    'press-list.csv': 'Liste de presse',
    'invited.csv': 'Organisations invitées',
  },
  translated: (file, language) => `${file} en ${language}`,
  empty: 'Ce fichier n’existe pas encore. Il est créé quand vous écrivez quelque chose ici.',
  check: 'Vérifier',
  apply: 'Appliquer',
  applied: { updated: 'Vos modifications sont appliquées.', unchanged: 'Rien n’a été modifié.' },
  refused: 'Rien n’a été modifié',
  mistakes: (n) => `${mistakes(n)}. Rien n’a été modifié.`,
  mistakesIn: (file, n) => `${file} : ${mistakes(n)}`,
  line: (n) => `Ligne ${number('fr', n)}`,
  noMistakes: 'Il n’y a pas d’erreur.',
  notes: 'À noter',
  changes: 'Ce qui changerait',
  noChanges: 'Rien ne changerait : c’est l’état actuel.',
  from: 'Avant',
  to: 'Après',
  nothing: 'rien',
  added: 'Ajouté',
  removed: 'Enlevé',
  pressChanges: (added, changed, removed) =>
    `Liste de presse. Ajouts : ${number('fr', added)}. Modifications : ${number('fr', changed)}. Retraits : ${number('fr', removed)}.`,
  invitedChanges: (added, changed, removed) =>
    `Organisations invitées. Ajouts : ${number('fr', added)}. Modifications : ${number('fr', changed)}. Retraits : ${number('fr', removed)}.`,
  ownersOnly: (keys) => `Seul le rôle « Responsable » permet de modifier ceci : ${keys}.`,
  follows: {
    title: 'Ce qui suit',
    asks: (n) =>
      `L’accord de ${numberWithNoun('fr', n, { one: 'signataire', other: 'signataires' })} est redemandé par courriel. D’ici là, leurs signatures ne comptent pas et ne figurent pas sur la liste.`,
    mailsLetter: (to) =>
      `La lettre est envoyée de nouveau à ${to}. Ensuite, la liste de presse et les signataires reçoivent leurs courriels.`,
  },
  signed: {
    title: 'Des personnes ont signé cette lettre',
    lead: 'Dites ce que votre modification change pour elles.',
    editorial: 'Elle améliore seulement la formulation. Pourquoi ? Le journal garde le motif.',
    askAgain: 'Elle dit autre chose. Redemander l’accord de tous par courriel.',
  },
  outcomes: {
    'letter-is-signed':
      'Des personnes ont signé la lettre, ou l’ont reçue pour la signer. Donnez un motif si la modification améliore seulement la formulation (« editorial »), ou redemandez l’accord de tous (« askAgain »).',
    'texts-are-frozen':
      'La publication a commencé. La lettre et le communiqué de presse ne peuvent donc plus changer, ni le titre, la langue, le fuseau horaire et les seuils. Après la publication, publiez une correction.',
    importing: 'Une importation n’est pas terminée. Refaites-la d’abord avec le même fichier.',
    closed:
      'La collecte est close, et personne ne pourrait accepter la lettre modifiée. Donnez d’abord à « closes » une heure plus tardive.',
  },
  appliedBy: (who, when) => `${who} a appliqué une autre version le ${when}.`,
  appliedMeanwhile: 'Quelqu’un a appliqué une autre version entre-temps.',
  keptAsTyped:
    'Ce que vous avez écrit est gardé ci-dessous, et rien n’a été appliqué. Voyez ce que cela changerait maintenant. Appliqué tel quel, votre texte annule ce que l’autre personne a modifié.',
  preview: {
    title: 'Tel que ce serait publié maintenant',
    lead: 'Avec les signatures qui comptent maintenant. Personne d’autre ne voit ces aperçus.',
    page: 'Page',
    letter: 'La lettre',
    release: 'Le communiqué',
    text: 'Texte',
    pdf: 'PDF',
    mails: 'Courriels',
    typed: 'Aperçu',
    typedPdf: 'Aperçu en PDF',
    mail: {
      confirm: 'Lien de confirmation',
      reminder: 'Rappel',
      signed: 'Merci de votre signature',
      published: 'Publiée, aux signataires',
      release: 'À la liste de presse',
      'notice-published': 'Publiée, à l’équipe organisatrice',
      letter: 'La lettre à son destinataire',
      supplement: 'La lettre mise à jour à son destinataire',
    },
  },
  noPreview: 'Il n’y a pas d’aperçu',
  previewTooLarge: (slug) =>
    `Il est trop volumineux pour le navigateur. Créez-le dans un terminal : campaign preview ${slug} --live --out preview`,
  quotes: {
    title: 'Citations',
    lead: 'La lettre n’est publiée que lorsque toutes les citations sont approuvées. Approuvez une citation quand la personne citée a accepté ces mots.',
    approved: 'Approuvée',
    notApproved: 'Pas encore approuvée',
    approve: 'Approuver',
    takeBack: 'Annuler l’approbation',
    nth: (file, n) => `${file}, citation ${number('fr', n)}`,
  },
  correction: {
    title: 'Publier une correction',
    noteWrong: 'Dites ce qui était inexact, en 1 000 caractères au plus.',
    done: 'La correction est publiée. Les pages l’affichent d’ici une minute.',
    lead: 'Corrigez la lettre et le communiqué de presse ci-dessus. Le premier texte reste lisible. Votre note figure au-dessus du texte corrigé.',
    note: 'Ce qui était inexact, en une phrase',
    button: 'Publier cette correction',
    follows: (n) =>
      `La correction et sa note sont publiées maintenant, et ${numberWithNoun('fr', n, { one: 'contact de presse qui a reçu le communiqué de presse reçoit un courriel', other: 'contacts de presse qui ont reçu le communiqué de presse reçoivent un courriel chacun' })}. C’est irréversible.`,
    refused: {
      unchanged: 'La lettre et le communiqué de presse sont tels qu’ils sont publiés. Modifiez-les d’abord.',
      'quotes-not-approved':
        'Toutes les citations du communiqué de presse ne sont pas approuvées dans chaque langue.',
      'other-language': 'La campagne a été publiée dans une autre langue. Annulez le changement de langue.',
      'too-large':
        'Les textes dans toutes les langues et les images sont trop volumineux pour une correction. La limite est de 400 Ko.',
      'changed-meanwhile':
        'Quelqu’un d’autre vient de modifier la campagne. Regardez-la de nouveau, puis décidez.',
      'not-published': 'La lettre n’est pas publiée. D’ici là, appliquez les modifications de ses textes.',
      'taken-down': 'La lettre a été retirée.',
    },
  },
  tooLarge: {
    title: 'Les fichiers sont trop volumineux',
    detail: 'Tous les fichiers ensemble peuvent faire 4 Mo. Rien n’a été modifié.',
  },
};
