import { describe, expect, it } from 'vitest';
import { contentApi } from '@/generated/content';
import { asFailure } from '@/shared/api/failure';
import { JSON_TYPE, PROBLEM, SIGNED_IN, asking, refused } from './consumer';
import { between, boolean, eachLike, fromProviderState, integer, like, regex, uuid } from './library';

const interaction = between('content');
const { createVideo, listVideos, getVideo, createReport, listReports, listStyles, getSchedules } = contentApi.endpoints;
const ID = '0190c2f4-6d2e-7cc0-9a52-0c4f7c1b8e12';
const STATUS = regex(/^(PENDING|PROCESSING|COMPLETED|FAILED|CANCELLED)$/, 'PENDING');
const MOMENT = regex(/^\d{4}-\d\d-\d\dT.+/, '2026-01-31T12:00:00.000Z');
const WORK = { status: STATUS, progress: integer(0), title: like('My year'), createdAt: MOMENT };

describe('content', () => {
  it('takes a film and a report', async () => {
    await interaction()
      .given('a person with POCs')
      .uponReceiving('the wish for a film')
      .withRequest('POST', '/api/v1/content/videos', (question) =>
        question.headers(SIGNED_IN).jsonBody({ title: 'My year', style: 'folio', durationSeconds: 20, shape: 'SQUARE' }),
      )
      .willRespondWith(202, (answer) => answer.headers(JSON_TYPE).jsonBody({ requestId: uuid(ID), status: STATUS }))
      .executeTest(async ({ url }) => {
        const videoSpec = { title: 'My year', style: 'folio', durationSeconds: 20, shape: 'SQUARE' } as const;
        expect((await asking(url).dispatch(createVideo.initiate({ videoSpec })).unwrap()).requestId).toBe(ID);
      });
    await interaction()
      .given('a person with POCs')
      .uponReceiving('the wish for a report')
      .withRequest('POST', '/api/v1/content/reports', (question) =>
        question.headers(SIGNED_IN).jsonBody({ title: 'My year', format: 'PDF' }),
      )
      .willRespondWith(202, (answer) => answer.headers(JSON_TYPE).jsonBody({ reportId: uuid(ID), status: STATUS }))
      .executeTest(async ({ url }) => {
        const wish = createReport.initiate({ reportSpec: { title: 'My year', format: 'PDF' } });
        expect((await asking(url).dispatch(wish).unwrap()).reportId).toBe(ID);
      });
  });

  it('lists them, and tells of one', async () => {
    const list = (item: object) => ({ items: eachLike(item), pagination: { totalItems: integer(1), totalPages: integer(1) } });
    const film = { ...WORK, requestId: uuid(ID), isShared: boolean(false) };
    await interaction()
      .given('a film that was asked for')
      .uponReceiving('the question for films')
      .withRequest('GET', '/api/v1/content/videos', (question) => question.headers(SIGNED_IN).query({ page: '1', pageSize: '20' }))
      .willRespondWith(200, (answer) => answer.headers(JSON_TYPE).jsonBody(list(film)))
      .executeTest(async ({ url }) => {
        const { items } = await asking(url)
          .dispatch(listVideos.initiate({ page: 1, pageSize: 20 }))
          .unwrap();
        expect(items).toMatchObject([{ requestId: ID, title: 'My year' }]);
      });
    await interaction()
      .given('a film that was asked for')
      .uponReceiving('the question for one film')
      .withRequest('GET', fromProviderState('/api/v1/content/videos/${requestId}', `/api/v1/content/videos/${ID}`), (question) =>
        question.headers(SIGNED_IN),
      )
      .willRespondWith(200, (answer) =>
        answer.headers(JSON_TYPE).jsonBody({ ...film, shape: regex(/^(LANDSCAPE|PORTRAIT|SQUARE)$/, 'SQUARE') }),
      )
      .executeTest(async ({ url }) => {
        expect(
          await asking(url)
            .dispatch(getVideo.initiate({ requestId: ID }))
            .unwrap(),
        ).toMatchObject({ shape: 'SQUARE' });
      });
    await interaction()
      .given('a report that was asked for')
      .uponReceiving('the question for reports')
      .withRequest('GET', '/api/v1/content/reports', (question) => question.headers(SIGNED_IN).query({ page: '1', pageSize: '20' }))
      .willRespondWith(200, (answer) =>
        answer.headers(JSON_TYPE).jsonBody(list({ ...WORK, reportId: uuid(ID), format: regex(/^[A-Z]+$/, 'PDF') })),
      )
      .executeTest(async ({ url }) => {
        const { items } = await asking(url)
          .dispatch(listReports.initiate({ page: 1, pageSize: 20 }))
          .unwrap();
        expect(items).toMatchObject([{ reportId: ID, format: 'PDF' }]);
      });
  });

  it('says of what is not there that it is not', async () => {
    await interaction()
      .given('a person')
      .uponReceiving('the question for a film that is not there')
      .withRequest('GET', `/api/v1/content/videos/${ID}`, (question) => question.headers(SIGNED_IN))
      .willRespondWith(404, (answer) => answer.headers(PROBLEM).jsonBody(refused('video_not_found')))
      .executeTest(async ({ url }) => {
        const { error } = await asking(url).dispatch(getVideo.initiate({ requestId: ID }));
        expect(asFailure(error)).toMatchObject({ status: 404, code: 'video_not_found' });
      });
  });

  it('knows styles and schedules', async () => {
    await interaction()
      .given('a person')
      .uponReceiving('the question for styles')
      .withRequest('GET', '/api/v1/content/styles', (question) => question.headers(SIGNED_IN))
      .willRespondWith(200, (answer) =>
        answer
          .headers(JSON_TYPE)
          .jsonBody({ items: eachLike({ style: regex(/^[a-z]+$/, 'aurora'), name: like('Aurora'), description: like('Calm.') }) }),
      )
      .executeTest(async ({ url }) => {
        expect((await asking(url).dispatch(listStyles.initiate()).unwrap()).items).toMatchObject([{ style: 'aurora' }]);
      });
    await interaction()
      .given('a person')
      .uponReceiving('the question for schedules')
      .withRequest('GET', '/api/v1/content/schedules', (question) => question.headers(SIGNED_IN))
      .willRespondWith(200, (answer) => answer.headers(JSON_TYPE).jsonBody({ version: integer(1) }))
      .executeTest(async ({ url }) => {
        expect(await asking(url).dispatch(getSchedules.initiate({})).unwrap()).toMatchObject({ version: 1 });
      });
  });
});
