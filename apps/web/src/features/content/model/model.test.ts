import { describe, expect, it } from 'vitest';
import type { Report, Video } from '@/generated/content';
import { heldLink, isSameFile } from './links';
import { daysOf, periodFault, spanOf, yearNamed } from './periods';
import type { Period, PeriodName } from './periods';
import { newReport, newVideo, reportSpecOf, toggled, videoSpecOf } from './specs';
import { MAX_TRACK_BYTES, trackOf } from './track-file';
import { toldIn } from './told-work';
import { canBeTriedAgain, isUnderWay, quarterReached, stateOf, workOfReport, workOfVideo } from './works';

describe('what was asked for', () => {
  it('waits, is made, is there, failed or was cancelled', () => {
    expect(stateOf('PENDING', null)).toBe('waiting');
    expect(stateOf('PROCESSING', null)).toBe('making');
    expect(stateOf('COMPLETED', null)).toBe('done');
    expect(stateOf('FAILED', 'time_limit')).toBe('failed');
    expect(stateOf('FAILED', 'cancelled')).toBe('cancelled');
  });

  it('can be stopped while it is under way, and tried again when it came to nothing', () => {
    const states = ['waiting', 'making', 'done', 'failed', 'cancelled'] as const;
    expect(states.filter((state) => isUnderWay({ state }))).toEqual(['waiting', 'making']);
    expect(states.filter((state) => canBeTriedAgain({ state }))).toEqual(['failed', 'cancelled']);
  });

  it('is the same to look at, film or report', () => {
    const common = { title: 'My year', status: 'COMPLETED', progress: 100, errorCode: null, errorMessage: null, pocCount: 3 };
    const video = workOfVideo({ ...common, requestId: 'v', videoUrl: '/objects/v.mp4' } as unknown as Video);
    const report = workOfReport({ ...common, reportId: 'r', reportUrl: '/objects/r.pdf' } as unknown as Report);
    expect(video).toMatchObject({ kind: 'video', id: 'v', file: '/objects/v.mp4', state: 'done' });
    expect(report).toMatchObject({ kind: 'report', id: 'r', file: '/objects/r.pdf', pocCount: 3 });
  });

  it('tells its progress by quarters', () => {
    expect(quarterReached(0, 10)).toBeUndefined();
    expect(quarterReached(10, 30)).toBe(25);
    expect(quarterReached(25, 49)).toBeUndefined();
    expect(quarterReached(25, 90)).toBe(75);
    expect(quarterReached(75, 100)).toBeUndefined();
  });

  it('is believed only where an event is what it should be', () => {
    const told = { kind: 'VIDEO', id: 'x', status: 'PROCESSING', progress: 40 };
    expect(toldIn(JSON.stringify({ ...told, title: 'My year' }))).toEqual(told);
    expect(toldIn('{"kind":"REPORT","id":"x"}'), 'what is gone says no more').toMatchObject({ kind: 'REPORT', id: 'x' });
    for (const wrong of [
      { ...told, status: 'LOST' },
      { ...told, kind: 'DOJO' },
      { ...told, id: 7 },
      { ...told, progress: '40' },
    ])
      expect(toldIn(JSON.stringify(wrong))).toBeUndefined();
    expect(toldIn('{')).toBeUndefined();
  });
});

describe('W10: the link to a film', () => {
  const [old, fresh, other] = ['/objects/a.mp4?expires=1&signature=x', '/objects/a.mp4?expires=2&signature=y', '/objects/b.mp4?expires=2'];

  it('stays as it is while it is the same film, however it is signed', () => {
    expect(isSameFile(old, fresh)).toBe(true);
    expect(heldLink(old, fresh)).toBe(old);
  });

  it('is another one for another film, and none where there is none', () => {
    expect(heldLink(old, other)).toBe(other);
    expect(heldLink(null, fresh)).toBe(fresh);
    expect(heldLink(old, null)).toBeNull();
  });
});

