import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useForgotPasswordMutation } from '@/generated/auth';
import type { AddressRequest } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import { followRules } from '@/shared/lib/resolver';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Field } from '@/shared/ui/field';
import { FrontPage } from '@/shared/ui/front-page';
import { TextLink } from '@/shared/ui/text-link';
import { useCredentialsTexts } from './texts/use-credentials-texts';

const RULES = followRules<AddressRequest>(async () => (await import('@/generated/rules')).addressRequestRules);

export function ForgotPasswordPage() {
  const t = useCredentialsTexts();
  const [sentTo, setSentTo] = useState<string>();
  const below = <TextLink to="/sign-in">{t.backToSignIn}</TextLink>;
  if (sentTo)
    return (
      <FrontPage title={t.sent} intro={t.sentIntro(sentTo)}>
        {below}
      </FrontPage>
    );
  return (
    <FrontPage title={t.forgot} intro={t.forgotIntro} below={below}>
      <AddressForm onSent={setSentTo} />
    </FrontPage>
  );
}

function AddressForm({ onSent }: { onSent: (email: string) => void }) {
  const t = useCredentialsTexts();
  const [forgot, { isLoading, error }] = useForgotPasswordMutation();
  const { register, handleSubmit, formState } = useForm<AddressRequest>({
    resolver: RULES,
    defaultValues: { email: '' },
  });
  const submit = handleSubmit(async ({ email }) => {
    const answer = await forgot({ addressRequest: { email: email.trim() } });
    if (!answer.error) onSent(email.trim());
  });
  return (
    <Stack component="form" noValidate gap={2.5} onSubmit={(event) => void submit(event)}>
      {error && <FailureNotice failure={asFailure(error)} />}
      <Field {...register('email')} says={t.email} type="email" autoComplete="username" autoFocus fault={formState.errors.email?.message} />
      <Button type="submit" variant="contained" size="large" loading={isLoading}>
        {t.send}
      </Button>
    </Stack>
  );
}
