/** Maximum size of a body with a campaign's files. A form sends an accented letter in six bytes. */
export const maxFolderBytes = 4_000_000;
