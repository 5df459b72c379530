/** Who is signed in and what requests show: kept in memory alone, never in a place that another script or a disk could read. */
export interface Ticket {
  accessToken: string;
  /** Of this machine's own clock, in milliseconds. */
  expiresAt: number;
  userId: string;
  tenantId: string | null;
  role: string;
}

export interface TokensAnswer {
  accessToken: string;
  expiresIn: number;
  userId: string;
  tenantId: string | null;
  role: string;
}

const EARLY_MS = 20_000; // a token that runs out on the way is of no use

export const ticketOf = (answer: TokensAnswer, now: number): Ticket => ({
  accessToken: answer.accessToken,
  expiresAt: now + answer.expiresIn * 1000,
  userId: answer.userId,
  tenantId: answer.tenantId,
  role: answer.role,
});

export const isGood = (ticket: Ticket, now: number): boolean => ticket.expiresAt - now > EARLY_MS;

/** Caches, drafts and screens belong to one person in one company. */
export const ownerOf = (who: Pick<Ticket, 'userId' | 'tenantId'>): string => `${who.userId}.${who.tenantId ?? 'none'}`;
