/** A short letter and release for tests that need real sources. The sample campaign has long ones. */

export const letterSource = `---
recipient:
  - Harbor Commission
  - 1 Pier Road, Harbor City
subject: Keep the shoreline trees
closing:
  - Sincerely,
---
We, the undersigned, ask the Commission to keep the shoreline trees.

They shade **forty** homes.
`;

export const releaseSource = `---
banner: FOR IMMEDIATE RELEASE
headline: "{{ organizations.count }} Organizations Urge Harbor Commission to Keep the Trees"
dateline: Harbor City, N.Y.
contacts:
  - { name: Ana Ruiz, organization: Harbor Families, phone: 555-0100, email: ana@example.org }
quotes:
  - { text: The trees are ours., attribution: "said Ana Ruiz, Director of Harbor Families", approved: true }
about:
  - The Shoreline Coalition is a group of neighbors.
---
Today {{ organizations.count | over: 10 }} organizations [sent a letter]({{ letter.url }}).
`;
