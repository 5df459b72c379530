/** Who is at work here, in which company and as what. */
import { useMemo } from 'react';
import type { Role } from '@/generated/auth';
import { tenantsApi } from './endpoints';

export interface Actor {
  userId: string;
  role: Role;
  companyName: string;
}

export function useActor(): Actor | undefined {
  const { currentData: me } = tenantsApi.useGetMeQuery({});
  return useMemo(() => me && { userId: me.userId, role: me.role, companyName: me.companyName ?? '' }, [me]);
}
