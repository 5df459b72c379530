import Button from '@mui/material/Button';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { FrontPage } from '@/shared/ui/front-page';
import { useAppTexts } from '../texts/app-texts';

/** A page that failed, or whose parts are gone. The rest of the app is as it was; reloading is the person's to decide. */
function Broken() {
  const t = useAppTexts();
  return (
    <FrontPage title={t.broken} intro={t.brokenIntro}>
      <Button variant="contained" size="large" onClick={() => window.location.reload()}>
        {t.reload}
      </Button>
    </FrontPage>
  );
}

export class Boundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}
