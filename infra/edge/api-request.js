// Runs at CloudFront (runtime cloudfront-js-2.0) before every request for the API, which else sees CloudFront's address only.
// The header is CloudFront's own: whatever the viewer sent under its name is written over.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  request.headers['x-viewer-address'] = { value: event.viewer.ip };
  return request;
}
