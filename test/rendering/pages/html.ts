/** The text of an HTML document as a reader gets it, without head, script and markup. */
export const visibleText = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>|<script>.*?<\/script>/gs, ' ')
    .replace(/<\/?(a|bdi|code|em|strong)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

/** Text as it must stand in HTML. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
