import { textsOf } from '@/shared/lib/texts';
import type { SessionsTexts } from './en';

export const useSessionsTexts = textsOf<SessionsTexts>('sessions');
