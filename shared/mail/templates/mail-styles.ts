import type { Branding } from '../../campaign/branding.ts';
import { accentsOf, defaultColor } from '../../rendering/brand/brand-colors.ts';

export const serif = "Georgia, 'Times New Roman', serif";
const sans = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** The colors of a mail from the campaign's own, in light and in dark mode. */
export const mailColors = (branding: Branding | undefined) => accentsOf(branding?.color ?? defaultColor);

/** Inline styles, since many mail clients drop everything else. */
export const stylesFor = (branding: Branding | undefined) => {
  const { accent, onAccent } = mailColors(branding).light;
  return {
    body: 'margin:0;padding:0;background:#ffffff;color:#1d1c1a;-webkit-text-size-adjust:100%',
    mail: `max-width:36em;margin:0 auto;padding:24px 16px;background:#ffffff;color:#1d1c1a;font:16px/1.5 ${sans};overflow-wrap:anywhere;word-break:break-word`,
    heading: `margin:0 0 16px;font:bold 24px/1.25 ${serif}`,
    paragraph: 'margin:0 0 16px',
    facts: 'margin:0 0 16px;padding:12px 16px;background:#f0eee8;border-radius:4px',
    label: 'color:#57534b;font-size:14px;margin:0',
    value: 'margin:0 0 8px;font-weight:bold',
    lastValue: 'margin:0;font-weight:bold',
    button: `display:inline-block;padding:12px 22px;border-radius:5px;background:${accent};color:${onAccent};font-weight:bold;text-decoration:none`,
    link: `color:${accent}`,
    organizer: `margin:0 0 24px;padding:14px 0 0;border-top:4px solid ${accent};font:bold 18px/1.25 ${serif}`,
    command:
      'margin:0 0 16px;padding:12px 16px;background:#f0eee8;border-radius:4px;font-family:monospace;font-size:14px;white-space:pre-wrap',
    footer: 'margin:32px 0 0;padding:16px 0 0;border-top:1px solid #d8d3c8;color:#57534b;font-size:14px',
    small: 'margin:0 0 8px',
  };
};

export type MailStyles = ReturnType<typeof stylesFor>;
