/* global console, fetch */
// verify.mjs: reads { url, person, several, pacts } and asks the running services what the pacts say. Each state is made by calls of
// the API.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { env, exit, stdin } from 'node:process';
import { json } from 'node:stream/consumers';

const { Verifier } = createRequire(join(env.MRBILL_PACT, 'package.json'))('@pact-foundation/pact');
const { url, person, several, pacts } = await json(stdin);

async function call(method, path, body, headers = {}) {
  const type = typeof body === 'string' ? 'text/csv' : 'application/json';
  const sent = typeof body === 'string' ? body : body && JSON.stringify(body);
  const answer = await fetch(`${url}${path}`, {
    method,
    body: sent,
    headers: { Authorization: `Bearer ${person.token}`, 'Content-Type': type, ...headers },
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
}

const credentials = ({ email, password }) => ({ email, password });
const aPoc = async () => {
  const { pocId, version } = await call('POST', '/api/v1/pocs', { name: 'kafka-to-sse', language: 'Go', tags: ['events'] });
  return { pocId, version };
};

const STATES = {
  'a person': async () => ({}),
  'a person of one company': async () => credentials(person),
  'a person of two companies': async () => credentials(several),
  'a person with POCs': aPoc,
  'a POC about kafka': aPoc,
  'a POC that was changed since': async () => {
    const poc = await aPoc();
    await call('PATCH', `/api/v1/pocs/${poc.pocId}`, { name: 'theirs' }, { 'If-Match': `"${poc.version}"` });
    return poc;
  },
  'an import': async () => call('POST', '/api/v1/pocs/imports', 'name,repositoryUrl\na,https://code.example/a\n'),
  'a saved search': async () => call('POST', '/api/v1/pocs/searches', { name: `Streams ${randomUUID()}`, query: { search: 'kafka' } }),
  'a film that was asked for': async () => call('POST', '/api/v1/content/videos', { title: `My year ${randomUUID()}` }),
  'a report that was asked for': async () => call('POST', '/api/v1/content/reports', { title: `My year ${randomUUID()}` }),
};

const asThem = (request, _, next) => {
  if (request.headers.authorization) request.headers.authorization = `Bearer ${person.token}`;
  next();
};

try {
  for (const [provider, pact] of Object.entries(pacts)) {
    console.log(`${provider}: ${pact}`);
    await new Verifier({
      provider,
      providerBaseUrl: url,
      pactUrls: [pact],
      stateHandlers: STATES,
      requestFilter: asThem,
      logLevel: 'error',
      timeout: 30_000,
    }).verifyProvider();
  }
} catch (error) {
  console.error(`${error}`);
  exit(1);
}
