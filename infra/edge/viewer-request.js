// Runs at CloudFront (runtime cloudfront-js-2.0) before every request for a page; S3 has no index documents.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  const uri = request.uri;
  if (uri.endsWith('/')) {
    request.uri = `${uri}index.html`;
    return request;
  }
  // Only plain folders: a path with a dot is a file, and "//example.org" must not become a redirect to another site.
  if (/^(\/[A-Za-z0-9_-]+)+$/.test(uri)) {
    return {
      statusCode: 301,
      statusDescription: 'Moved Permanently',
      headers: { location: { value: `${uri}/` }, 'cache-control': { value: 'public, max-age=300' } },
    };
  }
  return request;
}
