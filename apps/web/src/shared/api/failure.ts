/** Why a request came to nothing, whatever went wrong on the way. */
export interface FieldFault {
  pointer: string;
  code: string;
  detail: string;
}

export interface Failure {
  kind: 'problem' | 'offline' | 'company_changed';
  status: number;
  code: string;
  /** In the person's language, from whoever answered. Empty where nobody did. */
  detail: string;
  requestId?: string;
  retryAfter?: number;
  fields: readonly FieldFault[];
  /** What else the problem tells. */
  more: Readonly<Record<string, unknown>>;
}

const NOBODY_ANSWERED: Failure = { kind: 'offline', status: 0, code: 'offline', detail: '', fields: [], more: {} };

export const offline = (): Failure => NOBODY_ANSWERED;

export const companyChanged = (): Failure => ({ ...NOBODY_ANSWERED, kind: 'company_changed', code: 'company_changed' });

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

function secondsOf(header: string | null | undefined): number | undefined {
  const seconds = Number(header);
  return header && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function isFault(value: unknown): value is FieldFault {
  return typeof value === 'object' && value !== null && typeof (value as FieldFault).pointer === 'string';
}

/** Whatever arrived is read with care: a proxy may have answered instead of us, with a page. */
export function failureOf(status: number, data: unknown, headers?: Headers): Failure {
  const problem = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  return {
    kind: 'problem',
    status,
    code: textIn(problem.code) || `status_${status}`,
    detail: textIn(problem.detail),
    requestId: textIn(problem.requestId) || headers?.get('X-Request-Id') || undefined,
    retryAfter: secondsOf(headers?.get('Retry-After')),
    fields: Array.isArray(problem.errors) ? problem.errors.filter(isFault) : [],
    more: problem,
  };
}

export const isFailure = (value: unknown): value is Failure =>
  typeof value === 'object' && value !== null && 'kind' in value && 'code' in value && 'fields' in value;

export const asFailure = (value: unknown): Failure => (isFailure(value) ? value : offline());

/** It may work the same in a moment: nothing about the request itself was wrong. */
export const passesSoon = ({ kind, status }: Failure): boolean => kind === 'offline' || status === 408 || status === 429 || status >= 500;
