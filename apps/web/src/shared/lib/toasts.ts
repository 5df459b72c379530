/** One short word about what just happened, with what can be done about it. app/shell shows them. */
import { emitter } from './events';

export interface Toast {
  /** The same key replaces what it said before. */
  key: string;
  text: string;
  kind?: 'done' | 'failed';
  action?: { name: string; perform: () => void };
  /** To name when asking for help; shown to be copied. */
  requestId?: string;
  /** What was typed and could not be kept; shown to be copied. */
  typed?: string;
}

export const toasts = emitter<Toast>();
export const toast = (one: Toast): void => toasts.tell(one);
