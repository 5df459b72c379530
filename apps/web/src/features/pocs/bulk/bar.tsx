import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Glyph, Icon } from '@/shared/ui/icon';
import { useBulkTexts } from './bulk-texts';
import type { BarAction } from './selection-bar';

const GLYPHS: Record<BarAction, string> = {
  addTags: 'M3.5 12.5V6h6.5l8 8-6.5 6.5zM7.5 10h.01M18 3v6M15 6h6',
  removeTags: 'M3.5 12.5V6h6.5l8 8-6.5 6.5zM7.5 10h.01M15 6h6',
  publish: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  unpublish: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM4 20L20 4',
  delete: 'M5 7h14M10 7V5h4v2M7 7l1 12h8l1-12',
};

/** So high is what stands at the foot of the window: words about what happened stand above it (app/shell/toasts). */
const FOOT = '--foot';

function useFoot() {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const page = document.documentElement.style;
    const element = bar.current;
    if (!element) return undefined;
    const watching = new ResizeObserver(() => page.setProperty(FOOT, `${element.offsetHeight + 12}px`));
    watching.observe(element);
    return () => {
      watching.disconnect();
      page.removeProperty(FOOT);
    };
  }, []);
  return bar;
}

const FRAME = {
  position: 'sticky',
  bottom: { xs: 8, sm: 12 },
  zIndex: 20,
  mx: { xs: 1, sm: 0 },
  mt: 1.5,
  pl: { xs: 0.5, sm: 1 },
  pr: { xs: 0.5, sm: 6 },
  py: 0.75,
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  flexWrap: 'wrap',
  columnGap: 1,
  border: 1,
  borderColor: 'primary.main',
  borderRadius: 2.5,
  bgcolor: 'background.paper',
  boxShadow: '0 6px 24px #0003',
  '@media print': { display: 'none' },
} as const;

const ACTIONS = { display: 'flex', gap: 0.25, flex: { xs: '1 1 100%', sm: '0 1 auto' }, flexWrap: { sm: 'wrap' } } as const;

/** On a phone what it does stands below its picture, like the places above the page. */
const ACTION = {
  flex: { xs: '1 1 0', sm: 'none' },
  minWidth: 0,
  minHeight: { xs: 52, sm: 36 },
  px: { xs: 0.25, sm: 1 },
  py: { xs: 0.5, sm: 0.25 },
  flexDirection: { xs: 'column', sm: 'row' },
  justifyContent: { xs: 'flex-start', sm: 'center' },
  gap: { xs: 0.25, sm: 0 },
  fontSize: { xs: '0.75rem', sm: '0.8125rem' },
  lineHeight: { xs: 1.2, sm: 1.6 },
  whiteSpace: { sm: 'nowrap' },
  '& .MuiButton-startIcon': { ml: 0, mr: { xs: 0, sm: 0.75 } },
} as const;

interface Props {
  said: string;
  hint?: string;
  actions: readonly BarAction[];
  isEmpty: boolean;
  onAction: (action: BarAction) => void;
  onClear: () => void;
  /** What picks more. */
  children: ReactNode;
}

export function Bar({ said, hint, actions, isEmpty, onAction, onClear, children }: Props) {
  const t = useBulkTexts();
  return (
    <Box ref={useFoot()} role="region" aria-label={t.section} sx={FRAME}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 0.5, minHeight: 36, pl: 1 }}>
        <Box component="strong" sx={{ fontVariantNumeric: 'tabular-nums', mr: 0.5 }}>
          {said}
        </Box>
        {hint && (
          <Box component="small" sx={{ color: 'text.secondary' }}>
            {hint}
          </Box>
        )}
        {children}
      </Box>
      <Box sx={ACTIONS}>
        {actions.map((action) => (
          <Button
            key={action}
            size="small"
            aria-label={t.actions[action]}
            color={action === 'delete' ? 'error' : 'inherit'}
            disabled={isEmpty}
            startIcon={<Glyph path={GLYPHS[action]} size={16} />}
            onClick={() => onAction(action)}
            sx={ACTION}
          >
            {t.short[action]}
          </Button>
        ))}
      </Box>
      <IconButton
        size="small"
        aria-label={t.clear}
        onClick={onClear}
        sx={{ position: 'absolute', top: 6, right: 6, width: 36, height: 36 }}
      >
        <Icon name="close" size={16} />
      </IconButton>
    </Box>
  );
}
