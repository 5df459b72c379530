import { textsOf } from '@/shared/lib/texts';
import type { AppTexts } from './app-en';

export const useAppTexts = textsOf<AppTexts>('app');
