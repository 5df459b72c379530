/** What keys do with the active row. */
import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCommands } from '@/shared/lib/commands';
import type { Shown } from '../model/changes';
import { useActions } from '../model/use-actions';
import { usePocsTexts } from '../texts/use-pocs-texts';
import type { KnownRows } from './rows-of';
import type { Selecting } from './use-selection';

export function useListCommands(
  rows: KnownRows,
  active: number,
  move: (steps: number) => void,
  { selection, pick, all }: Selecting,
): { favorite: (poc: Shown) => void } {
  const t = usePocsTexts();
  const navigate = useNavigate();
  const { mark, remove } = useActions();
  const poc = rows.at(active);
  const favorite = useCallback((one: Shown) => void mark(one, !one.isFavorite), [mark]);
  const commands = useMemo(() => {
    const section = t.list;
    const isOfMany = selection.size > 0; // then it is all of them that Delete deletes
    const moving = [
      { id: 'pocs.next', name: t.commands.next, section, keys: 'j', perform: () => move(1) },
      { id: 'pocs.previous', name: t.commands.previous, section, keys: 'k', perform: () => move(-1) },
      { id: 'pocs.pick-all', name: t.commands.pickAll, section, keys: 'a', perform: all },
    ];
    if (!poc || poc.isNew) return moving;
    return [
      ...moving,
      { id: 'pocs.open', name: t.commands.open, section, keys: 'o', perform: () => navigate(`/pocs/${poc.pocId}`) },
      {
        id: 'pocs.edit',
        name: t.commands.edit,
        section,
        keys: 'e',
        perform: () => navigate(`/pocs/${poc.pocId}`, { state: { isEditing: true } }),
      },
      { id: 'pocs.favorite', name: t.commands.favorite, section, keys: 'f', perform: () => favorite(poc) },
      { id: 'pocs.pick', name: t.commands.pick, section, keys: 'x', perform: () => pick(active) },
      ...(isOfMany ? [] : [{ id: 'pocs.delete', name: t.commands.delete, section, keys: 'Delete', perform: () => void remove(poc) }]),
    ];
  }, [t, navigate, move, poc, favorite, remove, selection.size, pick, all, active]);
  useCommands(commands);
  return { favorite };
}
