/** What the store knows belongs to one person in one company: when those change, all of it goes, whoever changed them. */
import { baseApi } from '@/shared/api/base-api';
import type { Session } from '@/shared/api/session';
import { ownerOf } from '@/shared/api/ticket';
import { forget } from './store';
import type { Store } from './store';

export function followSession(session: Session, store: Pick<Store, 'dispatch'>): () => void {
  const ownerNow = () => {
    const { ticket } = session.state();
    return ticket && ownerOf(ticket);
  };
  let owner = ownerNow();
  return session.changed(() => {
    const next = ownerNow();
    if (next === owner) return;
    owner = next;
    store.dispatch(forget());
    store.dispatch(baseApi.util.resetApiState());
  });
}
