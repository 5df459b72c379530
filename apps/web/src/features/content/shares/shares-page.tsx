/** For owners: by which links films of the company can be seen from outside, and the end of each. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { Suspense, lazy, useCallback, useMemo, useState } from 'react';
import type { CompanyShare } from '@/generated/content';
import { asFailure } from '@/shared/api/failure';
import { useCommands } from '@/shared/lib/commands';
import { useFormats } from '@/shared/lib/texts';
import { toast } from '@/shared/lib/toasts';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Glyph, Icon } from '@/shared/ui/icon';
import { Nothing } from '@/shared/ui/nothing';
import { Notice } from '@/shared/ui/notice';
import { useEndCompanyShareMutation, useListCompanySharesQuery } from '../model/endpoints';
import { useContentTexts } from '../texts/content-texts';
import { Frame, focusHeading } from '../work/frame';
import { GLYPHS } from '../work/glyphs';
import { PAGE_SIZE, Pages, usePage } from '../work/work-list';

const ConfirmDialog = lazy(async () => ({ default: (await import('@/shared/ui/confirm-dialog')).ConfirmDialog }));
const NONE: readonly CompanyShare[] = [];

export function SharesPage() {
  const t = useContentTexts();
  const page = usePage();
  const { currentData: data, error, refetch } = useListCompanySharesQuery({ page, pageSize: PAGE_SIZE });
  const failure = error && asFailure(error);
  return (
    <Frame title={t.shares.title} intro={t.shares.intro}>
      {failure?.status === 403 && <Notice kind="warning">{t.shares.notPermitted}</Notice>}
      {failure && failure.status !== 403 && <FailureNotice failure={failure} onAgain={() => void refetch()} />}
      {!failure && !data && (
        <Box role="status" aria-label={t.loading} aria-busy>
          {[50, 64, 42].map((width) => (
            <Skeleton key={width} width={`${width}%`} height={44} />
          ))}
        </Box>
      )}
      {data && <Shares shares={data.items} />}
      {data && <Pages {...data.pagination} />}
    </Frame>
  );
}

function Shares({ shares = NONE }: { shares?: readonly CompanyShare[] }) {
  const t = useContentTexts();
  const [end] = useEndCompanyShareMutation();
  const [asked, setAsked] = useState<CompanyShare>();
  const ask = useCallback((share: CompanyShare) => setAsked(share), []);
  const [newest] = shares;
  const commands = useMemo(
    () => (newest ? [{ id: 'share.end', name: t.commands.endShare, section: t.shares.title, perform: () => ask(newest) }] : []),
    [t, newest, ask],
  );
  useCommands(commands);
  const confirm = async ({ requestId, title }: CompanyShare) => {
    const answer = await end({ requestId });
    const failure = answer.error && asFailure(answer.error);
    if (failure && failure.status !== 404) return failure;
    toast({ key: 'share', kind: 'done', text: t.shares.ended(title) });
    focusHeading();
    return undefined;
  };
  if (shares.length === 0)
    return <Nothing icon={<Glyph path={GLYPHS.link} size={30} />} title={t.shares.noneTitle} intro={t.shares.noneIntro} />;
  return (
    <>
      <Box component="ul" aria-label={t.shares.title} sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}>
        {shares.map((share) => (
          <li key={share.requestId}>
            <Row share={share} onEnd={() => ask(share)} />
          </li>
        ))}
      </Box>
      {asked && (
        <Suspense>
          <ConfirmDialog
            title={t.shares.endTitle(asked.title)}
            action={t.shares.end}
            onConfirm={() => confirm(asked)}
            onClose={() => setAsked(undefined)}
          >
            {t.shares.endIntro}
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  );
}

function Row({ share, onEnd }: { share: CompanyShare; onEnd: () => void }) {
  const t = useContentTexts();
  const formats = useFormats();
  return (
    <Box
      component="article"
      sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap', py: 1.5, borderBottom: 1, borderColor: 'divider' }}
    >
      <Icon name="film" size={22} />
      <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
        <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
          {share.title}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {[t.shares.by(share.personName), share.personIsGone && t.shares.gone, t.film.since(formats.day(share.createdAt))]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      </Box>
      <Button color="error" variant="outlined" size="small" aria-label={t.shares.endOf(share.title)} onClick={onEnd}>
        {t.shares.end}
      </Button>
    </Box>
  );
}
