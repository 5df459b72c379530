import { describe, expect, it } from 'vitest';
import { authApi } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import { JSON_TYPE, PROBLEM, SIGNED_IN, asking, refused } from './consumer';
import { between, eachLike, fromProviderState, integer, like, regex, uuid } from './library';

const interaction = between('auth');
const { logIn, getMe, updateMe } = authApi.endpoints;
const PASSWORD = fromProviderState('${password}', 'a long enough sentence');
const credentials = (email: string) => ({ email: fromProviderState('${email}', email), password: PASSWORD });

describe('auth', () => {
  it('signs in who knows the password', async () => {
    const asked = { email: 'ana@example.org', password: 'a long enough sentence' };
    await interaction()
      .given('a person of one company')
      .uponReceiving('a sign-in')
      .withRequest('POST', '/api/v1/auth/login', (question) =>
        question.headers({ 'X-Session-Transport': 'cookie' }).jsonBody(credentials(asked.email)),
      )
      .willRespondWith(200, (answer) =>
        answer.headers(JSON_TYPE).jsonBody({
          accessToken: like('eyJ.eyJ.sig'),
          expiresIn: integer(600),
          userId: uuid(),
          tenantId: uuid(),
          role: regex(/^(OWNER|ADMIN|USER)$/, 'OWNER'),
        }),
      )
      .executeTest(async ({ url }) => {
        const answer = await asking(url)
          .dispatch(logIn.initiate({ logInRequest: asked }))
          .unwrap();
        expect(answer).toMatchObject({ accessToken: 'eyJ.eyJ.sig', expiresIn: 600 });
      });
  });

  it('says of a wrong password no more than that', async () => {
    const asked = { email: 'ana@example.org', password: 'not the one it is' };
    await interaction()
      .given('a person of one company')
      .uponReceiving('a sign-in with a wrong password')
      .withRequest('POST', '/api/v1/auth/login', (question) =>
        question.jsonBody({ email: fromProviderState('${email}', asked.email), password: asked.password }),
      )
      .willRespondWith(401, (answer) => answer.headers(PROBLEM).jsonBody(refused('invalid_credentials')))
      .executeTest(async ({ url }) => {
        const { error } = await asking(url).dispatch(logIn.initiate({ logInRequest: asked }));
        expect(asFailure(error)).toMatchObject({ status: 401, code: 'invalid_credentials', detail: 'Why.' });
      });
  });

  it('lets who belongs to several companies choose', async () => {
    const asked = { email: 'bia@example.org', password: 'a long enough sentence' };
    await interaction()
      .given('a person of two companies')
      .uponReceiving('a sign-in without a company')
      .withRequest('POST', '/api/v1/auth/login', (question) => question.jsonBody(credentials(asked.email)))
      .willRespondWith(400, (answer) =>
        answer
          .headers(PROBLEM)
          .jsonBody(refused('tenant_required', { tenants: eachLike({ tenantId: uuid(), companyName: like('Company A') }) })),
      )
      .executeTest(async ({ url }) => {
        const { error } = await asking(url).dispatch(logIn.initiate({ logInRequest: asked }));
        expect(asFailure(error).more.tenants).toMatchObject([{ companyName: 'Company A' }]);
      });
  });

  it('tells who is signed in', async () => {
    await interaction()
      .given('a person of one company')
      .uponReceiving('the question who is signed in')
      .withRequest('GET', '/api/v1/users/me', (question) => question.headers(SIGNED_IN))
      .willRespondWith(200, (answer) =>
        answer.headers(JSON_TYPE).jsonBody({
          fullName: like('Ana Souza'),
          companyName: like('Curious Code'),
          locale: regex(/^(en|pt-BR)$/, 'en'),
          timeZone: like('America/Sao_Paulo'),
          tenantId: uuid(),
          version: integer(1),
          memberships: eachLike({ tenantId: uuid(), companyName: like('Curious Code') }),
        }),
      )
      .executeTest(async ({ url }) => {
        expect(await asking(url).dispatch(getMe.initiate({})).unwrap()).toMatchObject({ fullName: 'Ana Souza', version: 1 });
      });
  });

  it('does not overwrite what was changed meanwhile', async () => {
    await interaction()
      .given('a person of one company')
      .uponReceiving('a change of a profile that has changed since')
      .withRequest('PATCH', '/api/v1/users/me', (question) =>
        question.headers({ ...SIGNED_IN, 'If-Match': '"999"' }).jsonBody({ fullName: 'Ana Maria' }),
      )
      .willRespondWith(412, (answer) => answer.headers(PROBLEM).jsonBody(refused('stale')))
      .executeTest(async ({ url }) => {
        const { error } = await asking(url).dispatch(updateMe.initiate({ 'If-Match': '"999"', mePatch: { fullName: 'Ana Maria' } }));
        expect(asFailure(error)).toMatchObject({ status: 412, code: 'stale' });
      });
  });
});
