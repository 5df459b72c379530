import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useForm } from 'react-hook-form';
import { useCreateTenantMutation, useSwitchTenantMutation } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import { useSession } from '@/shared/api/session-context';
import { followRules } from '@/shared/lib/resolver';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Field } from '@/shared/ui/field';
import { FrontPage } from '@/shared/ui/front-page';
import { useAppTexts } from '../texts/app-texts';
import { useSignOut } from './use-sign-out';

const RULES = followRules<{ companyName: string }>(async () => (await import('@/generated/rules')).createTenantRequestRules);

/** Who was taken out of their last company can found another. */
export function NoCompany() {
  const t = useAppTexts();
  const session = useSession();
  const signOut = useSignOut();
  const [found, founding] = useCreateTenantMutation();
  const [switchTenant, switching] = useSwitchTenantMutation();
  const { register, handleSubmit, formState } = useForm<{ companyName: string }>({
    resolver: RULES,
    defaultValues: { companyName: '' },
  });
  const submit = handleSubmit(async (createTenantRequest) => {
    const founded = await found({ createTenantRequest });
    if (!founded.data) return;
    const { tenantId } = founded.data;
    const answer = await switchTenant({ switchTenantRequest: { tenantId } });
    if (answer.data) session.adopt(answer.data);
  });
  const error = founding.error ?? switching.error;
  return (
    <FrontPage title={t.noCompany} intro={t.noCompanyIntro} below={<Button onClick={() => void signOut()}>{t.signOut}</Button>}>
      <Stack component="form" noValidate gap={2.5} onSubmit={(event) => void submit(event)}>
        {error && <FailureNotice failure={asFailure(error)} />}
        <Field
          {...register('companyName')}
          says={t.companyName}
          autoComplete="organization"
          autoFocus
          fault={formState.errors.companyName?.message}
        />
        <Button type="submit" variant="contained" size="large" loading={founding.isLoading || switching.isLoading}>
          {t.found}
        </Button>
      </Stack>
    </FrontPage>
  );
}
