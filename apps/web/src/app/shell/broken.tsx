import Button from '@mui/material/Button';
import { FrontPage } from '@/shared/ui/front-page';
import { useAppTexts } from '../texts/app-texts';

/** A page that failed. The rest of the app is as it was; reloading is the person's to decide. */
export function Broken() {
  const t = useAppTexts();
  return (
    <FrontPage title={t.broken} intro={t.brokenIntro}>
      <Button variant="contained" size="large" onClick={() => window.location.reload()}>
        {t.reload}
      </Button>
    </FrontPage>
  );
}
