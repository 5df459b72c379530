/**
 * Signed links to files run out and are signed anew: the same file has another address every quarter of an hour. What shows the file keeps
 * the address it began with, or a film would begin again and pictures would blink with each answer.
 */
const fileOf = (link: string): string => link.split('?', 1)[0] ?? link;

export const isSameFile = (one: string, other: string): boolean => fileOf(one) === fileOf(other);

/** The address to go on with: the one that is held, as long as it is the same file. */
export function heldLink(held: string | null, fresh: string | null): string | null {
  return held !== null && fresh !== null && isSameFile(held, fresh) ? held : fresh;
}
