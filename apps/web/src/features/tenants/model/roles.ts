/** Who may do what to whom, as the service judges it: for what is offered. The service has the last word. */
import type { Role } from '@/generated/auth';

export const ROLES: readonly Role[] = ['USER', 'ADMIN', 'OWNER']; // each may do what those before may
const rank = (role: Role): number => ROLES.indexOf(role);

export const atMost = (role: Role): readonly Role[] => ROLES.slice(0, rank(role) + 1);
export const mayManage = (actor: Role): boolean => rank(actor) >= rank('ADMIN');
export const mayRename = (actor: Role): boolean => actor === 'OWNER';

/** The roles that `actor` can give to who has `from`. One alone: there is nothing to choose. */
export function rolesFor(actor: Role, from: Role): readonly Role[] {
  return mayManage(actor) && rank(from) <= rank(actor) ? atMost(actor) : [from];
}

/** Who leaves does so elsewhere. */
export const mayRemove = (actor: Role, target: Role, isSelf: boolean): boolean =>
  !isSelf && mayManage(actor) && rank(target) <= rank(actor);
export const mayWithdraw = (actor: Role, invited: Role): boolean => mayManage(actor) && rank(invited) <= rank(actor);

/** Nobody can give it back to themselves. */
export const isStepDown = (from: Role, to: Role): boolean => rank(to) < rank(from);
