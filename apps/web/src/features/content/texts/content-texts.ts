import { textsWith } from '@/shared/lib/texts';
import { contentEn } from './en';
import { contentPtBr } from './pt-br';

export const contentTexts = { en: contentEn, 'pt-BR': contentPtBr };
export const useContentTexts = textsWith(contentTexts);
