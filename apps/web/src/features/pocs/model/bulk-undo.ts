/** What takes a change of many back: for each POC what it was changed by, and nothing that it had or lacked before. */
import { among, lacking } from './bulk';
import type { Deed } from './bulk';
import type { Picked } from './selection';

export interface Undoing extends Deed {
  pocs: readonly Picked[];
}

/** `before` is as they were, `done` as they are. */
export function undoOf({ action, tags }: Deed, before: readonly Picked[], done: readonly Picked[]): readonly Undoing[] {
  const old = new Map(before.map((poc) => [poc.pocId, poc]));
  const all = (back: Deed['action'], isChanged: (was: Picked) => boolean): readonly Undoing[] => {
    const pocs = done.filter(({ pocId }) => isChanged(old.get(pocId) as Picked));
    return pocs.length > 0 ? [{ action: back, tags: [], pocs }] : [];
  };
  switch (action) {
    case 'delete':
      return all('restore', () => true);
    case 'publish':
      return all('unpublish', ({ isPublic }) => !isPublic);
    case 'unpublish':
      return all('publish', ({ isPublic }) => isPublic);
    case 'addTags':
      return byTags('removeTags', done, ({ pocId }) => lacking(old.get(pocId)?.tags ?? [], tags));
    case 'removeTags':
      return byTags('addTags', done, ({ pocId }) => among(old.get(pocId)?.tags ?? [], tags));
    case 'restore':
      return [];
  }
}

/** Those together that are taken back by the same tags. */
function byTags(action: Deed['action'], done: readonly Picked[], tagsOf: (poc: Picked) => readonly string[]): readonly Undoing[] {
  const groups = new Map<string, { tags: readonly string[]; pocs: Picked[] }>();
  for (const poc of done) {
    const tags = tagsOf(poc);
    const key = JSON.stringify([...tags].sort());
    const group = groups.get(key) ?? { tags, pocs: [] };
    groups.set(key, { ...group, pocs: [...group.pocs, poc] });
  }
  return [...groups.values()].filter(({ tags }) => tags.length > 0).map(({ tags, pocs }) => ({ action, tags, pocs }));
}
