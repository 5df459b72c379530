import { textsWith } from '@/shared/lib/texts';
import { tenantsEn } from './en';
import { tenantsPtBr } from './pt-br';

export const tenantsTexts = { en: tenantsEn, 'pt-BR': tenantsPtBr };
export const useTenantsTexts = textsWith(tenantsTexts);
