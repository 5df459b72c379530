import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useCreateUserMutation } from '@/generated/auth';
import type { CreateUserRequest } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { followRules } from '@/shared/lib/resolver';
import { useLanguage } from '@/shared/lib/texts';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Field } from '@/shared/ui/field';
import { showFaults } from '@/shared/ui/form-faults';
import { FrontPage } from '@/shared/ui/front-page';
import { PasswordField } from '@/shared/ui/password-field';
import { TextLink } from '@/shared/ui/text-link';
import { CheckMail } from './check-mail';
import { useUsersTexts } from './texts/use-users-texts';

const RULES = followRules<CreateUserRequest>(async () => (await import('@/generated/rules')).createUserRequestRules);

const FIELDS = ['fullName', 'email', 'companyName', 'password'] as const;

export function SignUpPage() {
  const t = useUsersTexts();
  const [sentTo, setSentTo] = useState<string>();
  if (sentTo) return <CheckMail email={sentTo} />;
  return (
    <FrontPage
      title={t.signUp}
      intro={t.intro}
      below={
        <>
          {t.haveOne} <TextLink to="/sign-in">{t.signIn}</TextLink>
        </>
      }
    >
      <SignUpForm onDone={setSentTo} />
    </FrontPage>
  );
}

function useSignUp(onDone: (email: string) => void) {
  const language = useLanguage();
  const [createUser] = useCreateUserMutation();
  const [key] = useState(() => crypto.randomUUID());
  const [failure, setFailure] = useState<Failure>();
  const form = useForm<CreateUserRequest>({
    resolver: RULES,
    defaultValues: { fullName: '', email: '', companyName: '', password: '' },
  });
  const submit = form.handleSubmit(async (values) => {
    setFailure(undefined);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const answer = await createUser({
      'Idempotency-Key': `${key}-${values.email.trim()}`.slice(0, 255).replace(/[^!-~]/g, '_'),
      createUserRequest: { ...values, locale: language, timeZone },
    });
    if (answer.data) return onDone(answer.data.email);
    const failed = asFailure(answer.error);
    if (!showFaults(failed, FIELDS, form.setError)) setFailure(failed);
  });
  return { form, submit, failure };
}

function SignUpForm({ onDone }: { onDone: (email: string) => void }) {
  const t = useUsersTexts();
  const { form, submit, failure } = useSignUp(onDone);
  const {
    register,
    formState: { errors, isSubmitting },
  } = form;
  return (
    <Stack component="form" noValidate gap={2.5} onSubmit={(event) => void submit(event)}>
      {failure && <FailureNotice failure={failure} />}
      <Field {...register('fullName')} says={t.fullName} autoComplete="name" autoFocus fault={errors.fullName?.message} />
      <Field {...register('email')} says={t.email} type="email" autoComplete="username" fault={errors.email?.message} />
      <Field
        {...register('companyName')}
        says={t.company}
        hint={t.companyHint}
        autoComplete="organization"
        fault={errors.companyName?.message}
      />
      <PasswordField
        {...register('password')}
        says={t.password}
        hint={t.passwordHint}
        autoComplete="new-password"
        fault={errors.password?.message}
      />
      <Button type="submit" variant="contained" size="large" loading={isSubmitting}>
        {t.create}
      </Button>
    </Stack>
  );
}
