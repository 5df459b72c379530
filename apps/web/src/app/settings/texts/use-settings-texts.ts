import { textsWith } from '@/shared/lib/texts';
import { settingsEn } from './en';
import { settingsPtBr } from './pt-br';

export const settingsTexts = { en: settingsEn, 'pt-BR': settingsPtBr };
export const useSettingsTexts = textsWith(settingsTexts);
