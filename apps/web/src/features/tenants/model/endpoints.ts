/**
 * A company, its members and its invitations. A change is seen at once in every page that is known; where it is refused, it is as it
 * was, and asked for again.
 */
import { authApi } from '@/generated/auth';
import type { Invitation, Member } from '@/generated/auth';
import type { ApiState } from '@/shared/api/store';

type Patch = { undo: () => void };
type Dispatch = (action: ReturnType<typeof authApi.util.updateQueryData>) => Patch;

const argsOf = <Name extends 'listMembers' | 'listInvitations'>(state: unknown, name: Name) =>
  authApi.util.selectCachedArgsForQuery(state as ApiState as never, name);

function inMembers(dispatch: unknown, state: unknown, userId: string, change: (member: Member) => void): Patch[] {
  return argsOf(state, 'listMembers').map((args) =>
    (dispatch as Dispatch)(
      authApi.util.updateQueryData('listMembers', args, ({ items }) =>
        items.filter((one) => one.userId === userId).forEach(change),
      ) as never,
    ),
  );
}

function inInvitations(dispatch: unknown, state: unknown, invitationId: string, change: (invitation: Invitation) => void): Patch[] {
  return argsOf(state, 'listInvitations').map((args) =>
    (dispatch as Dispatch)(
      authApi.util.updateQueryData('listInvitations', args, ({ items }) =>
        items.filter((one) => one.invitationId === invitationId).forEach(change),
      ) as never,
    ),
  );
}

const askAboutMe = () => authApi.endpoints.getMe.initiate({}, { forceRefetch: true, subscribe: false });

const withTags = authApi.enhanceEndpoints({ addTagTypes: ['Tenant', 'Members', 'Invitations'] });

export const tenantsApi = withTags.enhanceEndpoints({
  endpoints: {
    getTenant: { providesTags: ['Tenant'] },
    listMembers: { providesTags: ['Members'] },
    listInvitations: { providesTags: ['Invitations'] },
    createInvitation: { invalidatesTags: (_answer, error) => (error ? [] : ['Invitations']) },
    removeMember: { invalidatesTags: (_answer, error, { 'If-Match': version }) => (error || version === '*' ? [] : ['Members', 'Tenant']) },
    updateTenant: {
      async onQueryStarted({ tenantPatch: { companyName } }, { dispatch, queryFulfilled }) {
        const name = (shown: { companyName?: string | null }) => void (companyName && (shown.companyName = companyName));
        const patches = [
          dispatch(authApi.util.updateQueryData('getTenant', {}, name)),
          dispatch(authApi.util.updateQueryData('getMe', {}, name)), // the shell shows it
        ];
        try {
          const { data } = await queryFulfilled;
          dispatch(authApi.util.updateQueryData('getTenant', {}, () => data));
          void dispatch(askAboutMe());
        } catch {
          patches.forEach((patch) => patch.undo());
          dispatch(withTags.util.invalidateTags(['Tenant']));
        }
      },
    },
    updateMember: {
      async onQueryStarted({ userId, memberPatch: { role } }, { dispatch, getState, queryFulfilled }) {
        const patches = inMembers(dispatch, getState(), userId, (member) => void (role && (member.role = role)));
        try {
          const { data } = await queryFulfilled;
          inMembers(dispatch, getState(), userId, (member) => void Object.assign(member, data));
          void dispatch(askAboutMe());
        } catch {
          patches.forEach((patch) => patch.undo());
          dispatch(withTags.util.invalidateTags(['Members']));
        }
      },
    },
    withdrawInvitation: {
      async onQueryStarted({ invitationId }, { dispatch, getState, queryFulfilled }) {
        const patches = inInvitations(dispatch, getState(), invitationId, (invitation) => void (invitation.status = 'WITHDRAWN'));
        try {
          await queryFulfilled;
        } catch {
          patches.forEach((patch) => patch.undo());
          dispatch(withTags.util.invalidateTags(['Invitations']));
        }
      },
    },
  },
});
