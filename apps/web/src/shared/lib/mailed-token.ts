/**
 * The token of a mailed link: behind the #, which no browser sends to anybody. It leaves the address bar, and with it the history,
 * before anything is asked of anybody.
 */
const PATHS = ['/verify-email', '/reset-password', '/join'];

let taken: string | undefined;

const tokenIn = ({ pathname, hash, search }: Location): string | null =>
  PATHS.includes(pathname) ? (new URLSearchParams(hash.slice(1)).get('token') ?? new URLSearchParams(search).get('token')) : null;

export function takeMailedToken(location: Location = window.location, history: History = window.history): void {
  const token = tokenIn(location);
  if (token === null) return;
  taken = token;
  history.replaceState(history.state, '', location.pathname);
}

/** A second mail that is opened in the same tab changes no more than what is behind the #: the page begins anew with it. */
export function followMailedTokens(tab: Window = window): void {
  tab.addEventListener('hashchange', () => {
    if (tokenIn(tab.location) !== null) tab.location.reload();
  });
}

export const mailedToken = (): string | undefined => taken;
