import { describe, expect, it } from 'vitest';
import { anItem } from '@/testing/a-poc';
import { aCatalogue } from '@/testing/a-catalogue';
import { changeMany } from './bulk';
import { undoOf } from './bulk-undo';
import { changesReducer, shownOf } from './changes';
import { deletePoc } from './writes';

const a = anItem({ pocId: 'a', name: 'a', version: 3, tags: ['kafka'], isPublic: false });
const b = anItem({ pocId: 'b', name: 'b', version: 4, tags: [], isPublic: true });

function catalogue() {
  const { store, ...asked } = aCatalogue({ pocChanges: changesReducer });
  return { ...asked, dispatch: store.dispatch, seen: (item: typeof a) => shownOf(item, store.getState().pocChanges, 0) };
}
const answer = (...items: { pocId: string; version: number | null; code: string | null }[]) => ({
  status: 200,
  body: { items, done: 0, refused: 0 },
});

describe('a change of many', () => {
  it('is seen at once, sent as one with the versions that were seen, and what is refused is undone alone', async () => {
    const { dispatch, arrival, seen } = catalogue();
    const outcome = dispatch(changeMany([a, b], { action: 'delete', tags: [] }));
    expect([seen(a), seen(b)]).toEqual([undefined, undefined]);
    const sent = await arrival(1);
    expect(sent).toMatchObject({ method: 'POST', path: '/api/v1/pocs/bulk' });
    expect(await sent.body()).toEqual({
      action: 'delete',
      pocs: [
        { pocId: 'a', version: 3 },
        { pocId: 'b', version: 4 },
      ],
    });
    sent.answer(answer({ pocId: 'a', version: 9, code: null }, { pocId: 'b', version: null, code: 'not_permitted' }));
    expect(await outcome).toMatchObject({ done: [{ pocId: 'a', version: 9 }], refused: [{ poc: { name: 'b' }, code: 'not_permitted' }] });
    expect([seen(a)?.name, seen(b)?.name]).toEqual([undefined, 'b']);
  });

  it('of tags stays seen until a list knows it, and the next change is based on its version', async () => {
    const { dispatch, arrival, seen } = catalogue();
    const outcome = dispatch(changeMany([a, b], { action: 'addTags', tags: ['kafka', 'go'] }));
    expect([seen(a)?.tags, seen(b)?.tags, seen(a)?.isPending]).toEqual([['kafka', 'go'], ['kafka', 'go'], true]);
    (await arrival(1)).answer(answer({ pocId: 'a', version: 9, code: null }, { pocId: 'b', version: 9, code: null }));
    expect((await outcome).done.map(({ tags }) => tags)).toEqual([
      ['kafka', 'go'],
      ['kafka', 'go'],
    ]);
    expect([seen(a)?.tags, seen(a)?.isPending]).toEqual([['kafka', 'go'], undefined]);
    expect(seen({ ...a, version: 10 })?.tags).toEqual(['kafka']);
    const next = dispatch(changeMany([a], { action: 'unpublish', tags: [] }));
    const sent = await arrival(2);
    expect(await sent.body()).toMatchObject({ pocs: [{ pocId: 'a', version: 9 }] });
    sent.answer(answer({ pocId: 'a', version: 9, code: null }));
    expect((await next).done.length).toBe(1);
  });

  it('waits for what was sent before for one of them, and what comes later waits for it', async () => {
    const { dispatch, arrival, asked } = catalogue();
    void dispatch(deletePoc(b));
    const many = dispatch(changeMany([a, b], { action: 'publish', tags: [] }));
    const later = dispatch(deletePoc(a));
    const first = await arrival(1);
    expect(asked.length).toBe(1);
    first.answer({ status: 204 });
    const second = await arrival(2);
    expect([second.method, asked.length]).toEqual(['POST', 2]);
    second.answer(answer({ pocId: 'a', version: 9, code: null }, { pocId: 'b', version: null, code: 'poc_not_found' }));
    await many;
    const third = await arrival(3);
    expect([third.method, third.ifMatch]).toEqual(['DELETE', '"9"']);
    third.answer({ status: 204 });
    expect(await later).toBeUndefined();
  });

  it('that nobody answers leaves all as they were, and says why', async () => {
    const { dispatch, arrival, seen } = catalogue();
    const outcome = dispatch(changeMany([a, b], { action: 'removeTags', tags: ['KAFKA'] }));
    expect(seen(a)?.tags).toEqual([]);
    (await arrival(1)).answer({ status: 500, body: { code: 'internal', detail: 'Our fault.' } });
    const { done, refused, failure } = await outcome;
    expect([done, refused.map(({ poc }) => poc.name), failure?.detail]).toEqual([[], ['a', 'b'], 'Our fault.']);
    expect(seen(a)?.tags).toEqual(['kafka']);
  });
});

describe('Undo of many', () => {
  const both = [a, b];

  it('brings back what was deleted', () => {
    expect(undoOf({ action: 'delete', tags: [] }, both, both)).toEqual([{ action: 'restore', tags: [], pocs: both }]);
  });

  it('leaves what had been so before', () => {
    expect(undoOf({ action: 'publish', tags: [] }, both, both)).toEqual([{ action: 'unpublish', tags: [], pocs: [a] }]);
    expect(undoOf({ action: 'unpublish', tags: [] }, both, both)).toEqual([{ action: 'publish', tags: [], pocs: [b] }]);
    expect(undoOf({ action: 'publish', tags: [] }, [b], [b])).toEqual([]);
  });

  it('takes from each the tags that it lacked, and gives each the tags that it had', () => {
    expect(undoOf({ action: 'addTags', tags: ['kafka', 'go'] }, both, both)).toEqual([
      { action: 'removeTags', tags: ['go'], pocs: [a] },
      { action: 'removeTags', tags: ['kafka', 'go'], pocs: [b] },
    ]);
    expect(undoOf({ action: 'removeTags', tags: ['KÁFKA', 'go'] }, both, both)).toEqual([
      { action: 'addTags', tags: ['kafka'], pocs: [a] },
    ]);
  });

  it('is not offered for what was taken back', () => {
    expect(undoOf({ action: 'restore', tags: [] }, both, both)).toEqual([]);
  });
});
