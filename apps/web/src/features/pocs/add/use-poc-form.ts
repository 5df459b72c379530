/** The form of a new POC: its draft, what an address proposes, and the way to the service. */
import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useLocation, useNavigate } from 'react-router-dom';
import { isFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { useOwner } from '@/shared/api/session-context';
import { browserDrafts } from '@/shared/lib/browser-drafts';
import { holdDraft } from '@/shared/lib/drafts';
import type { HeldDraft } from '@/shared/lib/drafts';
import { followRules } from '@/shared/lib/resolver';
import { toast } from '@/shared/lib/toasts';
import { showFaults } from '@/shared/ui/form-faults';
import { proposalOf } from '../model/address';
import { EMPTY_FORM, contentOf, isEmptyForm } from '../model/content';
import type { PocForm } from '../model/content';
import { usePocsDispatch } from '../model/store';
import { createPoc } from '../model/writes';
import { usePocsTexts } from '../texts/use-pocs-texts';

const RULES = followRules<PocForm>(async () => (await import('@/generated/rules')).pocContentRules);

export const FORM_FIELDS = ['repositoryUrl', 'name', 'description', 'language', 'tags', 'frameworks', 'isPublic'] as const;

interface Kept {
  values: PocForm;
  key: string;
}

/** What is written is kept with each change; the key goes with it, so that the same POC is never made twice. */
function useDraft(form: ReturnType<typeof useForm<PocForm>>, isAsked: boolean) {
  const owner = useOwner();
  const draft = useRef<HeldDraft<Kept>>(undefined);
  const key = useRef<string>(crypto.randomUUID());
  const [isFound, setFound] = useState(false);
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    let isLeft = false;
    void holdDraft<Kept>(browserDrafts, owner, 'poc').then((held) => {
      if (isLeft) return held.release();
      draft.current = held;
      if (!held.found) return keep();
      key.current = held.found.key;
      const written = form.getValues();
      form.reset(isEmptyForm(written) ? held.found.values : written);
      setFound(isEmptyForm(written));
    });
    const keep = () => {
      const values = form.getValues();
      if (isEmptyForm(values)) draft.current?.drop();
      else setKept(draft.current?.keep({ values, key: key.current }) ?? true);
    };
    const watching = form.watch(keep);
    return () => {
      isLeft = true;
      watching.unsubscribe();
      draft.current?.release();
    };
  }, [form, owner, isAsked]);
  return { draft, key, isFound, isKept, setFound };
}

/** Fills in what an address tells, where nobody has written anything else. */
function useProposals(form: ReturnType<typeof useForm<PocForm>>) {
  const proposed = useRef({ name: '', language: '' });
  return (address: string) => {
    const proposal = proposalOf(address);
    if (!proposal) return;
    const next = { name: proposal.name, language: proposal.language ?? '' };
    for (const field of ['name', 'language'] as const) {
      const written = form.getValues(field);
      if (written === '' || written === proposed.current[field]) form.setValue(field, next[field], { shouldValidate: next[field] !== '' });
    }
    proposed.current = next;
  };
}

export function usePocForm() {
  const t = usePocsTexts();
  const navigate = useNavigate();
  const dispatch = usePocsDispatch();
  const { address } = (useLocation().state ?? {}) as { address?: string };
  const [failure, setFailure] = useState<Failure>();
  const form = useForm<PocForm>({ resolver: RULES, defaultValues: EMPTY_FORM, mode: 'onTouched' });
  const propose = useProposals(form);
  const { draft, key, isFound, isKept, setFound } = useDraft(form, Boolean(address));
  useEffect(() => {
    if (!address) return;
    form.setValue('repositoryUrl', address, { shouldValidate: true });
    propose(address);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what was pasted is taken over once
  }, [address]);

  const submit = form.handleSubmit(async (values) => {
    setFailure(undefined);
    const answer = await dispatch(createPoc(contentOf(values), key.current));
    if (isFailure(answer)) {
      if (answer.code === 'idempotency_key_reused') key.current = crypto.randomUUID(); // an earlier attempt arrived, and was changed since
      if (!showFaults(answer, FORM_FIELDS, form.setError)) setFailure(answer);
      return;
    }
    draft.current?.drop();
    toast({
      key: 'created',
      kind: 'done',
      text: t.created(answer.name),
      action: { name: t.open, perform: () => navigate(`/pocs/${answer.pocId}`) },
    });
    navigate('/pocs');
  });
  const discard = () => {
    form.reset(EMPTY_FORM);
    draft.current?.drop();
    key.current = crypto.randomUUID();
    setFound(false);
  };
  return { form, submit, failure, propose, isFound, isKept, discard };
}
