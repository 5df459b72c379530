import { credentialsPtBr } from '@/features/credentials/texts/texts';
import { pocsPtBr } from '@/features/pocs/texts/pt-br';
import { sessionsPtBr } from '@/features/sessions/texts/texts';
import { usersPtBr } from '@/features/users/texts/texts';
import type { TextsOfLanguage } from '@/shared/lib/texts';
import { uiPtBr } from '@/shared/ui/texts';
import { appPtBr } from './app-texts';

export const texts: TextsOfLanguage = {
  app: appPtBr,
  ui: uiPtBr,
  sessions: sessionsPtBr,
  users: usersPtBr,
  credentials: credentialsPtBr,
  pocs: pocsPtBr,
};
