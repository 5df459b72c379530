/**
 * Changes of POCs, seen at once and sent one after the other for each POC. What is refused is undone alone; the caller is told why.
 * `const outcome = await dispatch(editPoc(poc, { name: 'New' }))` is a failure or undefined.
 */
import { nanoid } from '@reduxjs/toolkit';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { ifMatch } from '@/shared/api/versions';
import type { Poc, PocContent, PocPatch } from '@/generated/catalog';
import { ONLY_LISTED, began, created, creating, deleted, marked, refused, versionOf, written } from './changes';
import type { Change, Shown } from './changes';
import { pocsApi } from './endpoints';
import { inOrder } from './in-order';
import type { PocsDispatch, PocsState } from './store';

type Written<T = undefined> = (dispatch: PocsDispatch, getState: () => PocsState) => Promise<Failure | T>;
type Versioned = Pick<Poc, 'pocId' | 'version'>;

const REFRESH_MS = 400; // after the last of several changes
let refreshing: ReturnType<typeof setTimeout> | undefined;

function refreshLists(dispatch: PocsDispatch): void {
  clearTimeout(refreshing);
  refreshing = setTimeout(() => dispatch(pocsApi.util.invalidateTags(['Pocs'])), REFRESH_MS);
}

/** Shows the change, waits for its turn, sends it; then either `done` tells the store, or it is taken back. */
function changing<T>(
  change: Omit<Change, 'id'>,
  send: (id: string, dispatch: PocsDispatch, state: () => PocsState) => Promise<T>,
): Written<undefined> {
  return async (dispatch, getState) => {
    const id = nanoid();
    dispatch(began({ ...change, id }));
    return inOrder(change.pocId, async () => {
      try {
        await send(id, dispatch, getState);
        refreshLists(dispatch);
        return undefined;
      } catch (error) {
        dispatch(refused(id));
        return asFailure(error);
      }
    });
  };
}

export const editPoc = (poc: Versioned, patch: PocPatch): Written =>
  changing({ pocId: poc.pocId, patch }, async (id, dispatch, state) => {
    const version = versionOf(state().pocChanges, poc);
    const sent = pocsApi.endpoints.updatePoc.initiate({ pocId: poc.pocId, 'If-Match': ifMatch({ version }), pocPatch: patch });
    const answer = await dispatch(sent).unwrap();
    dispatch(written({ id, poc: answer }));
    dispatch(pocsApi.util.upsertQueryData('getPoc', { pocId: poc.pocId }, answer));
  });

export const deletePoc = (poc: Versioned): Written =>
  changing({ pocId: poc.pocId, isDeleted: true }, async (id, dispatch, state) => {
    const version = versionOf(state().pocChanges, poc);
    await dispatch(pocsApi.endpoints.deletePoc.initiate({ pocId: poc.pocId, 'If-Match': ifMatch({ version }) })).unwrap();
    dispatch(deleted({ id, pocId: poc.pocId, isDeleted: true, at: Date.now() }));
    dispatch(pocsApi.util.invalidateTags([{ type: 'Poc', id: poc.pocId }]));
  });

export const restorePoc = (pocId: string): Written =>
  changing({ pocId, isDeleted: false }, async (id, dispatch) => {
    const answer = await dispatch(pocsApi.endpoints.restorePoc.initiate({ pocId })).unwrap();
    dispatch(deleted({ id, pocId, isDeleted: false, at: Date.now() }));
    dispatch(written({ id, poc: answer }));
    dispatch(pocsApi.util.upsertQueryData('getPoc', { pocId }, answer));
  });

export const markPoc = (pocId: string, isFavorite: boolean): Written =>
  changing({ pocId, isFavorite }, async (id, dispatch) => {
    const { addFavorite, removeFavorite } = pocsApi.endpoints;
    await dispatch(isFavorite ? addFavorite.initiate({ pocId }) : removeFavorite.initiate({ pocId })).unwrap();
    dispatch(marked({ id, pocId, isFavorite, at: Date.now() }));
    dispatch(pocsApi.util.updateQueryData('getPoc', { pocId }, (poc) => void (poc.isFavorite = isFavorite)));
  });

/** As it is seen before the service has answered. */
function asNew(id: string, content: PocContent): Shown {
  const now = new Date().toISOString();
  return {
    ...{ description: null, repositoryUrl: null, language: null, tags: [], frameworks: [], isPublic: false },
    ...content,
    ...{
      pocId: id,
      userId: '',
      creatorName: '',
      createdAt: now,
      updatedAt: now,
      isFavorite: false,
      version: 0,
    },
    ...ONLY_LISTED,
    ...{ isPending: true, isNew: true },
  };
}

/** Seen at once. The key makes it safe to send the same again when nobody knows whether it arrived. */
export const createPoc =
  (pocContent: PocContent, key: string): Written<Poc> =>
  async (dispatch) => {
    const id = `new-${nanoid()}`;
    dispatch(creating({ id, poc: asNew(id, pocContent) }));
    try {
      const poc = await dispatch(pocsApi.endpoints.createPoc.initiate({ pocContent, 'Idempotency-Key': key })).unwrap();
      dispatch(created({ id, poc, at: Date.now() }));
      dispatch(pocsApi.util.upsertQueryData('getPoc', { pocId: poc.pocId }, poc));
      refreshLists(dispatch);
      return poc;
    } catch (error) {
      dispatch(refused(id));
      return asFailure(error);
    }
  };
