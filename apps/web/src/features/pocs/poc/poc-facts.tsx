import Box from '@mui/material/Box';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { limits } from '@/generated/limits';
import { useFormats } from '@/shared/lib/texts';
import { PublicSwitch } from '../add/add-page';
import { WordsField } from '../add/words-field';
import { colourOf } from '../model/colours';
import type { Shown } from '../model/changes';
import { NO_FILTERS, listAddress } from '../model/filters';
import type { Filters } from '../model/filters';
import { useActions } from '../model/use-actions';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { Editable } from './editable';

const { repositoryUrl: ADDRESS, language: LANGUAGE } = limits.PocPatch;

const listOf = (filters: Partial<Filters>): string => listAddress({ ...NO_FILTERS, ...filters });

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Box sx={{ display: 'contents' }}>
      <Box component="dt" sx={{ color: 'text.secondary', py: 0.5 }}>
        {name}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0, py: 0.5, overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </Box>
  );
}

export function PocFacts({ poc, isLocked }: { poc: Shown; isLocked: boolean }) {
  const t = usePocsTexts();
  const { edit } = useActions();
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '140px minmax(0, 1fr)' },
        columnGap: 2,
        m: 0,
        pt: 2,
        borderTop: 1,
        borderColor: 'divider',
        fontSize: '0.875rem',
      }}
    >
      <Fact name={t.language}>
        <Editable
          name="language"
          says={t.language}
          value={poc.language ?? ''}
          rule={LANGUAGE}
          isLocked={isLocked}
          onSave={(language) => void edit(poc, { language: language.trim() || null })}
        >
          {poc.language ? <Language name={poc.language} /> : t.nothingYet}
        </Editable>
      </Fact>
      <Fact name={t.repositoryUrl}>
        <Editable
          name="repositoryUrl"
          says={t.repositoryUrl}
          value={poc.repositoryUrl ?? ''}
          rule={{ ...ADDRESS, format: 'repository-address' }}
          isLocked={isLocked}
          onSave={(address) => void edit(poc, { repositoryUrl: address.trim() || null })}
        >
          {poc.repositoryUrl ?? t.nothingYet}
        </Editable>
      </Fact>
      <Fact name={t.tags}>
        <Words name="tags" poc={poc} isLocked={isLocked} to={(tag) => listOf({ tags: [tag] })} />
      </Fact>
      <Fact name={t.frameworks}>
        <Words name="frameworks" poc={poc} isLocked={isLocked} to={(framework) => listOf({ frameworks: [framework] })} />
      </Fact>
      <Fact name={t.visibility}>
        {isLocked ? t.public : <PublicSwitch value={poc.isPublic} onChange={(isPublic) => void edit(poc, { isPublic })} />}
      </Fact>
      <Origin poc={poc} />
    </Box>
  );
}

function Origin({ poc }: { poc: Shown }) {
  const t = usePocsTexts();
  const formats = useFormats();
  return (
    <>
      {poc.creatorName && <Fact name={t.author}>{poc.creatorName}</Fact>}
      <Fact name={t.created_at}>
        <time dateTime={poc.createdAt}>{formats.moment(poc.createdAt)}</time>
      </Fact>
      <Fact name={t.updated_at}>
        <time dateTime={poc.updatedAt}>{formats.moment(poc.updatedAt)}</time>
      </Fact>
    </>
  );
}

function Language({ name }: { name: string }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <span aria-hidden style={{ width: 10, height: 10, borderRadius: 5, background: colourOf(name) }} />
      <Link to={listOf({ languages: [name] })} style={{ color: 'inherit' }}>
        {name}
      </Link>
    </Box>
  );
}

/** Each word leads to all that have it; who may changes them right here. */
function Words({ name, poc, isLocked, to }: { name: 'tags' | 'frameworks'; poc: Shown; isLocked: boolean; to: (word: string) => string }) {
  const t = usePocsTexts();
  const { edit } = useActions();
  const [isOpen, setOpen] = useState(false);
  if (isOpen)
    return <WordsField name={name} says={t[name]} value={poc[name]} autoFocus onChange={(words) => void edit(poc, { [name]: words })} />;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      {poc[name].map((word) => (
        <Link key={word} to={to(word)} style={{ color: 'inherit' }}>
          {word}
        </Link>
      ))}
      {!isLocked && (
        <Box
          component="button"
          type="button"
          aria-label={t.editField(t[name])}
          onClick={() => setOpen(true)}
          sx={{
            font: 'inherit',
            color: 'primary.main',
            border: 0,
            bgcolor: 'transparent',
            cursor: 'pointer',
            minHeight: 28,
            textDecoration: 'underline',
          }}
        >
          {t.edit}
        </Box>
      )}
    </Box>
  );
}
