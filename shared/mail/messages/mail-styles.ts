const serif = "Georgia, 'Times New Roman', serif";
const sans = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** Inline styles, since many mail clients drop everything else. */
export const styles = {
  body: 'margin:0;padding:0;background:#ffffff;color:#1d1c1a;-webkit-text-size-adjust:100%',
  mail: `max-width:36em;margin:0 auto;padding:24px 16px;background:#ffffff;color:#1d1c1a;font:16px/1.5 ${sans};overflow-wrap:anywhere;word-break:break-word`,
  heading: `margin:0 0 16px;font:bold 24px/1.25 ${serif}`,
  paragraph: 'margin:0 0 16px',
  facts: 'margin:0 0 16px;padding:12px 16px;background:#f0eee8;border-radius:4px',
  label: 'color:#57534b;font-size:14px;margin:0',
  value: 'margin:0 0 8px;font-weight:bold',
  lastValue: 'margin:0;font-weight:bold',
  button:
    'display:inline-block;padding:12px 22px;border-radius:5px;background:#14477a;color:#ffffff;font-weight:bold;text-decoration:none',
  link: 'color:#14477a',
  command:
    'margin:0 0 16px;padding:12px 16px;background:#f0eee8;border-radius:4px;font-family:monospace;font-size:14px;white-space:pre-wrap',
  footer: 'margin:32px 0 0;padding:16px 0 0;border-top:1px solid #d8d3c8;color:#57534b;font-size:14px',
  small: 'margin:0 0 8px',
} as const;
