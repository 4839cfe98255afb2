// Runs at CloudFront (runtime cloudfront-js-2.0) before every answer with a page. A page that was taken down has a mark
// in its object's metadata: its answer is 410 Gone, with the object's own few words for a body.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const response = event.response;
  const isGone = response.headers['x-amz-meta-gone'] !== undefined;
  delete response.headers['x-amz-meta-gone'];
  delete response.headers['x-amz-meta-digest'];
  // Plain files are for copying and for programs; search engines are to lead to the pages, if anywhere.
  if (/\.(txt|csv|json|pdf)$/.test(event.request.uri))
    response.headers['x-robots-tag'] = { value: 'noindex' };
  // 304 stays: whoever has the page has it as gone.
  if (isGone && (response.statusCode === 200 || response.statusCode === 206)) {
    response.statusCode = 410;
    response.statusDescription = 'Gone';
  }
  return response;
}
