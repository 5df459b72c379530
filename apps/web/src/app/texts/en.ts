/** What the first page needs; other screens bring their own (`textsWith`). */
import { pocsEn } from '@/features/pocs/texts/en';
import { sessionsEn } from '@/features/sessions/texts/en';
import type { TextsOfLanguage } from '@/shared/lib/texts';
import { uiEn } from '@/shared/ui/texts/en';
import { appEn } from './app-en';

export const texts: TextsOfLanguage = {
  app: appEn,
  ui: uiEn,
  sessions: sessionsEn,
  pocs: pocsEn,
};
