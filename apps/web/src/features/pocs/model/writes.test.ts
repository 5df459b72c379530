import { describe, expect, it } from 'vitest';
import { aCatalogue } from '@/testing/a-catalogue';
import { aPoc, anItem } from '@/testing/a-poc';
import { changesReducer, shownOf } from './changes';
import type { PocsDispatch } from './store';
import { createPoc, deletePoc, editPoc, markPoc, restorePoc } from './writes';

function catalogue() {
  const { store, asked, arrival } = aCatalogue({ pocChanges: changesReducer });
  const seen = () => shownOf(anItem(), store.getState().pocChanges, 0);
  const made = () => store.getState().pocChanges.created.map(({ poc }) => poc);
  return { dispatch: store.dispatch as PocsDispatch, asked, seen, made, arrival };
}

describe('a change', () => {
  it('is seen before it is sent, and based on the version that was seen', async () => {
    const { dispatch, seen, arrival } = catalogue();
    const outcome = dispatch(editPoc(aPoc({ version: 7 }), { name: 'new' }));
    expect(seen()).toMatchObject({ name: 'new', isPending: true });
    const sent = await arrival(1);
    expect(sent).toMatchObject({ method: 'PATCH', path: '/api/v1/pocs/p1', ifMatch: '"7"' });
    sent.answer({ status: 200, body: aPoc({ name: 'new', version: 8 }) });
    expect(await outcome).toBeUndefined();
    expect(seen()).toMatchObject({ name: 'new' });
    expect(seen()?.isPending).toBeUndefined();
  });

  it('of two of one POC waits for the first, and is based on its answer', async () => {
    const { dispatch, seen, arrival, asked } = catalogue();
    const first = dispatch(editPoc(aPoc(), { name: 'first' }));
    const second = dispatch(editPoc(aPoc(), { name: 'second' }));
    (await arrival(1)).answer({ status: 200, body: aPoc({ name: 'first', version: 2 }) });
    await first;
    expect(seen()?.name).toBe('second');
    const sent = await arrival(2);
    expect([asked.length, sent.ifMatch]).toEqual([2, '"2"']);
    sent.answer({ status: 200, body: aPoc({ name: 'second', version: 3 }) });
    await second;
    expect(seen()?.name).toBe('second');
  });

  it.each([409, 412, 429, 500])('that is refused with %i is undone alone, and told', async (status) => {
    const { dispatch, seen, arrival } = catalogue();
    const refusedEdit = dispatch(editPoc(aPoc(), { name: 'refused' }));
    const favourite = dispatch(markPoc('p1', true));
    (await arrival(1)).answer({ status, body: { code: 'why', detail: 'because' } });
    expect(await refusedEdit).toMatchObject({ status, detail: 'because' });
    expect(seen()).toMatchObject({ name: 'kafka-to-sse', isFavorite: true });
    (await arrival(2)).answer({ status: 204 });
    expect(await favourite).toBeUndefined();
    expect(seen()?.isFavorite).toBe(true);
  });

  it('deletes and brings back', async () => {
    const { dispatch, seen, arrival } = catalogue();
    const gone = dispatch(deletePoc(aPoc()));
    expect(seen()).toBeUndefined();
    (await arrival(1)).answer({ status: 204 });
    await gone;
    const back = dispatch(restorePoc('p1'));
    expect(seen()).toBeDefined();
    (await arrival(2)).answer({ status: 200, body: aPoc({ version: 3 }) });
    expect(await back).toBeUndefined();
    expect(seen()).toBeDefined();
  });

  it('that makes a POC is seen at once, and carries a key, so that it can be sent again', async () => {
    const { dispatch, made, arrival } = catalogue();
    const created = dispatch(createPoc({ name: 'new' }, 'key-1'));
    expect(made()).toMatchObject([{ name: 'new', tags: [], isPending: true, isNew: true }]);
    const sent = await arrival(1);
    expect(sent.key).toBe('key-1');
    sent.answer({ status: 201, body: aPoc({ pocId: 'p2', name: 'new' }) });
    expect(await created).toMatchObject({ pocId: 'p2' });
    expect(made()).toMatchObject([{ pocId: 'p2' }]);
    expect(made()[0]?.isNew).toBeUndefined();
  });

  it('that makes a POC and is refused leaves nothing in the list', async () => {
    const { dispatch, made, arrival } = catalogue();
    const created = dispatch(createPoc({ name: 'new' }, 'key-1'));
    (await arrival(1)).answer({ status: 400, body: { code: 'invalid_request', detail: 'no' } });
    expect(await created).toMatchObject({ status: 400, detail: 'no' });
    expect(made()).toEqual([]);
  });

  it('that takes a favourite away asks for that', async () => {
    const { dispatch, arrival } = catalogue();
    const outcome = dispatch(markPoc('p1', false));
    const sent = await arrival(1);
    expect(sent.method).toBe('DELETE');
    sent.answer({ status: 204 });
    expect(await outcome).toBeUndefined();
  });
});
