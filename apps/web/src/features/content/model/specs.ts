/** What the two forms hold, and what is asked of the service for it. */
import type { ReportFormat, ReportGrouping, ReportSpec, VideoShape, VideoSpec } from '@/generated/content';
import { daysOf, spanOf } from './periods';
import type { Period } from './periods';

export interface CommonForm {
  title: string;
  period: Period;
  includeTags: string[];
  excludeTags: string[];
  includePrivate: boolean;
  locale: 'pt-BR' | 'en';
}

export interface ReportForm extends CommonForm {
  groupBy: ReportGrouping[];
  format: ReportFormat;
}

export type StyleId = NonNullable<VideoSpec['style']>;

export interface VideoForm extends CommonForm {
  description: string;
  style: StyleId;
  /** The id of a track; `none` for silence; empty for what goes with the style. */
  musicTrack: string;
  shape: VideoShape;
  durationSeconds: number;
  calm: boolean;
}

export const FORMATS = ['PDF', 'EXCEL', 'CSV'] as const satisfies readonly ReportFormat[];
export const GROUPINGS = ['language', 'tag', 'month'] as const satisfies readonly ReportGrouping[];
export const SHAPES = ['LANDSCAPE', 'PORTRAIT', 'SQUARE'] as const satisfies readonly VideoShape[];
export const SECONDS = ['20', '30', '60', '90', '120', '180'] as const;
export const ASPECTS: Record<VideoShape, string> = { LANDSCAPE: '16 / 9', PORTRAIT: '9 / 16', SQUARE: '1 / 1' };

const common = (locale: CommonForm['locale'], title: string): CommonForm => ({
  title,
  period: { name: 'thisYear', from: '', until: '' },
  includeTags: [],
  excludeTags: [],
  includePrivate: false,
  locale,
});

/** A report is for oneself, and tells everything; a film is for others, and names nothing that is private. */
export const newReport = (locale: CommonForm['locale'], title: string): ReportForm => ({
  ...common(locale, title),
  includePrivate: true,
  groupBy: ['language', 'month'],
  format: 'PDF',
});

export const newVideo = (locale: CommonForm['locale'], title: string): VideoForm => ({
  ...common(locale, title),
  description: '',
  style: 'aurora',
  musicTrack: '',
  shape: 'LANDSCAPE',
  durationSeconds: 60,
  calm: false,
});

export interface Here {
  today: string;
  timeZone: string;
  firstYear: number | undefined;
}

function asked(form: CommonForm, { today, timeZone, firstYear }: Here) {
  const { title, includeTags, excludeTags, includePrivate, locale } = form;
  return {
    title: title.trim(),
    ...spanOf(daysOf(form.period, today, firstYear), timeZone),
    includeTags,
    excludeTags,
    includePrivate,
    locale,
  };
}

export const reportSpecOf = (form: ReportForm, here: Here): ReportSpec => ({
  ...asked(form, here),
  groupBy: form.groupBy,
  format: form.format,
});

export const videoSpecOf = (form: VideoForm, here: Here): VideoSpec => ({
  ...asked(form, here),
  description: form.description.trim() || null,
  style: form.style,
  musicTrack: form.musicTrack || null,
  shape: form.shape,
  durationSeconds: form.durationSeconds,
  calm: form.calm,
});

export const toggled = <T>(held: readonly T[], value: T, all: readonly T[]): T[] =>
  all.filter((each) => (each === value ? !held.includes(each) : held.includes(each)));
