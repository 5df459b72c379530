import { credentialsEn } from '@/features/credentials/texts/texts';
import { pocsEn } from '@/features/pocs/texts/en';
import { sessionsEn } from '@/features/sessions/texts/texts';
import { usersEn } from '@/features/users/texts/texts';
import type { TextsOfLanguage } from '@/shared/lib/texts';
import { uiEn } from '@/shared/ui/texts';
import { appEn } from './app-texts';

export const texts: TextsOfLanguage = {
  app: appEn,
  ui: uiEn,
  sessions: sessionsEn,
  users: usersEn,
  credentials: credentialsEn,
  pocs: pocsEn,
};
