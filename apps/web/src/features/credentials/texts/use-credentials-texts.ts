import { textsWith } from '@/shared/lib/texts';
import { credentialsEn } from './en';
import { credentialsPtBr } from './pt-br';

export const credentialsTexts = { en: credentialsEn, 'pt-BR': credentialsPtBr };
export const useCredentialsTexts = textsWith(credentialsTexts);
