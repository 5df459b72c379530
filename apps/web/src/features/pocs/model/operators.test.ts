import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from './filters';
import { dayAfter, dayOf, parseTyped, withAsked } from './operators';

const done = (text: string) => parseTyped(text, true);

describe('what is typed into the search', () => {
  it('is words', () => expect(done('kafka streams')).toEqual({ words: 'kafka streams', asked: {}, notUnderstood: [] }));

  it('has operators that stand for filters', () => {
    expect(done('kafka lang:go tag:log framework:spring is:favorite after:2024 before:2026-02')).toEqual({
      words: 'kafka ',
      asked: { languages: ['Go'], tags: ['log'], frameworks: ['spring'], isFavorite: true, after: '2025-01-01', before: '2026-02-01' },
      notUnderstood: [],
    });
  });

  it('adds tags to those that hold, each once and in lower case', () => {
    const { asked } = done('tag:Log tag:"event log" tag:a,b');
    expect(withAsked({ ...NO_FILTERS, tags: ['log', 'old'] }, asked, 'x')).toEqual({
      ...NO_FILTERS,
      tags: ['log', 'old', 'event log', 'a', 'b'],
      search: 'x',
    });
  });

  it('takes several languages and frameworks, said apart or at once, by any of their names', () => {
    const { asked, words } = done('x lang:go lang:rust,golang,py framework:qt,gRPC framework:"Spring, Boot"');
    expect(words).toBe('x ');
    expect(asked).toEqual({ languages: ['Go', 'Rust', 'Python'], frameworks: ['qt', 'gRPC', 'Spring, Boot'] });
    const held = { ...NO_FILTERS, languages: ['Java', 'Rust'], frameworks: ['gRPC'] };
    expect(withAsked(held, asked, '')).toEqual({
      ...NO_FILTERS,
      languages: ['Java', 'Rust', 'Go', 'Python'],
      frameworks: ['gRPC', 'qt', 'Spring, Boot'],
    });
  });

  it('does not understand several of which none is left, or one is too long', () =>
    expect(done(`lang:, lang:go,${'l'.repeat(51)}`).notUnderstood).toEqual(['lang:,', `lang:go,${'l'.repeat(51)}`]));

  it('leaves an operator that is still being typed among the words', () => {
    expect(parseTyped('kafka lang:g', false)).toEqual({ words: 'kafka lang:g', asked: {}, notUnderstood: [] });
    expect(parseTyped('kafka lang:go ', false)).toMatchObject({ words: 'kafka ', asked: { languages: ['Go'] } });
  });

  it('says which operators it does not understand, and searches for the rest', () => {
    expect(done('kafka colour:red after:soon is:great')).toEqual({
      words: 'kafka ',
      asked: {},
      notUnderstood: ['colour:red', 'after:soon', 'is:great'],
    });
  });

  it('understands Portuguese', () => {
    expect(done('linguagem:go antes:2025 depois:2023 is:favorita is:empresa').asked).toEqual({
      languages: ['Go'],
      before: '2025-01-01',
      after: '2024-01-01',
      isFavorite: true,
      scope: 'tenant',
    });
  });

  it('takes an address for words', () => expect(done('https://example.org/x').words).toBe('https://example.org/x'));

  it('means whole years, months and days', () => {
    expect([dayOf('2024'), dayOf('2024-05'), dayOf('2024-05-31'), dayOf('2024-13')]).toEqual([
      '2024-01-01',
      '2024-05-01',
      '2024-05-31',
      undefined,
    ]);
    expect([dayAfter('2024'), dayAfter('2024-12'), dayAfter('2024-05'), dayAfter('2024-12-31')]).toEqual([
      '2025-01-01',
      '2025-01-01',
      '2024-06-01',
      '2025-01-01',
    ]);
  });
});
