/** A form of a film or a report: its rules, its draft, the title that it proposes. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { DefaultValues, Path, PathValue, Resolver, UseFormReturn } from 'react-hook-form';
import type { AnyObjectSchema } from 'yup';
import { useOwner } from '@/shared/api/session-context';
import { browserDrafts } from '@/shared/lib/browser-drafts';
import { holdDraft } from '@/shared/lib/drafts';
import type { HeldDraft } from '@/shared/lib/drafts';
import { followRules } from '@/shared/lib/resolver';
import { periodFault, yearNamed } from '../model/periods';
import type { Period } from '../model/periods';
import type { CommonForm } from '../model/specs';
import { useContentTexts } from '../texts/content-texts';
import type { ContentTexts } from '../texts/en';

/** The contract's rules, and that a period has two days in their order. */
export function rulesOf<Form extends CommonForm>(load: () => Promise<AnyObjectSchema>): Resolver<Form> {
  const contract = followRules<Form>(load);
  return async (values, context, options) => {
    const result = await contract(values, context, options);
    const message = periodFault(values.period);
    return message ? { values: {}, errors: { ...result.errors, period: { type: 'period', message } } as never } : result;
  };
}

export function titleFor(period: Period, today: string, t: ContentTexts['form']): string {
  const year = yearNamed(period, today);
  if (year !== undefined) return t.titleOf(String(year));
  return period.name === 'recent' ? t.titleRecent : t.titleAll;
}

interface Kept<Form> {
  values: Form;
  key: string;
}

/** What is chosen is kept with each change; the key goes with it, so that the same thing is never asked for twice. */
function useDraft<Form extends CommonForm>(form: UseFormReturn<Form>, name: string, fresh: Form) {
  const owner = useOwner();
  const draft = useRef<HeldDraft<Kept<Form>>>(undefined);
  const key = useRef<string>(crypto.randomUUID());
  const [isFound, setFound] = useState(false);
  useEffect(() => {
    let isLeft = false;
    const keep = () => void draft.current?.keep({ values: form.getValues(), key: key.current });
    void holdDraft<Kept<Form>>(browserDrafts, owner, name).then((held) => {
      if (isLeft) return held.release();
      draft.current = held;
      if (!held.found) return;
      key.current = held.found.key;
      form.reset({ ...fresh, ...held.found.values });
      setFound(true);
    });
    const watching = form.watch(keep);
    return () => {
      isLeft = true;
      watching.unsubscribe();
      draft.current?.release();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what a fresh one holds is asked once
  }, [form, owner, name]);
  const forget = useCallback(() => {
    draft.current?.drop();
    key.current = crypto.randomUUID();
    setFound(false);
  }, []);
  return { key, isFound, forget };
}

/** The title says the period until somebody writes their own. */
function useProposedTitle<Form extends CommonForm>(form: UseFormReturn<Form>, today: string): void {
  const t = useContentTexts();
  const proposed = useRef(titleFor(form.getValues().period, today, t.form));
  useEffect(() => {
    const { unsubscribe } = form.watch((values, { name }) => {
      if (!name?.startsWith('period') || !values.period) return;
      const next = titleFor(values.period as Period, today, t.form);
      const isOwn = values.title !== '' && values.title !== proposed.current;
      proposed.current = next;
      if (!isOwn) form.setValue('title' as Path<Form>, next as PathValue<Form, Path<Form>>);
    });
    return unsubscribe;
  }, [form, today, t]);
}

export function useSpecForm<Form extends CommonForm>(name: string, resolver: Resolver<Form>, fresh: Form, today: string) {
  const form = useForm<Form>({ resolver, defaultValues: fresh as DefaultValues<Form>, mode: 'onTouched' });
  const { key, isFound, forget } = useDraft(form, name, fresh);
  useProposedTitle(form, today);
  const discard = () => {
    forget();
    form.reset(fresh);
  };
  return { form, key, isFound, forget, discard };
}
