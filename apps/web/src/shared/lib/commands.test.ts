// @vitest-environment jsdom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clashesIn, commandsNow, useCommands } from './commands';
import type { Command } from './commands';

afterEach(cleanup);
const command = (id: string, keys?: string): Command => ({ id, name: id, section: 'here', keys, perform: () => undefined });

describe('commands of one page', () => {
  it('clash where one key would perform two', () => {
    expect(clashesIn([command('a', 'm'), command('b'), command('c'), command('d', 'M'), command('e', 'Mod+m')])).toEqual([
      'm is taken by a and by d',
    ]);
  });

  it('are told of when they are offered by different parts of it, and not when one follows the other', async () => {
    const told = vi.fn();
    vi.stubGlobal('reportError', told);
    const [one, other] = [[command('invite', 'm')], [command('film', 'm')]];
    const { unmount } = renderHook(() => useCommands(one));
    unmount();
    const second = renderHook(() => useCommands(other));
    await Promise.resolve();
    expect([told.mock.calls.length, commandsNow().map(({ id }) => id)]).toEqual([0, ['film']]);
    renderHook(() => useCommands(one));
    await Promise.resolve();
    expect(told.mock.calls.map(([error]) => (error as Error).message)).toEqual(['m is taken by film and by invite']);
    second.unmount();
    vi.unstubAllGlobals();
  });
});
