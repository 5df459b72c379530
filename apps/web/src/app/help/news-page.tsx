/** What changed lately, the newest first: from news.json, in each language. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useFormats, useLanguage } from '@/shared/lib/texts';
import { Page } from '@/shared/ui/page';
import news from './news.json';
import { useHelpTexts } from './texts/use-help-texts';

export function NewsPage() {
  const t = useHelpTexts();
  const language = useLanguage();
  const formats = useFormats();
  return (
    <Page title={t.news}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 4 }}>
        {news.map(({ on, [language]: { title, points } }) => (
          <Box component="li" key={title} sx={{ display: 'grid', gap: 1, borderLeft: 2, borderColor: 'divider', pl: 2.5 }}>
            <Typography component="time" dateTime={on} variant="body2" color="text.secondary">
              {formats.calendarDay(on)}
            </Typography>
            <Typography variant="h2" sx={{ fontSize: '1.125rem' }}>
              {title}
            </Typography>
            <Box component="ul" sx={{ m: 0, pl: 2.25, display: 'grid', gap: 0.75, lineHeight: 1.55 }}>
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </Box>
          </Box>
        ))}
      </Box>
    </Page>
  );
}
