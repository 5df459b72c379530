import { textsWith } from '@/shared/lib/texts';
import { usersEn } from './en';
import { usersPtBr } from './pt-br';

export const usersTexts = { en: usersEn, 'pt-BR': usersPtBr };
export const useUsersTexts = textsWith(usersTexts);
