/** Charts are painted, not styled: what the theme says is read when they are, and read again when it changes. */
import { useSyncExternalStore } from 'react';

export interface ChartLook {
  text: string;
  quiet: string;
  accent: string;
  line: string;
  font: string;
}

const read = (style: CSSStyleDeclaration, name: string): string => style.getPropertyValue(`--mui-palette-${name}`).trim();

export function lookNow(): ChartLook {
  const style = getComputedStyle(document.documentElement);
  return {
    text: read(style, 'text-primary'),
    quiet: read(style, 'text-secondary'),
    accent: read(style, 'primary-main'),
    line: read(style, 'divider'),
    font: getComputedStyle(document.body).fontFamily,
  };
}

function whenThemeChanges(listener: () => void): () => void {
  const watching = new MutationObserver(listener);
  watching.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => watching.disconnect();
}

export const useThemeName = (): string | undefined => useSyncExternalStore(whenThemeChanges, () => document.documentElement.dataset.theme);

export const isCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
