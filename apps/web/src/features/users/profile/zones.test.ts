import { describe, expect, it } from 'vitest';
import { localesWith } from './locales';
import { zonesWith } from './zones';

const regions = { America: 'América', Europe: 'Europa', other: 'Outros' };

describe('the time zones', () => {
  it('stand by the part of the world, each by its place', () => {
    const zones = zonesWith('America/Sao_Paulo', ['Europe/Lisbon', 'America/Argentina/Buenos_Aires', 'America/Sao_Paulo'], regions);
    expect([...zones]).toEqual([
      [
        'América',
        [
          { value: 'America/Argentina/Buenos_Aires', name: 'Argentina · Buenos Aires' },
          { value: 'America/Sao_Paulo', name: 'Sao Paulo' },
        ],
      ],
      ['Europa', [{ value: 'Europe/Lisbon', name: 'Lisbon' }]],
      ['Outros', [{ value: 'UTC', name: 'UTC' }]],
    ]);
  });

  it('have among them the one that is chosen, which this browser may not know', () => {
    expect(zonesWith('Mars/Olympus', [], regions).get('Outros')).toContainEqual({ value: 'Mars/Olympus', name: 'Olympus' });
  });
});

describe('the languages', () => {
  it('are those that are spoken here', () => {
    expect(localesWith('en', 'en').map(({ value }) => value)).toEqual(['en', 'pt-BR']);
  });

  it('have among them the one that a person has, whatever it is', () => {
    expect(localesWith('fr', 'en').at(-1)).toEqual({ value: 'fr', name: 'French' });
    expect(localesWith('pt', 'pt-BR').map(({ value }) => value)).toEqual(['en', 'pt-BR', 'pt']);
  });
});
