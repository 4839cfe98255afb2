import { folderFiles } from '../../campaign-folder/write-folder.ts';
import type { StoredCampaign } from './stored-campaign.ts';

/** The folder's text files as they stand, by name. Whoever was taken off the press list, or erased, is not in it. */
export const storedFolder = (stored: StoredCampaign): Map<string, string> =>
  folderFiles({ ...stored, press: stored.press.filter(({ email }) => email !== '') });

/** Names what stands: it changes with every `apply`. */
export const folderVersion = ({ appliedId }: Pick<StoredCampaign, 'appliedId'>): string =>
  appliedId ?? 'none';
