import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { FrontPage } from '@/shared/ui/front-page';
import { useAppTexts } from '../texts/app-texts';

export function NotFound() {
  const t = useAppTexts();
  return (
    <FrontPage title={t.notFound} intro={t.notFoundIntro}>
      <Button component={Link} to="/pocs" variant="contained" size="large">
        {t.toStart}
      </Button>
    </FrontPage>
  );
}
