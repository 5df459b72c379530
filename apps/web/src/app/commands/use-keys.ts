/** Keys perform the commands that are offered. Single ones never while something is typed, and not at all where they were switched off. */
import { useEffect } from 'react';
import { commandsNow } from '@/shared/lib/commands';
import { chordOf, isSameChord, isSingleKey, isTypedInto } from '@/shared/lib/keys';
import { singleKeysChosen } from '@/shared/lib/preferences';

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog],[role=alertdialog],[role=menu]') !== null;

export function useKeys(areHeard: boolean): void {
  useEffect(() => {
    if (!areHeard) return undefined;
    const hear = (event: KeyboardEvent) => {
      const chord = chordOf(event);
      if (!chord || event.defaultPrevented) return;
      const isSingle = isSingleKey(chord);
      if (isSingle && (isTypedInto(event.target) || isInDialog(event.target) || !singleKeysChosen())) return;
      const command = commandsNow().findLast(({ keys }) => keys !== undefined && isSameChord(keys, chord));
      if (!command) return;
      event.preventDefault();
      command.perform();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [areHeard]);
}
