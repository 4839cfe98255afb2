import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Campaign } from '../shared/campaign/campaign.ts';
import { isSenderAddress } from '../shared/campaign/sender-domain.ts';
import { readYaml } from '../shared/campaign-folder/yaml-source.ts';
import { Refusal } from './refusal.ts';
import type { Stack } from './stack.ts';

/**
 * Refuses a campaign whose emails the stage could not send, because SES does not let it send from that address.
 *
 * @throws Refusal that names the line of `sender.address` and the domains of the stage
 */
export async function checkSender(
  folder: string,
  { settings }: Campaign,
  { senderDomains }: Pick<Stack, 'senderDomains'>,
): Promise<void> {
  const { address } = settings.sender;
  if (senderDomains === undefined || isSenderAddress(address, senderDomains)) return;
  const file = 'campaign.yaml';
  const text = await readFile(join(folder, file), 'utf8');
  const domains = senderDomains.join(' or ');
  throw new Refusal({
    type: '/problems/invalid',
    title: 'This stage cannot send from this address',
    status: 422,
    detail: `The campaign cannot send email from ${address}. Nothing was changed.`,
    errors: [
      {
        file,
        line: readYaml(file, text).lineOf(['sender', 'address']),
        key: 'sender.address',
        message: `sender.address must be an address at ${domains}, the mail domain of this stage. SES refuses every other sender.`,
        cure: `Write an address at ${domains}, and put ${address} into sender.replyTo to get the replies there. To send from another domain, add it to mail.domains of the stage and deploy the stage (docs/deploy.md).`,
      },
    ],
  });
}
