// Runs at CloudFront (runtime cloudfront-js-2.0) before every request to the API. Without it, the API would only see
// the address of CloudFront. A header of this name that the viewer sent is overwritten.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  request.headers['x-viewer-address'] = { value: event.viewer.ip };
  // What a mail program or a person left in a link: brackets, full stops, entities, a space and more words. No address
  // has such signs, and no address or token ends in a dot, a hyphen or an underscore. A route cannot end in a slash
  // either.
  request.uri = request.uri
    .replace(/^(\/.+\/)(?:%20|%C2%A0)+(?=[A-Za-z0-9])/i, '$1')
    .replace(/[^A-Za-z0-9._/-].*$/, '')
    .replace(/(.)[._/-]+$/, '$1');
  return request;
}
