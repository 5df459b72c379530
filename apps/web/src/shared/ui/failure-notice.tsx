/** What went wrong, in words that say what to do; with the request's id, for who asks for help. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import type { Failure } from '../api/failure';
import { CopyButton } from './copy-button';
import { Notice } from './notice';
import { useUiTexts } from './texts';
import type { UiTexts } from './texts';

export function detailOf(failure: Failure, t: UiTexts): string {
  if (failure.kind === 'offline') return t.offline;
  if (failure.kind === 'company_changed') return t.companyChanged;
  return failure.detail || t.somethingWrong;
}

/** Seconds until it makes sense to ask again, counting down. */
function useCountdown(failure: Failure): number {
  const [seconds, setSeconds] = useState(failure.retryAfter ?? 0);
  useEffect(() => {
    setSeconds(failure.retryAfter ?? 0);
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1000);
    return () => clearInterval(timer);
  }, [failure]);
  return seconds;
}

export function FailureNotice({ failure, onAgain }: { failure: Failure; onAgain?: () => void }) {
  const t = useUiTexts();
  const seconds = useCountdown(failure);
  return (
    <Notice
      kind="failed"
      action={
        onAgain && (
          <Button color="inherit" size="small" disabled={seconds > 0} onClick={onAgain}>
            {seconds > 0 ? t.tryAgainIn(seconds) : t.tryAgain}
          </Button>
        )
      }
    >
      {detailOf(failure, t)}
      {failure.requestId && failure.status >= 500 && (
        <Box component="span" sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 0.5, opacity: 0.9 }}>
          {t.requestId} <code style={{ overflowWrap: 'anywhere' }}>{failure.requestId}</code> <CopyButton text={failure.requestId} />
        </Box>
      )}
    </Notice>
  );
}
