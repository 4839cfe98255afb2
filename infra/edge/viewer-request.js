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

// Corrects what mail programs and people add to a link: punctuation after it, a space, a second slash, a campaign's name
// in capitals.
function addressMeant(uri) {
  const path = uri.replace(
    /(?:[).,;:!?'*\]_]|&(?:gt|quot);?|%(?:20|22|27|29|3E|5D|7D|C2%A0|C2%BB|E2%80%99|E2%80%9D|E2%80%A6))+\/*$|\/{2,}$/i,
    '',
  );
  const isFolder = /^(?:\/[A-Za-z0-9_-]+)+\/*$/.test(path);
  const hasCapitals = /^\/[a-z0-9_-]*[A-Z]/.test(path);
  if (!isFolder || (path === uri && !hasCapitals)) return uri;
  return `${path.replace(/\/+$/, '')}/`.replace(/^\/[A-Za-z0-9_-]+/, (slug) => slug.toLowerCase());
}
