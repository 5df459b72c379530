/** What the first page needs; other screens bring their own (`textsWith`). */
import { pocsPtBr } from '@/features/pocs/texts/pt-br';
import { sessionsPtBr } from '@/features/sessions/texts/pt-br';
import type { TextsOfLanguage } from '@/shared/lib/texts';
import { uiPtBr } from '@/shared/ui/texts/pt-br';
import { appPtBr } from './app-pt-br';

export const texts: TextsOfLanguage = {
  app: appPtBr,
  ui: uiPtBr,
  sessions: sessionsPtBr,
  pocs: pocsPtBr,
};
