import { textsOf } from '@/shared/lib/texts';
import type { PocsTexts } from './en';

export const usePocsTexts = textsOf<PocsTexts>('pocs');
