/** The whole window takes a file while one is dragged over it. */
import Box from '@mui/material/Box';
import { useEffect, useState } from 'react';
import { Icon } from '@/shared/ui/icon';
import { dropped } from './file-check';
import { useImportsTexts } from './imports-texts';
import { largestShown, useImportFile } from './use-import-file';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export function DropZone() {
  const { take, refuse } = useImportFile();
  const [isOver, setOver] = useState(true); // it came because something is
  useEffect(() => {
    const enter = (event: DragEvent) => hasFiles(event) && setOver(true);
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!event.dataTransfer || !hasFiles(event)) return;
      event.preventDefault();
      void dropped(event.dataTransfer).then((found) => (typeof found === 'string' ? refuse(found) : take(found)));
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [take, refuse]);
  return isOver ? <Over /> : null;
}

function Over() {
  const t = useImportsTexts();
  return (
    <Box
      role="status"
      sx={{
        position: 'fixed',
        inset: 0,
        zIndex: 1450,
        pointerEvents: 'none', // what lies below is what is dropped on
        display: 'grid',
        placeContent: 'center',
        justifyItems: 'center',
        textAlign: 'center',
        gap: 1,
        bgcolor: 'color-mix(in srgb, var(--mui-palette-background-default) 92%, transparent)',
        outline: '3px dashed var(--mui-palette-primary-main)',
        outlineOffset: '-16px',
        color: 'primary.main',
        p: 4,
      }}
    >
      <Icon name="import" size={44} />
      <Box sx={{ fontSize: '1.25rem', fontWeight: 650 }}>{t.dropHere}</Box>
      <Box sx={{ color: 'text.primary' }}>{t.limits(largestShown)}</Box>
    </Box>
  );
}
