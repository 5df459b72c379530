// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { chordOf, isSameChord, isSingleKey, isTypedInto, keysShown } from './keys';

const press = (key: string, more: Partial<KeyboardEventInit> & { altGraph?: boolean } = {}) => {
  const event = new KeyboardEvent('keydown', { key, ...more });
  if (more.altGraph) Object.defineProperty(event, 'getModifierState', { value: (name: string) => name === 'AltGraph' });
  return event;
};

describe('a key', () => {
  it('is named as commands name it', () => {
    expect(chordOf(press('n'))).toBe('n');
    expect(chordOf(press('K', { ctrlKey: true, shiftKey: true }))).toBe('Mod+k');
    expect(chordOf(press('k', { metaKey: true }))).toBe('Mod+k');
    expect(chordOf(press('Enter', { shiftKey: true }))).toBe('Shift+Enter');
  });

  it('is the sign that it writes, whichever keys write it', () => {
    expect(chordOf(press('?', { shiftKey: true }))).toBe('?');
    expect(chordOf(press('/', { shiftKey: true }))).toBe('/');
  });

  it.each([
    ['while a letter is composed', press('a', { isComposing: true })],
    ['that is dead, as the tilde of ABNT2', press('Dead')],
    ['with AltGr, which writes / and ? there', press('/', { altGraph: true })],
    ['with Alt', press('n', { altKey: true })],
    ['that is held down', press('n', { repeat: true })],
  ])('means nothing %s', (_when, event) => expect(chordOf(event)).toBeUndefined());

  it('pressed alone is for who does not type', () => {
    expect(isSingleKey('n') && isSingleKey('Delete')).toBe(true);
    expect(isSingleKey('Mod+k')).toBe(false);
    expect(isSameChord('Mod+K', 'Mod+k')).toBe(true);
  });

  it('belongs to the field that one types into', () => {
    const made = (html: string) => Object.assign(document.createElement('div'), { innerHTML: html }).firstElementChild;
    expect(isTypedInto(made('<input type=search>'))).toBe(true);
    expect(isTypedInto(made('<textarea></textarea>'))).toBe(true);
    expect(isTypedInto(made('<select></select>'))).toBe(true);
    expect(isTypedInto(made('<input type=checkbox>'))).toBe(false);
    expect(isTypedInto(made('<button></button>'))).toBe(false);
    expect(isTypedInto(null)).toBe(false);
  });

  it('is shown as keyboards spell it', () => expect(keysShown('Mod+k')).toBe('Ctrl+k'));
});
