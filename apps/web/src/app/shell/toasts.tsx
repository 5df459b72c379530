/** The newest three words about what happened. One with something to do in it stays longer, and as long as it is looked at. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useCallback, useEffect, useState } from 'react';
import { toasts } from '@/shared/lib/toasts';
import type { Toast } from '@/shared/lib/toasts';
import { CopyButton } from '@/shared/ui/copy-button';
import { Icon } from '@/shared/ui/icon';
import { useUiTexts } from '@/shared/ui/texts';

const AT_ONCE = 3;
const SHORT_MS = 5_000;
const LONG_MS = 12_000;

export function Toasts() {
  const [shown, setShown] = useState<readonly Toast[]>([]);
  const add = (toast: Toast) => setShown((before) => [...before.filter(({ key }) => key !== toast.key), toast].slice(-AT_ONCE));
  useEffect(() => toasts.listen(add), []);
  const remove = useCallback((toast: Toast) => setShown((before) => before.filter((each) => each !== toast)), []);
  return (
    <Box
      role="status"
      aria-live="polite"
      sx={{
        position: 'fixed',
        zIndex: 1400,
        bottom: 'calc(20px + var(--foot, 0px))', // above what stands there
        left: 16,
        right: 16,
        display: 'grid',
        gap: 1,
        justifyItems: 'center',
        pointerEvents: 'none',
        '@media print': { display: 'none' },
      }}
    >
      {shown.map((toast) => (
        <One key={toast.key} toast={toast} onEnd={remove} />
      ))}
    </Box>
  );
}

function One({ toast, onEnd }: { toast: Toast; onEnd: (toast: Toast) => void }) {
  const t = useUiTexts();
  const [isHeld, setHeld] = useState(false);
  const stays = Boolean(toast.action ?? toast.typed) || toast.kind === 'failed';
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => onEnd(toast), stays ? LONG_MS : SHORT_MS);
    return () => clearTimeout(timer);
  }, [toast, isHeld, stays, onEnd]);
  const act = () => {
    toast.action?.perform();
    onEnd(toast);
  };
  return (
    <Box
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      sx={{
        pointerEvents: 'auto',
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 0.5,
        maxWidth: 560,
        pl: 2,
        pr: 0.75,
        py: 0.5,
        borderRadius: 2.5,
        bgcolor: 'text.primary',
        color: 'background.paper',
        boxShadow: '0 6px 24px #0004',
        fontSize: '0.875rem',
        minHeight: 44,
      }}
    >
      <span style={{ overflowWrap: 'anywhere' }}>{toast.text}</span>
      {toast.requestId && <CopyButton text={toast.requestId}>{t.requestId}</CopyButton>}
      {toast.typed && <CopyButton text={toast.typed}>{t.copyTyped}</CopyButton>}
      {toast.action && (
        <Button size="small" color="inherit" sx={{ fontWeight: 700 }} onClick={act}>
          {toast.action.name}
        </Button>
      )}
      <IconButton size="small" color="inherit" aria-label={t.close} onClick={() => onEnd(toast)}>
        <Icon name="close" size={16} />
      </IconButton>
    </Box>
  );
}
