/** The token of a mailed link: it leaves the address bar, and with it the history, before anything is asked of anybody. */
const PATHS = ['/verify-email', '/reset-password', '/join'];

let taken: string | undefined;

export function takeMailedToken(location: Location = window.location, history: History = window.history): void {
  if (!PATHS.includes(location.pathname)) return;
  const parameters = new URLSearchParams(location.search);
  const token = parameters.get('token');
  if (token === null) return;
  taken = token;
  history.replaceState(history.state, '', location.pathname);
}

export const mailedToken = (): string | undefined => taken;
