/**
 * What was changed here and is not, or not yet, in what the lists brought. It lies over every answer: a list that was asked for before a
 * change never hides it, and a change that is refused is taken away alone.
 *
 * Invariant: of the changes of one POC the last stands on top; each goes when it is confirmed or refused, by its own id.
 */
import { createSlice } from '@reduxjs/toolkit';
import type { PayloadAction } from '@reduxjs/toolkit';
import type { Poc, PocListItem, PocPatch } from '@/generated/catalog';

export type PocFields = Pick<Poc, 'name' | 'description' | 'repositoryUrl' | 'language' | 'tags' | 'frameworks' | 'isPublic'>;
export type Shown = PocListItem & {
  isPending?: boolean;
  /** On its way for the first time: nothing else can be done with it yet. */
  isNew?: boolean;
};

export interface Change {
  id: string;
  pocId: string;
  patch?: PocPatch;
  isFavorite?: boolean;
  isDeleted?: boolean;
}

/** What only a list tells of a POC, of one that no list has brought. */
export const ONLY_LISTED = { deletedAt: null, highlights: [] };

/** A POC that was made here: shown from the first moment on, under an id of ours until the service has given it one. */
export interface Creation {
  id: string;
  poc: Shown;
  /** When it was confirmed: a list that was asked for later knows it. */
  at?: number;
}

interface Confirmed<T> {
  value: T;
  /** A list that was asked for later knows it. */
  at: number;
}

/** What an answer told of it: a change of many tells its version, and no more than was changed. */
export type Newest = Pick<Poc, 'pocId' | 'version'> & Partial<Poc>;

export interface ChangesState {
  pending: Change[];
  created: Creation[];
  newest: Record<string, Newest>;
  favorite: Record<string, Confirmed<boolean>>;
  deleted: Record<string, Confirmed<boolean>>;
}

const initialState: ChangesState = { pending: [], created: [], newest: {}, favorite: {}, deleted: {} };

const without = (pending: Change[], id: string) => pending.filter((change) => change.id !== id);

const slice = createSlice({
  name: 'pocChanges',
  initialState,
  reducers: {
    began: (state, { payload }: PayloadAction<Change>) => void state.pending.push(payload),
    refused: (state, { payload }: PayloadAction<string>) => {
      state.pending = without(state.pending, payload);
      state.created = state.created.filter(({ id }) => id !== payload);
    },
    creating: (state, { payload }: PayloadAction<{ id: string; poc: Shown }>) => void state.created.push(payload),
    created: (state, { payload }: PayloadAction<{ id: string; poc: Poc; at: number }>) => {
      const { id, poc, at } = payload;
      state.created = state.created.map((each) => (each.id === id ? { id, poc: { ...poc, ...ONLY_LISTED }, at } : each));
    },
    written: (state, { payload }: PayloadAction<{ id: string; poc: Newest }>) => {
      state.pending = without(state.pending, payload.id);
      const known = state.newest[payload.poc.pocId];
      if (!known || known.version <= payload.poc.version) state.newest[payload.poc.pocId] = { ...known, ...payload.poc };
    },
    marked: (state, { payload }: PayloadAction<{ id: string; pocId: string; isFavorite: boolean; at: number }>) => {
      state.pending = without(state.pending, payload.id);
      state.favorite[payload.pocId] = { value: payload.isFavorite, at: payload.at };
    },
    deleted: (state, { payload }: PayloadAction<{ id: string; pocId: string; isDeleted: boolean; at: number }>) => {
      state.pending = without(state.pending, payload.id);
      state.deleted[payload.pocId] = { value: payload.isDeleted, at: payload.at };
    },
  },
});

export const changesReducer = slice.reducer;
export const { began, refused, creating, created, written, marked, deleted } = slice.actions;

const fieldsOf = (patch: PocPatch): Partial<PocFields> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));

/** What was said last of its deletion that a list, asked for at that time, may not know. */
function deletionOf(state: ChangesState, pocId: string, askedAt: number): boolean | undefined {
  const confirmed = state.deleted[pocId];
  const last = state.pending.findLast((change) => change.pocId === pocId && change.isDeleted !== undefined);
  return last?.isDeleted ?? (confirmed && confirmed.at >= askedAt ? confirmed.value : undefined);
}

const isGone = (...asked: Parameters<typeof deletionOf>): boolean => deletionOf(...asked) === true;
/** Brought back from the trash. */
export const isBack = (...asked: Parameters<typeof deletionOf>): boolean => deletionOf(...asked) === false;

/** The item as it is to be seen; undefined where it has been deleted. `askedAt`: when the list that brought it was asked for. */
export function shownOf(item: PocListItem, state: ChangesState, askedAt: number): Shown | undefined {
  if (isGone(state, item.pocId, askedAt)) return undefined;
  const newest = state.newest[item.pocId];
  const favorite = state.favorite[item.pocId];
  const pending = state.pending.filter((change) => change.pocId === item.pocId);
  const isNewer = newest !== undefined && newest.version > item.version;
  const base: Shown = isNewer ? { ...item, ...newest, isFavorite: item.isFavorite, highlights: [] } : item;
  const known = favorite && favorite.at >= askedAt ? { ...base, isFavorite: favorite.value } : base;
  return pending.reduce<Shown>(
    (seen, { patch, isFavorite }) => ({
      ...seen,
      ...(patch && { ...fieldsOf(patch), highlights: [] }),
      ...(isFavorite !== undefined && { isFavorite }),
      isPending: true,
    }),
    known,
  );
}

/** The POCs that were made here and that a list, asked for then, cannot know; the newest first. */
export const createdSince = (state: ChangesState, askedAt: number): Shown[] =>
  state.created
    .filter(({ at }) => at === undefined || at >= askedAt)
    .flatMap(({ poc }) => shownOf(poc, state, askedAt) ?? [])
    .reverse();

/** The version that the next change is based on. */
export const versionOf = (state: ChangesState, poc: { pocId: string; version: number }): number =>
  Math.max(poc.version, state.newest[poc.pocId]?.version ?? 0);
