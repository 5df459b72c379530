import { textsWith } from '@/shared/lib/texts';
import { helpEn } from './en';
import { helpPtBr } from './pt-br';

export const helpTexts = { en: helpEn, 'pt-BR': helpPtBr };
export const useHelpTexts = textsWith(helpTexts);
