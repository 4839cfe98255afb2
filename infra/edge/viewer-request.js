// Runs at CloudFront (runtime cloudfront-js-2.0) before every request for a page; S3 has no index documents.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  const uri = request.uri;
  const meant = addressMeant(uri);
  if (meant !== uri) return movedTo(meant);
  if (uri.endsWith('/')) {
    request.uri = `${uri}index.html`;
    return request;
  }
  // Only plain folders. A path with a dot is a file, and "//example.org" must not become a redirect to another site.
  if (/^(\/[A-Za-z0-9_-]+)+$/.test(uri)) return movedTo(`${uri}/`);
  return request;
}

function movedTo(path) {
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: path }, 'cache-control': { value: 'public, max-age=300' } },
  };
}

// What mail programs and people leave behind a link: punctuation, quotation marks, brackets, spaces, entities, slashes.
const leftBehind =
  /(?:[).,;:!?'"*\]}>|_-]|&(?:gt|lt|quot|nbsp|amp|rsquo|rdquo);?|%(?:09|0A|0D|20|22|27|28|29|3C|3E|5C|5D|60|7C|7D|C2%A0|C2%AB|C2%BB|E2%80%(?:8B|8E|8F|93|94|98|99|9C|9D|A6)|E3%80%8[12]|EF%BC%(?:89|8C|8E)))+\/*$|\/{2,}$/i;

// Corrects that, what follows a "<", and capitals in the address of a page or of a file that a campaign has.
function addressMeant(uri) {
  if (/^\/(?:api|assets|console)\//.test(uri)) return uri;
  const path = uri.replace(/(?:<|%3C).*$/i, '').replace(leftBehind, '');
  if (/^(?:\/[A-Za-z0-9_-]+)+\/*$/.test(path)) return `${path.replace(/\/+$/, '')}/`.toLowerCase();
  const file = path.replace(/\/$/, '');
  return /^(?:\/[A-Za-z0-9_-]+)+\.(?:pdf|txt|json|csv|png|svg|js)$/i.test(file) ? file.toLowerCase() : uri;
}
