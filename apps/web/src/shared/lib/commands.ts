/**
 * A command is one object: palette, shortcuts, menus and the help page show the same. Whoever can do something offers it while it is
 * on screen: `useCommands([{ id: 'pocs.new', ... }])`.
 */
import { useEffect, useSyncExternalStore } from 'react';
import { emitter } from './events';

export interface Command {
  id: string;
  name: string;
  section: string;
  /** As shown and as pressed: `n`, `?`, `Mod+K` (Ctrl, on a Mac Command), `Shift+D`. */
  keys?: string;
  perform: () => void;
}

const changed = emitter<readonly Command[]>();
const offered = new Map<symbol, readonly Command[]>();
let listed: readonly Command[] = [];

/** Two that would be performed by one key: only the later one is, and nobody is told. */
export function clashesIn(commands: readonly Command[]): readonly string[] {
  const taken = new Map<string, Command>();
  return commands.flatMap((command) => {
    if (command.keys === undefined) return [];
    const chord = command.keys.toLowerCase();
    const other = taken.get(chord);
    taken.set(chord, command);
    return other ? [`${other.keys} is taken by ${other.id} and by ${command.id}`] : [];
  });
}

/** Whoever looks at the console, and every journey, is told of a clash: once all that is offered together is there. */
function tellOfClashes(): void {
  queueMicrotask(() => clashesIn(listed).forEach((clash) => reportError(new Error(clash))));
}

function offer(commands: readonly Command[]): () => void {
  const key = Symbol('offer');
  const tell = () => {
    listed = [...offered.values()].flat();
    changed.tell(listed);
  };
  offered.set(key, commands);
  tell();
  tellOfClashes();
  return () => {
    offered.delete(key);
    tell();
  };
}

/** The commands must keep their identity between renders (useMemo), or all are told of a change each time. */
export const useCommands = (commands: readonly Command[]): void => useEffect(() => offer(commands), [commands]);

export const commandsNow = (): readonly Command[] => listed;

export const useOfferedCommands = (): readonly Command[] => useSyncExternalStore((listener) => changed.listen(listener), commandsNow);

/** What a command does that leads to a field: the field is seen, and has the focus. */
export function focusOn(id: string): void {
  const field = document.getElementById(id) ?? document.querySelector<HTMLElement>(`[data-field="${CSS.escape(id)}"]`);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
