import { beforeEach, describe, expect, it } from 'vitest';
import { memoryStorage } from '@/testing/memory-storage';
import { holdDraft } from './drafts';
import type { DraftPorts } from './drafts';

let ports: DraftPorts;
let now = 0;

/** Locks that end with a tab, as those of browsers do. */
function locks() {
  const held = new Set<string>();
  return (name: string) => {
    if (held.has(name)) return Promise.resolve(undefined);
    held.add(name);
    return Promise.resolve(() => void held.delete(name));
  };
}

beforeEach(() => {
  let number = 0;
  now = 1_000;
  ports = { storage: memoryStorage(), now: () => now, newId: () => `id-${++number}`, hold: locks() };
});

const open = (owner = 'ana.curious', form = 'poc') => holdDraft<string>(ports, owner, form);

describe('a draft', () => {
  it('is found again after the form was closed', async () => {
    const first = await open();
    first.keep('half a sentence');
    first.release();
    expect((await open()).found).toBe('half a sentence');
  });

  it('is found again after the tab crashed: its lock ended with it', async () => {
    (await open()).keep('half a sentence');
    ports = { ...ports, hold: locks() };
    expect((await open()).found).toBe('half a sentence');
  });

  it('of an open form is nobody else’s: a second tab gets one of its own', async () => {
    const first = await open();
    first.keep('in the first tab');
    const second = await open();
    expect(second.found).toBeUndefined();
    second.keep('in the second tab');
    first.release();
    second.release();
    expect([(await open()).found, (await open()).found].sort()).toEqual(['in the first tab', 'in the second tab']);
  });

  it('is gone once it was sent', async () => {
    const draft = await open();
    draft.keep('sent');
    draft.drop();
    draft.release();
    expect((await open()).found).toBeUndefined();
  });

  it('is never another person’s, another company’s or another form’s', async () => {
    const draft = await open();
    draft.keep('mine');
    draft.release();
    expect((await open('rui.curious')).found).toBeUndefined();
    expect((await open('ana.other')).found).toBeUndefined();
    expect((await open('ana.curious', 'report')).found).toBeUndefined();
  });

  it('says so when it cannot be kept', async () => {
    ports = { ...ports, storage: memoryStorage(0) };
    expect((await open()).keep('much')).toBe(false);
  });

  it('goes after a season', async () => {
    const draft = await open();
    draft.keep('old');
    draft.release();
    now += 91 * 24 * 3_600_000;
    expect((await open()).found).toBeUndefined();
    expect(ports.storage.keys()).toEqual([]);
  });
});
