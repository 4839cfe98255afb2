/** Bytes of a body with a campaign's files: in a form, a letter with an accent takes six. */
export const maxFolderBytes = 4_000_000;
