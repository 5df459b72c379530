// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { emitter } from './events';
import { followMailedTokens, mailedToken, takeMailedToken } from './mailed-token';
import { chooseLanguage, chooseSingleKeys, chooseTheme, languageChosen, singleKeysChosen, themeChosen } from './preferences';
import { queues } from './queue';
import { storageOver } from './storage';

describe('queues', () => {
  it('work one after the other for one key, and go on after a failure', async () => {
    const inOrder = queues();
    const seen: string[] = [];
    let finish: () => void = () => undefined;
    const first = inOrder(
      'a',
      () => new Promise<void>((resolve, reject) => (finish = () => (seen.push('first'), reject(new Error('no')), resolve()))),
    );
    const second = inOrder('a', async () => void seen.push('second'));
    await inOrder('b', async () => void seen.push('other'));
    expect(seen).toEqual(['other']);
    finish();
    await expect(first).rejects.toThrow('no');
    await second;
    expect(seen).toEqual(['other', 'first', 'second']);
  });
});

describe('a mailed token', () => {
  it('leaves the address and the history before anything is asked', () => {
    const replaceState = vi.fn();
    const history = { state: null, replaceState } as unknown as History;
    takeMailedToken(new URL('https://x.example/reset-password#token=abc') as unknown as Location, history);
    expect(mailedToken()).toBe('abc');
    expect(replaceState).toHaveBeenCalledWith(null, '', '/reset-password');
  });

  it('is found in a query as well, and behind the # first', () => {
    const history = { state: null, replaceState: vi.fn() } as unknown as History;
    takeMailedToken(new URL('https://x.example/join?token=one') as unknown as Location, history);
    expect(mailedToken()).toBe('one');
    takeMailedToken(new URL('https://x.example/join?token=one#token=two') as unknown as Location, history);
    expect(mailedToken()).toBe('two');
  });

  it('of a second mail in the same tab begins the page anew', () => {
    const heard: (() => void)[] = [];
    const reload = vi.fn();
    const at = (address: string) => Object.assign(new URL(address), { reload }) as unknown as Location;
    const tab = { location: at('https://x.example/join#elsewhere'), addEventListener: (_: string, hear: () => void) => heard.push(hear) };
    followMailedTokens(tab as unknown as Window);
    heard[0]?.();
    expect(reload).not.toHaveBeenCalled();
    tab.location = at('https://x.example/join#token=two');
    heard[0]?.();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('is looked for at the addresses of mails alone', () => {
    const replaceState = vi.fn();
    takeMailedToken(new URL('https://x.example/pocs#token=abc') as unknown as Location, { replaceState } as unknown as History);
    expect(replaceState).not.toHaveBeenCalled();
  });
});

describe('preferences', () => {
  it('are kept', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
    chooseTheme('dark');
    expect([themeChosen(), document.documentElement.dataset.theme]).toEqual(['dark', 'dark']);
    chooseTheme('system');
    expect([themeChosen(), document.documentElement.dataset.theme]).toEqual(['system', 'light']);
    chooseSingleKeys(false);
    expect(singleKeysChosen()).toBe(false);
  });

  it('begin with the first language of the browser that is spoken', () => {
    localStorage.clear();
    expect(languageChosen(['fr', 'pt-PT', 'en'])).toBe('pt-BR');
    expect(languageChosen(['de'])).toBe('en');
    chooseLanguage('pt-BR');
    expect(languageChosen(['en'])).toBe('pt-BR');
  });
});

describe('a browser that keeps nothing', () => {
  it('changes nothing else', () => {
    const forbidden = storageOver(() => {
      throw new Error('SecurityError');
    });
    expect(forbidden.write('a', 1)).toBe(false);
    expect(forbidden.read('a')).toBeUndefined();
    expect(forbidden.keys()).toEqual([]);
    forbidden.remove('a');
  });
});

describe('an emitter', () => {
  it('tells who listens, until they do not', () => {
    const heard: number[] = [];
    const numbers = emitter<number>();
    const stop = numbers.listen((number) => heard.push(number));
    numbers.tell(1);
    stop();
    numbers.tell(2);
    expect(heard).toEqual([1]);
  });
});
