// Runs at CloudFront (runtime cloudfront-js-2.0) before every answer with a page. The object of a page that was taken
// down is marked in its metadata: the answer is 410 Gone, with the object's short text as its body. One that is there
// no longer, and may come back, is marked otherwise: 404.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const response = event.response;
  const isGone = response.headers['x-amz-meta-gone'] !== undefined;
  const isMissing = response.headers['x-amz-meta-missing'] !== undefined;
  delete response.headers['x-amz-meta-gone'];
  delete response.headers['x-amz-meta-missing'];
  delete response.headers['x-amz-meta-digest'];
  // Search engines should show the pages, not the plain files next to them.
  if (/\.(txt|csv|json|pdf)$/.test(event.request.uri))
    response.headers['x-robots-tag'] = { value: 'noindex' };
  // A 304 is not changed, because the browser already has the text that says the page is gone.
  if (isGone && (response.statusCode === 200 || response.statusCode === 206)) {
    response.statusCode = 410;
    response.statusDescription = 'Gone';
  } else if (isMissing && (response.statusCode === 200 || response.statusCode === 206)) {
    response.statusCode = 404;
    response.statusDescription = 'Not Found';
  }
  return response;
}
