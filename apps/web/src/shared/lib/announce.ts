/** What a screen reader is to say: politely, one sentence at a time. The live region stands in app/shell. */
import { emitter } from './events';

export const announcements = emitter<string>();
export const announce = (sentence: string): void => announcements.tell(sentence);
