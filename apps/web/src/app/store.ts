import { combineReducers, configureStore } from '@reduxjs/toolkit';
import type { Action } from '@reduxjs/toolkit';
import { setupListeners } from '@reduxjs/toolkit/query';
import { changesReducer } from '@/features/pocs/model/changes';
import { baseApi } from '@/shared/api/base-api';

/** Another person, or another company: nothing of what was known holds. */
export const FORGET = 'session/forget';
export const forget = (): Action => ({ type: FORGET });

const known = combineReducers({ [baseApi.reducerPath]: baseApi.reducer, pocChanges: changesReducer });
type Known = ReturnType<typeof known>;

const reducer = (state: Known | undefined, action: Action): Known =>
  known(action.type === FORGET && state ? { ...state, pocChanges: undefined as never } : state, action);

export function createStore() {
  const store = configureStore({
    reducer,
    middleware: (standard) => standard({ serializableCheck: false, immutableCheck: false }).concat(baseApi.middleware),
  });
  setupListeners(store.dispatch);
  return store;
}

export type Store = ReturnType<typeof createStore>;
