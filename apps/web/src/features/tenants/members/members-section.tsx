/** Who belongs to the company, page by page. */
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { Role } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import { useFormats } from '@/shared/lib/texts';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Section } from '@/shared/ui/page';
import { Paged } from '@/shared/ui/paged';
import type { PageProps } from '@/shared/ui/paged';
import { tenantsApi } from '../model/endpoints';
import { useTenantsTexts } from '../texts/use-tenants-texts';
import { useActor } from '../model/use-actor';
import { MemberRow } from './member-row';

const PAGE_SIZE = 50;

export function MembersSection({ role, count }: { role: Role; count: number | undefined }) {
  const t = useTenantsTexts();
  const formats = useFormats();
  const aside = count !== undefined && (
    <Typography variant="body2" color="text.secondary">
      {t.membersCounted(formats.number(count))}
    </Typography>
  );
  return (
    <Section title={t.members} hint={t.membersHint[role]} aside={aside}>
      <Paged page={MembersPage} />
    </Section>
  );
}

function MembersPage({ paging: { cursor, more, ref } }: { paging: PageProps }) {
  const t = useTenantsTexts();
  const actor = useActor();
  const { data, error, refetch } = tenantsApi.useListMembersQuery({ pageSize: PAGE_SIZE, cursor });
  if (error && !data) return <FailureNotice failure={asFailure(error)} onAgain={() => void refetch()} />;
  if (!data || !actor) return <Waiting />;
  return (
    <>
      <Box component="ul" aria-label={t.members} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.items.map((member, at) => (
          <MemberRow key={member.userId} member={member} actor={actor} rowRef={at === 0 ? ref : undefined} />
        ))}
      </Box>
      {more(data.pagination.nextCursor)}
    </>
  );
}

function Waiting() {
  return (
    <Box aria-hidden sx={{ display: 'grid', gap: 2 }}>
      {[180, 140, 220].map((width) => (
        <Box key={width} sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
          <Skeleton variant="circular" width={36} height={36} />
          <Box>
            <Skeleton width={width} />
            <Skeleton width={width * 0.8} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}
