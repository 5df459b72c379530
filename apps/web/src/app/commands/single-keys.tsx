import Box from '@mui/material/Box';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { chooseSingleKeys } from '@/shared/lib/preferences';
import { useSingleKeys } from '@/shared/lib/use-preferences';
import { useAppTexts } from '../texts/app-texts';

/** Whether keys without Ctrl do anything at all. */
export function SingleKeys() {
  const t = useAppTexts();
  const areOn = useSingleKeys();
  return (
    <Box component="label" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Box sx={{ flex: 1 }}>
        <Box component="span" sx={{ fontWeight: 600, fontSize: '0.875rem' }}>
          {t.singleKeys}
        </Box>
        <Typography variant="body2" color="text.secondary">
          {t.singleKeysHint}
        </Typography>
      </Box>
      <Switch checked={areOn} onChange={(_event, wanted) => chooseSingleKeys(wanted)} />
    </Box>
  );
}
