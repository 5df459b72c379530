/** Changes that were refused because the POC is not what it was: which version stays is the person's to say. */
import type { Poc, PocPatch } from '@/generated/catalog';
import { emitter } from '@/shared/lib/events';

export interface Conflict {
  poc: Pick<Poc, 'pocId' | 'version' | 'name'>;
  patch: PocPatch;
}

export const conflicts = emitter<Conflict>();
