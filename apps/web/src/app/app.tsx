import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { useEffect, useMemo } from 'react';
import { Provider } from 'react-redux';
import type { Session } from '@/shared/api/session';
import { SessionProvider } from '@/shared/api/session-context';
import { showDensity, showTheme, themeChosen } from '@/shared/lib/preferences';
import { TextsProvider } from '@/shared/lib/texts';
import { AppRoutes } from './routes';
import { SpeakContext, useSpoken } from './spoken';
import type { Spoken } from './spoken';
import type { Store } from './store';
import { theme } from './theme';

function useLook(): void {
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => {
      showTheme(themeChosen());
      showDensity();
    };
    system.addEventListener('change', follow);
    window.addEventListener('storage', follow); // chosen in another tab
    return () => {
      system.removeEventListener('change', follow);
      window.removeEventListener('storage', follow);
    };
  }, []);
}

export function App({ session, store, spoken: first }: { session: Session; store: Store; spoken: Spoken }) {
  const { spoken, speak, liveIn } = useSpoken(first);
  useLook();
  const speaking = useMemo(() => ({ speak, liveIn }), [speak, liveIn]);
  return (
    <Provider store={store}>
      <ThemeProvider theme={theme} storageManager={null} colorSchemeNode={null} noSsr>
        <CssBaseline />
        <TextsProvider {...spoken} timeZone={spoken.timeZone}>
          <SpeakContext.Provider value={speaking}>
            <SessionProvider session={session}>
              <AppRoutes />
            </SessionProvider>
          </SpeakContext.Provider>
        </TextsProvider>
      </ThemeProvider>
    </Provider>
  );
}
