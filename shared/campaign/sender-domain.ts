/**
 * Whether SES lets a stage send from an address: the domain of the address, or one above it, is one of the stage's.
 * https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html
 */
export function isSenderAddress(address: string, domains: readonly string[]): boolean {
  const domain = address.split('@').at(-1)?.toLowerCase() ?? '';
  return domains.some((known) => domain === known || domain.endsWith(`.${known}`));
}
