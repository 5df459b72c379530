/** One change of many POCs: seen at once, each answered by itself, what is refused undone alone. */
import { nanoid } from '@reduxjs/toolkit';
import type { BulkAction, BulkOutcome } from '@/generated/catalog';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { began, deleted, refused, versionOf, written } from './changes';
import type { Change } from './changes';
import { pocsApi } from './endpoints';
import { inOrderOfAll } from './in-order';
import type { Picked } from './selection';
import type { PocsDispatch, PocsState } from './store';
import { isAmong } from './values';

/** What is done with them; the tags of addTags and removeTags. */
export interface Deed {
  action: BulkAction;
  tags: readonly string[];
}

export interface Changed {
  /** As they are now. */
  done: readonly Picked[];
  /** What stays as it is, and the word for why: none where nobody could be asked. */
  refused: readonly { poc: Picked; code?: string }[];
  /** Why nobody could be asked. */
  failure?: Failure;
}

export const lacking = (held: readonly string[], tags: readonly string[]): readonly string[] => tags.filter((tag) => !held.includes(tag));
/** As the service compares tags that are taken away. */
export const among = (held: readonly string[], tags: readonly string[]): readonly string[] => held.filter((tag) => isAmong(tags, tag));

/** What it makes of one of them. */
function becoming({ action, tags }: Deed, poc: Picked): Pick<Change, 'patch' | 'isDeleted'> {
  switch (action) {
    case 'addTags':
      return { patch: { tags: [...poc.tags, ...lacking(poc.tags, tags)] } };
    case 'removeTags':
      return { patch: { tags: [...lacking(poc.tags, among(poc.tags, tags))] } };
    case 'publish':
      return { patch: { isPublic: true } };
    case 'unpublish':
      return { patch: { isPublic: false } };
    case 'delete':
      return { isDeleted: true };
    case 'restore':
      return { isDeleted: false };
  }
}

type Outcome = Pick<BulkOutcome, 'version' | 'code'>;
interface Answers {
  outcomes: ReadonlyMap<string, Outcome>;
  failure?: Failure;
}

const ask =
  ({ action, tags }: Deed, pocs: readonly Picked[]) =>
  async (dispatch: PocsDispatch, getState: () => PocsState): Promise<Answers> => {
    const { pocChanges } = getState();
    const seen = pocs.map((poc) => ({ pocId: poc.pocId, version: versionOf(pocChanges, poc) }));
    const asked = pocsApi.endpoints.changePocs.initiate({
      'Idempotency-Key': crypto.randomUUID(),
      bulkChange: { action, pocs: seen, ...(tags.length > 0 && { tags: [...tags] }) },
    });
    try {
      const { items } = await dispatch(asked).unwrap();
      return { outcomes: new Map(items.map((outcome) => [outcome.pocId, outcome])) };
    } catch (error) {
      return { outcomes: new Map<string, Outcome>(), failure: asFailure(error) };
    }
  };

const versionAfter = ({ outcomes }: Answers, { pocId }: Picked): number | undefined => {
  const outcome = outcomes.get(pocId);
  return outcome?.code === null && outcome.version !== null ? outcome.version : undefined;
};

export const changeMany =
  (pocs: readonly Picked[], deed: Deed) =>
  async (dispatch: PocsDispatch): Promise<Changed> => {
    const changes = pocs.map((poc) => ({ poc, id: nanoid(), ...becoming(deed, poc) }));
    changes.forEach(({ poc: { pocId }, ...change }) => dispatch(began({ ...change, pocId })));
    const answers = await inOrderOfAll(
      pocs.map(({ pocId }) => pocId),
      async () => dispatch(ask(deed, pocs)),
    );
    for (const { poc, id, isDeleted, patch } of changes) {
      const { pocId } = poc;
      const version = versionAfter(answers, poc);
      if (version === undefined) dispatch(refused(id));
      else if (isDeleted !== undefined) dispatch(deleted({ id, pocId, isDeleted, at: Date.now() }));
      else dispatch(written({ id, poc: { pocId, version, ...(patch as Partial<Picked>) } }));
    }
    dispatch(pocsApi.util.invalidateTags(['Pocs', ...pocs.map(({ pocId }) => ({ type: 'Poc' as const, id: pocId }))]));
    return { ...told(changes, answers), failure: answers.failure };
  };

function told(changes: readonly { poc: Picked; patch?: Change['patch'] }[], answers: Answers): Pick<Changed, 'done' | 'refused'> {
  const done = changes.flatMap(({ poc, patch }) => {
    const version = versionAfter(answers, poc);
    return version === undefined ? [] : { ...poc, ...(patch as Partial<Picked>), version };
  });
  const refusals = changes
    .filter(({ poc }) => versionAfter(answers, poc) === undefined)
    .map(({ poc }) => ({ poc, code: answers.outcomes.get(poc.pocId)?.code ?? undefined }));
  return { done, refused: refusals };
}
