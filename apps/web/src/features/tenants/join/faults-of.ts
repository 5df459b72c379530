/** What is wrong beside each field: what is missing, or what the service said of it. */
import type { Failure, FieldFault } from '@/shared/api/failure';

const FIELDS = ['fullName', 'password'] as const;
export type JoinFaults = Partial<Record<(typeof FIELDS)[number], string>>;

/** Somebody was quicker, or it was withdrawn meanwhile: what the invitation says now is to be read again. */
export const isSpent = ({ code }: Failure): boolean => code === 'invalid_token' || code === 'already_member';

export function faultsOf(asked: { password: string; fullName?: string }, told: readonly FieldFault[] = []): JoinFaults {
  const found: JoinFaults = {};
  for (const field of FIELDS) {
    const said = told.find(({ pointer }) => pointer === `/${field}`)?.detail;
    const fault = said ?? (asked[field] === '' ? 'required' : undefined);
    if (fault) found[field] = fault;
  }
  return found;
}
