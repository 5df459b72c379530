/** Which version this is, and what it is made of. The licences come as a file of the build, when they are asked for. */
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useFormats } from '@/shared/lib/texts';
import { CopyButton } from '@/shared/ui/copy-button';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Mark } from '@/shared/ui/mark';
import { Page, Section } from '@/shared/ui/page';
import type { Licence } from './use-licences';
import { useLicences } from './use-licences';
import { useHelpTexts } from './texts/use-help-texts';

declare const __VERSION__: string;

export function AboutPage() {
  const t = useHelpTexts();
  return (
    <Page title={t.about}>
      <Section title={t.version} hint={t.versionHint}>
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1.5 }}>
          <Mark />
          <code>{__VERSION__}</code>
          <CopyButton text={__VERSION__}>{t.copyVersion}</CopyButton>
        </Box>
      </Section>
      <Licences />
    </Page>
  );
}

function Licences() {
  const t = useHelpTexts();
  const formats = useFormats();
  const { licences, failure, again } = useLicences();
  return (
    <Section title={t.licences} hint={licences && t.licencesHint(formats.number(licences.length))}>
      {failure && <FailureNotice failure={failure} onAgain={again} />}
      {!licences && !failure && <Skeleton aria-hidden height={240} variant="rounded" />}
      {licences && (
        <div>
          {licences.map((licence) => (
            <One key={`${licence.name}@${licence.version}`} licence={licence} />
          ))}
        </div>
      )}
    </Section>
  );
}

function One({ licence: { name, version, identifier, text } }: { licence: Licence }) {
  const t = useHelpTexts();
  return (
    <Box component="details" sx={{ borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <Box
        component="summary"
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 1.5,
          py: 1,
          cursor: 'pointer',
          '&::before': { content: '"›"', color: 'text.secondary', transition: 'transform 100ms' },
          'details[open] > &::before': { transform: 'rotate(90deg)' },
          overflowWrap: 'anywhere',
        }}
      >
        <Box component="span" sx={{ flex: '1 1 200px', fontWeight: 500 }}>
          {t.licenceOf(name, version)}
        </Box>
        <Typography component="span" variant="body2" color="text.secondary">
          {identifier ?? t.unknownLicence}
        </Typography>
      </Box>
      <Box
        component="pre"
        tabIndex={0}
        sx={{
          m: 0,
          mb: 1.5,
          p: 1.5,
          borderRadius: 1.5,
          bgcolor: 'background.default',
          fontSize: '0.75rem',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {text ?? t.noLicenceText}
      </Box>
    </Box>
  );
}
