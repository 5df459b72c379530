import { describe, expect, it } from 'vitest';
import { createSession } from '@/shared/api/session';
import { formatsOf } from '@/shared/lib/texts';
import { began } from '@/features/pocs/model/changes';
import { foundIn } from './commands/found-in';
import { followSession } from './follow-session';
import { createStore } from './store';
import { texts as en } from './texts/en';
import { texts as ptBr } from './texts/pt-br';

const command = (id: string, name: string, section = 'POCs') => ({ id, name, section, perform: () => undefined });

describe('the palette', () => {
  const commands = [command('fav', 'Ir para as favoritas'), command('help', 'Configurações', 'Ajuda'), command('new', 'Adicionar POC')];

  it('finds by the beginnings of words, accents ignored', () => {
    expect(foundIn(commands, 'config').map(({ id }) => id)).toEqual(['help']);
    expect(foundIn(commands, 'para ir').map(({ id }) => id)).toEqual(['fav']);
    expect(foundIn(commands, 'zzz')).toEqual([]);
  });

  it('shows what begins with the words first, and all without words', () => {
    expect(foundIn(commands, 'a').map(({ id }) => id)).toEqual(['new', 'fav', 'help']);
    expect(foundIn(commands, ' ')).toHaveLength(3);
  });
});

describe('the store', () => {
  it('forgets everything when another person, or another company, comes', () => {
    const session = createSession({
      channel: { postMessage: () => undefined, onmessage: null },
      alone: (work) => work(),
      tabs: async () => 1,
      refresh: async () => undefined,
      now: () => 0,
      wait: async () => undefined,
      remembered: { read: () => false, write: () => undefined },
    });
    const store = createStore();
    followSession(session, store);
    const answer = { accessToken: 'a', expiresIn: 600, userId: 'ana', tenantId: 'curious', role: 'OWNER' };
    session.adopt(answer);
    store.dispatch(began({ id: '1', pocId: 'p1', patch: { name: 'mine' } }));
    session.adopt({ ...answer, accessToken: 'b' });
    expect(store.getState().pocChanges.pending).toHaveLength(1);
    session.adopt({ ...answer, tenantId: 'acme' });
    expect(store.getState().pocChanges.pending).toHaveLength(0);
  });
});

/** Every sentence by its place, functions called with a number that could be a word. */
function sentences(value: unknown, place: string, words: readonly unknown[] = ['7', '7', '7']): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return [[place, String((value as (...words: readonly unknown[]) => string)(...words))]];
  return Object.entries(value as object).flatMap(([key, each]) => sentences(each, `${place}.${key}`, words));
}

/** Of pages that bring their own: each exports them by language. */
const broughtByPages: Record<string, Record<string, unknown>> = import.meta.glob('../**/*-texts.ts', { eager: true });
const isSpoken = (value: unknown): value is Record<'en' | 'pt-BR', object> =>
  typeof value === 'object' && value !== null && 'en' in value && 'pt-BR' in value;

const spokenIn = (language: 'en' | 'pt-BR', first: object): object => ({
  ...first,
  ...Object.fromEntries(
    Object.entries(broughtByPages).flatMap(([file, exported]) =>
      Object.values(exported)
        .filter(isSpoken)
        .map((texts) => [file, texts[language]]),
    ),
  ),
});

describe('the texts', () => {
  const [english, portuguese] = [sentences(spokenIn('en', en), ''), sentences(spokenIn('pt-BR', ptBr), '')];

  it('are there in both languages, at the same places', () => {
    expect(english.map(([place]) => place)).toContain('.../features/pocs/stats/stats-texts.ts.title');
    expect(english.map(([place]) => place)).toContain('.../features/tenants/texts/use-tenants-texts.ts.company');
    expect(english.map(([place]) => place)).toEqual(portuguese.map(([place]) => place));
    expect(english.length).toBeGreaterThan(150);
    expect([...english, ...portuguese].filter(([, text]) => text.trim() === '' || /undefined|\[object/.test(text))).toEqual([]);
  });

  it('are translated', () => {
    const said = new Map(english);
    const same = portuguese.filter(([place, text]) => said.get(place) === text && /[a-z]{4}.*\s/i.test(text));
    expect(same.map(([place]) => place)).toEqual(['.app.speakEnglish', '.app.speakPortuguese']);
  });

  it('count as the language writes numbers, whatever the browser speaks', () => {
    const counts = (texts: object) => sentences(texts, '', [5000, 5000, 5000]).filter(([, text]) => /5[.,\s]000/.test(text));
    const [inEnglish, inPortuguese] = [counts(spokenIn('en', en)), counts(spokenIn('pt-BR', ptBr))];
    expect(inEnglish.length).toBeGreaterThan(15);
    expect(inEnglish.filter(([, text]) => !text.includes('5,000'))).toEqual([]);
    expect(inPortuguese.filter(([, text]) => !text.includes('5.000'))).toEqual([]);
    expect(inPortuguese.map(([place]) => place)).toEqual(inEnglish.map(([place]) => place));
  });

  it('write numbers and days as the language does, where the person lives', () => {
    const formats = formatsOf('pt-BR', 'Asia/Tokyo');
    expect(formats.number(1234.5)).toBe('1.234,5');
    expect(formats.day('2025-12-31T23:30:00.000Z')).toBe('1 de jan. de 2026');
    expect(formats.moment('2025-12-31T23:30:00.000Z')).toContain('08:30');
  });
});
