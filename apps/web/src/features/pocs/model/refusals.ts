/** What of a change of many stayed as it was. It is told wherever the person has gone meanwhile: app/shell shows it. */
import { emitter } from '@/shared/lib/events';
import type { Picked } from './selection';

export interface Refusals {
  refused: readonly { poc: Pick<Picked, 'pocId' | 'name'>; why: string }[];
  /** What was done, in words, and the way back. */
  done?: string;
  undo?: () => void;
  /** Where nobody could be asked. */
  again?: () => void;
  requestId?: string;
}

export const refusals = emitter<Refusals>();
