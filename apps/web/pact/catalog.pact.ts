import { describe, expect, it } from 'vitest';
import { catalogApi } from '@/generated/catalog';
import { asFailure } from '@/shared/api/failure';
import { JSON_TYPE, PROBLEM, SIGNED_IN, asking, refused } from './consumer';
import { between, boolean, eachLike, fromProviderState, integer, like, regex, uuid } from './library';

const interaction = between('catalog');
const { listPocs, getPocFacets, createPoc, updatePoc, deletePoc, changePocs, getImport, listSavedSearches } = catalogApi.endpoints;
const ID = '0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e12';
const POC_PATH = fromProviderState('/api/v1/pocs/${pocId}', `/api/v1/pocs/${ID}`);
const AS_SEEN = { ...SIGNED_IN, 'If-Match': fromProviderState('"${version}"', '"1"') };
const MOMENT = regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, '2026-01-31T12:00:00.000Z');
const POC = {
  pocId: uuid(ID),
  name: like('kafka-to-sse'),
  version: integer(1),
  tags: like(['events']),
  isPublic: boolean(true),
  createdAt: MOMENT,
};

describe('catalog', () => {
  it('lists what a search finds, with what was found where', async () => {
    await interaction()
      .given('a POC about kafka')
      .uponReceiving('a search')
      .withRequest('GET', '/api/v1/pocs', (question) =>
        question.headers(SIGNED_IN).query({ search: 'kafka', language: 'Go', page: '1', pageSize: '50' }),
      )
      .willRespondWith(200, (answer) =>
        answer.headers(JSON_TYPE).jsonBody({
          items: eachLike({
            ...POC,
            isFavorite: boolean(false),
            highlights: eachLike({
              field: regex(/^(name|description)$/, 'name'),
              fragment: like('kafka-to-sse'),
              matches: eachLike({ start: integer(0), length: integer(5) }),
            }),
          }),
          pagination: { totalItems: integer(1), totalPages: integer(1) },
          corrections: like([]),
        }),
      )
      .executeTest(async ({ url }) => {
        const asked = listPocs.initiate({ search: 'kafka', language: 'Go', page: 1, pageSize: 50 });
        const { items, pagination } = await asking(url).dispatch(asked).unwrap();
        expect([pagination.totalItems, items[0]?.highlights[0]?.matches]).toEqual([1, [{ start: 0, length: 5 }]]);
      });
  });

  it('counts what the list could be narrowed to', async () => {
    const counts = (value: string) => eachLike({ value: like(value), count: integer(1) });
    await interaction()
      .given('a POC about kafka')
      .uponReceiving('a question for facets')
      .withRequest('GET', '/api/v1/pocs/facets', (question) => question.headers(SIGNED_IN).query({ search: 'kafka', limit: '50' }))
      .willRespondWith(200, (answer) =>
        answer.headers(JSON_TYPE).jsonBody({
          languages: counts('Go'),
          tags: counts('events'),
          years: counts('2026'),
          frameworks: like([]),
          languagesLeftOut: integer(0),
          tagsLeftOut: integer(0),
        }),
      )
      .executeTest(async ({ url }) => {
        const { languages } = await asking(url)
          .dispatch(getPocFacets.initiate({ search: 'kafka', limit: 50 }))
          .unwrap();
        expect(languages).toEqual([{ value: 'Go', count: 1 }]);
      });
  });

  it('keeps a new POC, and tells its version', async () => {
    const pocContent = { name: 'wasm-notes', language: 'Rust', tags: ['wasm'] };
    await interaction()
      .given('a person')
      .uponReceiving('a new POC')
      .withRequest('POST', '/api/v1/pocs', (question) =>
        question.headers({ ...SIGNED_IN, 'Idempotency-Key': regex(/^.{8,}$/, 'a-key-of-its-own') }).jsonBody(pocContent),
      )
      .willRespondWith(201, (answer) => answer.headers(JSON_TYPE).jsonBody({ ...POC, name: 'wasm-notes', tags: ['wasm'] }))
      .executeTest(async ({ url }) => {
        const made = await asking(url)
          .dispatch(createPoc.initiate({ 'Idempotency-Key': 'a-key-of-its-own', pocContent }))
          .unwrap();
        expect([made.pocId, made.version]).toEqual([ID, 1]);
      });
  });

  it('names the field that it does not take, and its limit', async () => {
    const name = 'x'.repeat(101);
    await interaction()
      .given('a person')
      .uponReceiving('a POC whose name is too long')
      .withRequest('POST', '/api/v1/pocs', (question) => question.headers(SIGNED_IN).jsonBody({ name }))
      .willRespondWith(400, (answer) =>
        answer.headers(PROBLEM).jsonBody(
          refused('invalid_request', {
            errors: [{ pointer: '/name', code: 'too_long', detail: like('At most 100.'), limit: integer(100) }],
          }),
        ),
      )
      .executeTest(async ({ url }) => {
        const { error } = await asking(url).dispatch(createPoc.initiate({ pocContent: { name } }));
        expect(asFailure(error).fields).toMatchObject([{ pointer: '/name', code: 'too_long', limit: 100 }]);
      });
  });

  it('changes the version that was seen', async () => {
    await interaction()
      .given('a POC about kafka')
      .uponReceiving('a change of a POC')
      .withRequest('PATCH', POC_PATH, (question) => question.headers(AS_SEEN).jsonBody({ name: 'kafka-to-sse-2' }))
      .willRespondWith(200, (answer) => answer.headers(JSON_TYPE).jsonBody({ ...POC, name: 'kafka-to-sse-2', version: integer(2) }))
      .executeTest(async ({ url }) => {
        const change = updatePoc.initiate({ pocId: ID, 'If-Match': '"1"', pocPatch: { name: 'kafka-to-sse-2' } });
        expect(await asking(url).dispatch(change).unwrap()).toMatchObject({ version: 2 });
      });
  });

  it('does not change a version that was not seen', async () => {
    await interaction()
      .given('a POC that was changed since')
      .uponReceiving('a change of a POC that has changed since')
      .withRequest('PATCH', POC_PATH, (question) => question.headers(AS_SEEN).jsonBody({ name: 'mine' }))
      .willRespondWith(412, (answer) => answer.headers(PROBLEM).jsonBody(refused('stale')))
      .executeTest(async ({ url }) => {
        const { error } = await asking(url).dispatch(updatePoc.initiate({ pocId: ID, 'If-Match': '"1"', pocPatch: { name: 'mine' } }));
        expect(asFailure(error)).toMatchObject({ status: 412, code: 'stale' });
      });
  });

  it('deletes one', async () => {
    await interaction()
      .given('a POC about kafka')
      .uponReceiving('a deletion')
      .withRequest('DELETE', POC_PATH, (question) => question.headers(AS_SEEN))
      .willRespondWith(204)
      .executeTest(async ({ url }) => {
        expect((await asking(url).dispatch(deletePoc.initiate({ pocId: ID, 'If-Match': '"1"' }))).error).toBeUndefined();
      });
  });

  it('answers for each of many', async () => {
    const bulkChange = { action: 'delete' as const, pocs: [{ pocId: ID, version: 1 }] };
    await interaction()
      .given('a POC about kafka')
      .uponReceiving('a deletion of many')
      .withRequest('POST', '/api/v1/pocs/bulk', (question) =>
        question.headers(SIGNED_IN).jsonBody({
          action: 'delete',
          pocs: [{ pocId: fromProviderState('${pocId}', ID), version: fromProviderState('${version}', 1) }],
        }),
      )
      .willRespondWith(200, (answer) =>
        answer.headers(JSON_TYPE).jsonBody({ items: eachLike({ pocId: uuid(ID), code: null }), done: integer(1), refused: integer(0) }),
      )
      .executeTest(async ({ url }) => {
        expect((await asking(url).dispatch(changePocs.initiate({ bulkChange })).unwrap()).items).toMatchObject([{ pocId: ID, code: null }]);
      });
  });

  it('tells how far an import is', async () => {
    const JOB = { importId: uuid(ID), status: regex(/^(PENDING|PROCESSING|COMPLETED)$/, 'PENDING'), progress: integer(0) };
    await interaction()
      .given('an import')
      .uponReceiving('the question how an import goes on')
      .withRequest('GET', fromProviderState('/api/v1/pocs/imports/${importId}', `/api/v1/pocs/imports/${ID}`), (question) =>
        question.headers(SIGNED_IN),
      )
      .willRespondWith(200, (answer) => answer.headers(JSON_TYPE).jsonBody({ ...JOB, createdRows: integer(0), failedRows: integer(0) }))
      .executeTest(async ({ url }) => {
        expect(
          await asking(url)
            .dispatch(getImport.initiate({ importId: ID }))
            .unwrap(),
        ).toMatchObject({ createdRows: 0 });
      });
  });

  it('keeps searches', async () => {
    await interaction()
      .given('a saved search')
      .uponReceiving('the question for saved searches')
      .withRequest('GET', '/api/v1/pocs/searches', (question) => question.headers(SIGNED_IN))
      .willRespondWith(200, (answer) =>
        answer
          .headers(JSON_TYPE)
          .jsonBody({ items: eachLike({ savedSearchId: uuid(ID), name: like('Streams'), query: like({}), version: integer(1) }) }),
      )
      .executeTest(async ({ url }) => {
        expect((await asking(url).dispatch(listSavedSearches.initiate()).unwrap()).items).toMatchObject([{ name: 'Streams' }]);
      });
  });
});
