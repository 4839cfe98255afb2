/** The section of docs/runbook.md about an item of the table that cannot be read. `item` is its partition and sort key. */
export const runbookSectionOf = (item: string | undefined): 'campaign-not-swept' | 'item-unreadable' =>
  /^CAMPAIGN#\S+ (SETTINGS|GATE)$/.test(item ?? '') ? 'campaign-not-swept' : 'item-unreadable';
