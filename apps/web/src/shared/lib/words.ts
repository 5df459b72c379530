/** Words as they are kept: each once, without blanks around; tags in lower case. */
export function withWords(held: readonly string[], typed: string, isTag: boolean): string[] {
  const words = typed
    .split(',')
    .map((word) => word.trim().replace(/^#/, ''))
    .filter(Boolean)
    .map((word) => (isTag ? word.toLowerCase() : word));
  return [...new Set([...held, ...words])];
}
