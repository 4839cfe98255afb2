// Runs at CloudFront (runtime cloudfront-js-2.0) before every request for a page; S3 has no index documents.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  const meant = addressMeant(request.uri);
  if (meant !== request.uri) return movedTo(meant, request.querystring);
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  return request;
}

// With the parameters: `?source=` says which link brought a signer.
function movedTo(path, querystring) {
  const parameters = Object.keys(querystring || {}).map((name) => `${name}=${querystring[name].value}`);
  const location = parameters.length > 0 ? `${path}?${parameters.join('&')}` : path;
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: location }, 'cache-control': { value: 'public, max-age=300' } },
  };
}

// Addresses of pages and files have letters, digits, hyphens, underscores and slashes, and one dot before a file's
// kind. Whatever else stands there was left by a mail program or a person: a bracket, a space and more words, an
// entity. All from there on is taken off. Capitals, double slashes and a page's "index.html" are corrected, and a page
// gets its slash.
function addressMeant(uri) {
  if (/^\/(?:api|assets|console)\/|[ \\]/.test(uri)) return uri;
  const path = uri
    .replace(/%2D/gi, '-')
    .replace(/%2E/gi, '.')
    .replace(/%2F/gi, '/')
    .replace(/%5F/gi, '_')
    .replace(/^\/(?:%20|%C2%A0)+/i, '/');
  const folders = /^(?:\/[A-Za-z0-9_-]*)*/.exec(path)[0];
  // Rebuilt from its parts, so that "//example.org" does not become a redirect to another site.
  const page = folders
    .split('/')
    .map((folder) => folder.replace(/[_-]+$/, ''))
    .filter((folder) => folder !== '')
    .map((folder) => `/${folder.toLowerCase()}`)
    .join('');
  const kind = /^\.([a-z0-9]+)/i.exec(path.slice(folders.length));
  if (kind === null) return page === '' ? uri : `${page}/`;
  if (/^html?$/i.test(kind[1])) return `${page.replace(/\/index$/, '')}/`;
  const isFile = /^(?:pdf|txt|json|csv|png|svg|js)$/i.test(kind[1]) && /^\/[^/]+\//.test(page);
  return isFile ? page + kind[0].toLowerCase() : uri;
}
