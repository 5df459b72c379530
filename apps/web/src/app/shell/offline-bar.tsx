import Box from '@mui/material/Box';
import { useSyncExternalStore } from 'react';
import { useAppTexts } from '../texts/app-texts';

function listen(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export function OfflineBar() {
  const t = useAppTexts();
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine);
  return (
    <div role="status">
      {!isOnline && (
        <Box sx={{ px: 2, py: 0.75, textAlign: 'center', fontSize: '0.8125rem', bgcolor: 'text.primary', color: 'background.paper' }}>
          {t.offline}
        </Box>
      )}
    </div>
  );
}
