import * as z from 'zod';
import { maxLogos } from '../campaign/logo.ts';
import { emailAddress, line, pictureFile, prose } from './fields.ts';
import { saying } from './issue-words.ts';
import type { KeyGuide } from './schema-mistakes.ts';

/** Checks of several keys run even if one of them is wrong, so that all mistakes are listed at once. */
const isGroup = ({ value }: { value: unknown }): boolean => typeof value === 'object' && value !== null;

const contact = z
  .strictObject({
    name: line(100),
    organization: line(200).optional(),
    phone: line(50).optional(),
    email: emailAddress.optional(),
  })
  .refine(({ phone, email }) => phone !== undefined || email !== undefined, {
    when: isGroup,
    ...saying((t) => t.values.noPhoneNoEmail),
  });

const quote = z
  .strictObject({
    text: prose(5000),
    attribution: line(500).optional(),
    lead: line(500).optional(),
    approved: z.boolean().default(false),
  })
  .refine(({ attribution, lead }) => (attribution === undefined) !== (lead === undefined), {
    when: isGroup,
    ...saying((t, value) => {
      const both = typeof value === 'object' && value !== null && 'attribution' in value && 'lead' in value;
      return t.values.attribution(both);
    }),
  });

const logo = z.strictObject({
  file: pictureFile('file: logo.svg'),
  alt: line(200),
  url: line(500)
    .refine(
      (url) => /^https?:\/\/[^\s{}]+$/i.test(url) && URL.canParse(url),
      saying((t) => t.values.notFullAddress),
    )
    .optional(),
});

/** Front matter of `release.md`. */
export const releaseFrontMatterSchema = z.strictObject({
  banner: line(200).optional(),
  headline: line(300),
  subheadline: line(300).optional(),
  dateline: line(100).optional(),
  contacts: z.array(contact).min(1).max(20),
  quotes: z.array(quote).max(50).default([]),
  about: z.array(prose(5000)).max(20).default([]),
  logos: z.array(logo).max(maxLogos).default([]),
});
export type ReleaseFrontMatter = z.output<typeof releaseFrontMatterSchema>;

export const releaseKeys: KeyGuide = {
  examples: {
    banner: 'banner: FOR IMMEDIATE RELEASE',
    headline: 'headline: "{{ organizations.count }} Organizations Urge the Harbor Commission to …"',
    subheadline: 'subheadline: One line more under the headline',
    dateline: 'dateline: Harbor City, N.Y.',
    contacts:
      'contacts: [{ name: Ana Ruiz, organization: Harbor Families, phone: "555-0142", email: ana@example.org }]',
    'contacts[]':
      '{ name: Ana Ruiz, organization: Harbor Families, phone: "555-0142", email: ana@example.org }',
    'contacts[].name': 'name: Ana Ruiz',
    'contacts[].organization': 'organization: Harbor Families',
    'contacts[].phone': 'phone: "555-0142"',
    'contacts[].email': 'email: ana@example.org',
    quotes: 'quotes: [{ text: "We …", attribution: "said Ana Ruiz.", approved: true }]',
    'quotes[]': '{ text: "We …", attribution: "said Ana Ruiz.", approved: true }',
    'quotes[].text': 'text: "We need these trees,"',
    'quotes[].attribution': 'attribution: "said Ana Ruiz, Director of Harbor Families."',
    'quotes[].lead': 'lead: "Ana Ruiz, Director of Harbor Families, said:"',
    'quotes[].approved': 'approved: true',
    about: 'about: ["The Shoreline Coalition is …"]',
    'about[]': 'about: ["The Shoreline Coalition is …"]',
    logos: 'logos: [{ file: logo.svg, alt: Shoreline Coalition, url: "https://example.org" }]',
    'logos[]': '{ file: logo.svg, alt: Shoreline Coalition, url: "https://example.org" }',
    'logos[].file': 'file: logo.svg',
    'logos[].alt': 'alt: Shoreline Coalition',
    'logos[].url': 'url: "https://example.org"',
  },
};

/** The keys that are read as Markdown. All others are printed as they are. */
export const releaseMarkdownKeys = ['quotes[].text', 'quotes[].attribution', 'quotes[].lead', 'about[]'];
