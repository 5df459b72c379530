/** The person who is signed in. What they change is seen at once; where it is refused, it is as it was. */
import { authApi } from '@/generated/auth';
import { tellTabs } from '@/shared/lib/browser-tabs';

export const usersApi = authApi.enhanceEndpoints({
  endpoints: {
    updateMe: {
      async onQueryStarted({ mePatch }, { dispatch, queryFulfilled }) {
        const shown = dispatch(authApi.util.updateQueryData('getMe', {}, (me) => void Object.assign(me, mePatch)));
        try {
          const { data } = await queryFulfilled;
          dispatch(authApi.util.updateQueryData('getMe', {}, () => data));
          tellTabs('Me');
        } catch {
          shown.undo();
          void dispatch(authApi.endpoints.getMe.initiate({}, { forceRefetch: true, subscribe: false }));
        }
      },
    },
  },
});
