/** What one needs to know to go on, on one page. */
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Page, Section } from '@/shared/ui/page';
import { TextLink } from '@/shared/ui/text-link';
import { ShortcutList } from '../commands/shortcut-list';
import { useHelpTexts } from './texts/use-help-texts';

export function HelpPage() {
  const t = useHelpTexts();
  return (
    <Page title={t.help}>
      <Section title={t.begin}>
        <Box component="ol" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1 }}>
          {t.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </Box>
      </Section>
      <Section title={t.search} hint={t.searchHint}>
        <Pairs pairs={t.operators} />
      </Section>
      <Section title={t.keys} hint={t.keysHint}>
        <ShortcutList />
      </Section>
      <Section title={t.further}>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
          <Further says={t.newsIntro}>
            <TextLink to="/news">{t.news}</TextLink>
          </Further>
          <Further says={t.aboutIntro}>
            <TextLink to="/about">{t.about}</TextLink>
          </Further>
          <Further says={t.apiIntro}>
            <Link href="/api/docs/">{t.api}</Link>
          </Further>
        </Box>
      </Section>
    </Page>
  );
}

function Further({ says, children }: { says: string; children: ReactNode }) {
  return (
    <li>
      {children}
      <Typography variant="body2" color="text.secondary">
        {says}
      </Typography>
    </li>
  );
}

function Pairs({ pairs }: { pairs: readonly (readonly [string, string])[] }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'max-content minmax(0, 1fr)' },
        columnGap: 3,
        rowGap: { xs: 0.25, sm: 1.25 },
        fontSize: '0.875rem',
        '& dd': { m: 0, mb: { xs: 1.25, sm: 0 }, color: 'text.secondary' },
      }}
    >
      {pairs.map(([typed, what]) => (
        <Box key={typed} sx={{ display: 'contents' }}>
          <dt>
            <code>{typed}</code>
          </dt>
          <dd>{what}</dd>
        </Box>
      ))}
    </Box>
  );
}
