/** What was chosen in this browser, as it changes. */
import { useSyncExternalStore } from 'react';
import { densities, listViewChosen, listViews, singleKeys, singleKeysChosen, themeChosen, themes } from './preferences';
import type { Density, ListView, ThemeChoice } from './preferences';

const densityShown = (): Density => (document.documentElement.dataset.density === 'compact' ? 'compact' : 'comfortable');

export const useDensity = (): Density => useSyncExternalStore((listener) => densities.listen(listener), densityShown);
export const useThemeChoice = (): ThemeChoice => useSyncExternalStore((listener) => themes.listen(listener), themeChosen);
export const useSingleKeys = (): boolean => useSyncExternalStore((listener) => singleKeys.listen(listener), singleKeysChosen);
export const useListView = (): ListView => useSyncExternalStore((listener) => listViews.listen(listener), listViewChosen);
