import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { limits } from '@/generated/limits';
import type { Shown } from '../model/changes';
import { useActions } from '../model/use-actions';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { Editable } from './editable';

const Markdown = lazy(async () => ({ default: (await import('./markdown')).Markdown }));

const { name: NAME, description: DESCRIPTION } = limits.PocPatch;

/** What a POC is called and what is told about it, as Markdown. Nothing in it is ever taken for HTML. */
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
        hint={t.markdownHint}
        isLocked={isLocked}
        onSave={(description) => void edit(poc, { description: description || null })}
      >
        {poc.description ? (
          <Description text={poc.description} />
        ) : (
          <Box sx={{ color: 'text.secondary', minHeight: 24 }}>{t.nothingYet}</Box>
        )}
      </Editable>
    </>
  );
}

/** As it was written until it can be set. */
function Description({ text }: { text: string }) {
  return (
    <Suspense fallback={<Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: 1.6 }}>{text}</Box>}>
      <Markdown text={text} />
    </Suspense>
  );
}
