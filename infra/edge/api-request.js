// Runs at CloudFront (runtime cloudfront-js-2.0) before every request to the API. Without it, the API would only see
// the address of CloudFront. A header of this name that the viewer sent is overwritten.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  request.headers['x-viewer-address'] = { value: event.viewer.ip };
  // A route of API Gateway cannot end in a slash, but people type one.
  if (request.uri.startsWith('/console/')) request.uri = request.uri.replace(/\/$/, '');
  // A mail program may add a bracket or a full stop to a link, escaped or not. No token ends in one.
  if (/^\/(api\/(sign-ons|unsubscribe)|console\/sign-in)\/./.test(request.uri))
    request.uri = request.uri.replace(/(%[0-9A-Fa-f]{2}|[^A-Za-z0-9_-])+$/, '');
  return request;
}
