/** CloudFront's path patterns: `*` is any number of characters, `?` is one. The leading slash is optional. */
export function pathPattern(pattern: string): (path: string) => boolean {
  const source = pattern
    .replace(/^\/?/, '/')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  const expression = new RegExp(`^${source}$`);
  return (path) => expression.test(path);
}
