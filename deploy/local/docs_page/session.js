// Who is signed in on this page. The tokens live in its memory, so they hold over all definitions and end with the page.
const session = { tokens: null, since: 0, changed: () => {} };

const json = { 'Content-Type': 'application/json' };

session.post = async (path, body, headers = json) => {
  const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.ok) return answer.status === 204 ? null : answer.json();
  const problem = await answer.json().catch(() => ({}));
  throw new Error(problem.detail || `The server answered ${answer.status}.`);
};

session.keep = (tokens) => {
  session.tokens = tokens;
  session.since = Date.now();
  session.changed(tokens);
};

// Who belongs to several companies is signed in to the one that is named first.
session.signIn = async (email, password) => {
  const answer = await fetch('/api/v1/auth/login', { method: 'POST', headers: json, body: JSON.stringify({ email, password }) });
  const body = await answer.json();
  if (answer.ok) return session.keep(body);
  if (body.code !== 'tenant_required') throw new Error(body.detail || `The server answered ${answer.status}.`);
  const { tenantId } = body.tenants[0];
  return session.keep(await session.post('/api/v1/auth/login', { email, password, tenantId }));
};

session.signOut = async () => {
  const { accessToken } = session.tokens;
  session.keep(null);
  await fetch('/api/v1/auth/logout', { method: 'POST', headers: { Authorization: `Bearer ${accessToken}` } });
};

// A good access token, or null. One that is about to end is traded in first; callers at the same time share the trade.
session.token = async () => {
  if (!session.tokens) return null;
  const left = session.tokens.expiresIn * 1000 - (Date.now() - session.since);
  if (left < 30_000) {
    const { refreshToken } = session.tokens;
    session.trade ??= session.post('/api/v1/auth/refresh', { refreshToken })
      .then(session.keep, () => session.keep(null))
      .finally(() => { session.trade = null; });
    await session.trade;
  }
  return session.tokens?.accessToken ?? null;
};
