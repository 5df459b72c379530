/** Which key was pressed, in the words of a command: `n`, `?`, `Mod+k`, `Shift+Enter`. */
interface Pressed {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  repeat: boolean;
  getModifierState(name: string): boolean;
}

const isLetterLike = (key: string): boolean => [...key].length === 1;

/** Undefined while a letter is being composed, after a dead key (´ ~ ^ on ABNT2), with AltGr, and while a key is held down. */
export function chordOf(event: Pressed): string | undefined {
  if (event.isComposing || event.key === 'Dead' || event.key === 'Process' || event.repeat) return undefined;
  if (event.getModifierState('AltGraph') || event.altKey) return undefined;
  const mod = event.ctrlKey || event.metaKey ? 'Mod+' : '';
  const shift = event.shiftKey && !isLetterLike(event.key) ? 'Shift+' : ''; // ? is Shift+/ on one keyboard, Shift+w on another
  return `${mod}${shift}${isLetterLike(event.key) ? event.key.toLowerCase() : event.key}`;
}

/** Pressed alone: what a person who types, or dictates, presses without meaning a command. */
export const isSingleKey = (chord: string): boolean => !chord.startsWith('Mod+');

export function isTypedInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  const types = ['checkbox', 'radio', 'button', 'submit', 'range', 'switch'];
  return target instanceof HTMLInputElement && !types.includes(target.type);
}

export const isSameChord = (keys: string, chord: string): boolean => keys.toLowerCase() === chord.toLowerCase();

const onMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

/** As keyboards spell it. */
export const keysShown = (keys: string): string => keys.replace('Mod', onMac() ? '⌘' : 'Ctrl').replace('+', onMac() ? '' : '+');
