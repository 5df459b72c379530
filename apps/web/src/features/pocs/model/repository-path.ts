/** What is an address of a repository, and the path in it. */

/** The path of an http(s), ssh or scp-like (`git@host:team/repo`) address; undefined for what is none. */
export function pathOf(address: string): string | undefined {
  const scp = /^[\w.+-]+@[\w.-]+:(?!\/\/)(?<path>[^\s]+)$/.exec(address);
  if (scp?.groups) return scp.groups.path;
  if (!/^(?:https?|ssh|git):\/\/[^\s]+$/i.test(address)) return undefined;
  return address.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/, '');
}

export const isAddress = (text: string): boolean => pathOf(text.trim()) !== undefined;
