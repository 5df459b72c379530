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
import { detailOf } from '@/shared/ui/failure-notice';
import { showFaults } from '@/shared/ui/form-faults';
import { useUiTexts } from '@/shared/ui/texts';
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
  /** What is on its way is no other form's to find, until it is known what has become of it. */
  const handOver = () => {
    const held = draft.current;
    draft.current = undefined;
    return { held, key: key.current };
  };
  return { draft, key, isFound, isKept, setFound, handOver };
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

const AT_ONCE_MS = 5_000;

/** Sends it while the person looks at the list already. What is refused comes back into the form, or where they went on, as a word. */
function useCreation() {
  const t = usePocsTexts();
  const ui = useUiTexts();
  const navigate = useNavigate();
  const dispatch = usePocsDispatch();
  return async (values: PocForm, { held, key }: { held: HeldDraft<Kept> | undefined; key: string }) => {
    const began = Date.now();
    const answer = await dispatch(createPoc(contentOf(values), key));
    if (!isFailure(answer)) {
      held?.drop();
      held?.release();
      const open = () => navigate(`/pocs/${answer.pocId}`);
      return toast({ key: 'created', kind: 'done', text: t.created(answer.name), action: { name: t.open, perform: open } });
    }
    // An earlier attempt arrived, and was changed since.
    if (answer.code === 'idempotency_key_reused') held?.keep({ values, key: crypto.randomUUID() });
    held?.release();
    const back = () => navigate('/pocs/new', { state: { refused: answer, values } });
    if (window.location.pathname === '/pocs' && Date.now() - began < AT_ONCE_MS) return back();
    toast({
      key: 'created',
      kind: 'failed',
      text: t.notCreated(values.name, detailOf(answer, ui)),
      action: { name: t.open, perform: back },
      requestId: answer.status >= 500 ? answer.requestId : undefined,
    });
  };
}

interface Brought {
  address?: string;
  refused?: Failure;
  /** What was refused, should this browser keep no drafts. */
  values?: PocForm;
}

export function usePocForm() {
  const navigate = useNavigate();
  const create = useCreation();
  const { address, refused, values: brought } = (useLocation().state ?? {}) as Brought;
  const [failure, setFailure] = useState<Failure>();
  const form = useForm<PocForm>({ resolver: RULES, defaultValues: brought ?? EMPTY_FORM, mode: 'onTouched' });
  const propose = useProposals(form);
  const { draft, key, isFound, isKept, setFound, handOver } = useDraft(form, Boolean(address));
  useEffect(() => {
    if (!address) return;
    form.setValue('repositoryUrl', address, { shouldValidate: true });
    propose(address);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what was pasted is taken over once
  }, [address]);
  useEffect(() => {
    if (refused && !showFaults(refused, FORM_FIELDS, form.setError)) setFailure(refused);
  }, [refused, form]);

  const submit = form.handleSubmit((values) => {
    setFailure(undefined);
    const sent = handOver();
    navigate('/pocs');
    void create(values, sent);
  });
  const discard = () => {
    form.reset(EMPTY_FORM);
    draft.current?.drop();
    key.current = crypto.randomUUID();
    setFound(false);
  };
  return { form, submit, failure, propose, isFound, isKept, discard };
}
