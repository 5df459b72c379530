import type { Command } from '@/shared/lib/commands';

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The commands in whose names all typed words begin a word, accents ignored; those that begin with them come first. */
export function foundIn(commands: readonly Command[], typed: string): readonly Command[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return commands;
  const matching = commands.filter(({ name, section }) => {
    const parts = plain(`${name} ${section}`).split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
  const isFirst = ({ name }: Command) => plain(name).startsWith(words[0] as string);
  return [...matching.filter(isFirst), ...matching.filter((command) => !isFirst(command))];
}
