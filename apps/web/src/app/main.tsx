import '@fontsource-variable/inter/wght.css';
import { createRoot } from 'react-dom/client';
import { baseApi, connectApi } from '@/shared/api/base-api';
import { apiQuery } from '@/shared/api/base-query';
import { browserSession } from '@/shared/api/browser-session';
import { hearTabs } from '@/shared/lib/browser-tabs';
import { followMailedTokens, takeMailedToken } from '@/shared/lib/mailed-token';
import { languageChosen, showDensity } from '@/shared/lib/preferences';
import { App } from './app';
import { followSession } from './follow-session';
import { loadTexts } from './languages';
import { fetchAhead } from './routes';
import { createStore } from './store';

takeMailedToken(); // before anything else is asked for
followMailedTokens();
showDensity();

const session = browserSession();
const store = createStore();
connectApi(apiQuery({ session, language: () => document.documentElement.lang }));
followSession(session, store);
session.begin().catch(() => undefined); // the page that needs to know asks again, and says so
if (session.state().status === 'unknown') fetchAhead(window.location.pathname);
hearTabs((of) => void store.dispatch(baseApi.util.invalidateTags([of])));

const language = languageChosen();
void loadTexts(language).then((texts) => {
  const root = document.getElementById('root') as HTMLElement;
  createRoot(root).render(<App session={session} store={store} spoken={{ language, texts }} />);
});