describe('a period', () => {
  const period = (name: PeriodName, from = '', until = ''): Period => ({ name, from, until });

  it('is what people mean by it', () => {
    expect(daysOf(period('thisYear'), '2026-03-09')).toEqual({ from: '2026-01-01', to: '2026-03-10' });
    expect(daysOf(period('lastYear'), '2026-03-09')).toEqual({ from: '2025-01-01', to: '2026-01-01' });
    expect(daysOf(period('recent'), '2026-03-09')).toEqual({ from: '2025-03-10', to: '2026-03-10' });
    expect(daysOf(period('recent'), '2024-02-28')).toEqual({ from: '2023-02-28', to: '2024-02-29' });
    expect(daysOf(period('own', '2026-01-05', '2026-01-05'), '2026-03-09')).toEqual({ from: '2026-01-05', to: '2026-01-06' });
  });

  it('that is all begins with the first POC', () => {
    expect(daysOf(period('all'), '2026-03-09', 2019)).toEqual({ from: '2019-01-01', to: '2026-03-10' });
    expect(daysOf(period('all'), '2026-03-09').from).toBe('1970-01-01');
    expect(daysOf(period('all'), '2026-03-09', 2031).from).toBe('2026-01-01');
  });

  it('W7: begins and ends where the person lives', () => {
    const days = daysOf(period('lastYear'), '2026-03-09');
    expect(spanOf(days, 'America/Sao_Paulo')).toEqual({ fromDate: '2025-01-01T03:00:00.000Z', toDate: '2026-01-01T03:00:00.000Z' });
    expect(spanOf(days, 'Asia/Tokyo').fromDate).toBe('2024-12-31T15:00:00.000Z');
  });

  it('of one’s own has two days in their order', () => {
    expect(periodFault(period('all'))).toBeUndefined();
    expect(periodFault(period('own', '', '2026-01-01'))).toBe('required');
    expect(periodFault(period('own', '2026-01-02', '2026-01-01'))).toBe('order');
    expect(periodFault(period('own', '2026-01-01', '2026-01-01'))).toBeUndefined();
  });

  it('is named by its year, where it is one', () => {
    expect(['thisYear', 'lastYear', 'all'].map((name) => yearNamed(period(name as PeriodName), '2026-03-09'))).toEqual([
      2026,
      2025,
      undefined,
    ]);
  });
});

describe('what is asked of the service', () => {
  const here = { today: '2026-03-09', timeZone: 'UTC', firstYear: 2020 };

  it('for a report: everything, private POCs too', () => {
    expect(reportSpecOf({ ...newReport('en', ' My year '), includeTags: ['kafka'] }, here)).toEqual({
      title: 'My year',
      fromDate: '2026-01-01T00:00:00.000Z',
      toDate: '2026-03-10T00:00:00.000Z',
      includeTags: ['kafka'],
      excludeTags: [],
      includePrivate: true,
      locale: 'en',
      groupBy: ['language', 'month'],
      format: 'PDF',
    });
  });

  it('for a film: nothing private named, the music of its style', () => {
    const spec = videoSpecOf(newVideo('pt-BR', 'Meu ano'), here);
    expect(spec).toMatchObject({ includePrivate: false, musicTrack: null, description: null, style: 'aurora', durationSeconds: 60 });
    expect(videoSpecOf({ ...newVideo('en', 'x'), musicTrack: 'none', description: ' Hello ' }, here)).toMatchObject({
      musicTrack: 'none',
      description: 'Hello',
    });
  });

  it('groups as they are told, in one order', () => {
    const all = ['language', 'tag', 'month'] as const;
    expect(toggled(['month'], 'language', all)).toEqual(['language', 'month']);
    expect(toggled(['language', 'month'], 'month', all)).toEqual(['language']);
  });
});

describe('a track of one’s own', () => {
  const file = (name: string, size = 1000, type = '') => trackOf({ name, size, type });

  it('is sent as the contract calls its kind', () => {
    expect(file('Nossa música.MP3')).toEqual({ type: 'audio/mpeg', name: 'Nossa música' });
    expect(file('take.2.m4a', 1, 'audio/x-m4a')).toEqual({ type: 'audio/mp4', name: 'take.2' });
    expect(file('.flac')).toEqual({ type: 'audio/flac', name: '1' });
    expect(file(`${'é'.repeat(150)}.wav`)).toEqual({ type: 'audio/wav', name: 'é'.repeat(100) });
  });

  it('is refused before a byte is sent: a picture, nothing, too much', () => {
    expect(file('cover.jpg')).toEqual({ fault: 'kind' });
    expect(file('cover.mp3', 5, 'image/png')).toEqual({ fault: 'kind' });
    expect(file('folder')).toEqual({ fault: 'kind' });
    expect(file('silence.ogg', 0)).toEqual({ fault: 'empty' });
    expect(file('long.wav', MAX_TRACK_BYTES + 1)).toEqual({ fault: 'large' });
    expect(file('just.wav', MAX_TRACK_BYTES)).toMatchObject({ type: 'audio/wav' });
  });
});
