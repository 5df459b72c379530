import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { limits } from '@/generated/rules';
import type { Shown } from '../model/changes';
import { useActions } from '../model/use-actions';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { Editable } from './editable';

const { name: NAME, description: DESCRIPTION } = limits.PocPatch;

/** What a POC is called and what is told about it. Text: nothing in it is ever taken for HTML. */
export function PocTexts({
  poc,
  isLocked,
  startsOpen,
  actions,
}: {
  poc: Shown;
  isLocked: boolean;
  startsOpen: boolean;
  actions: ReactNode;
}) {
  const t = usePocsTexts();
  const { edit } = useActions();
  return (
    <>
      <Editable
        name="name"
        says={t.name}
        value={poc.name}
        rule={NAME}
        isNeeded
        isLocked={isLocked}
        startsOpen={startsOpen}
        onSave={(name) => void edit(poc, { name: name.trim() })}
      >
        <Typography variant="h1" sx={{ fontSize: '1.75rem', overflowWrap: 'anywhere' }}>
          {poc.name}
        </Typography>
      </Editable>
      {actions}
      <Editable
        name="description"
        says={t.description}
        value={poc.description ?? ''}
        rule={DESCRIPTION}
        isMultiline
        isLocked={isLocked}
        onSave={(description) => void edit(poc, { description: description || null })}
      >
        <Box
          sx={{
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
            lineHeight: 1.6,
            color: poc.description ? 'text.primary' : 'text.secondary',
            minHeight: 24,
          }}
        >
          {poc.description ?? t.nothingYet}
        </Box>
      </Editable>
    </>
  );
}
