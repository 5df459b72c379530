/** The way to a film, in four steps. Where one is stands in the address, so that Back goes one step back. */
import { useCallback, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { useLanguage } from '@/shared/lib/texts';
import { showFaults } from '@/shared/ui/form-faults';
import { useHere } from '../form/use-here';
import { rulesOf, titleFor, useSpecForm } from '../form/use-spec-form';
import { useCreateVideoMutation } from '../model/endpoints';
import { newVideo, videoSpecOf } from '../model/specs';
import type { VideoForm } from '../model/specs';
import { useContentTexts } from '../texts/content-texts';

export const STEPS = ['about', 'look', 'music', 'storyboard'] as const;
export type Step = (typeof STEPS)[number];

const RULES = rulesOf<VideoForm>(async () => (await import('@/generated/rules')).videoSpecRules);
const TYPED = ['title', 'includeTags', 'excludeTags', 'description'] as const;

function useStep() {
  const [parameters, setParameters] = useSearchParams();
  const step = STEPS.find((each) => each === parameters.get('step')) ?? 'about';
  const go = useCallback((wanted: Step) => setParameters(wanted === 'about' ? {} : { step: wanted }), [setParameters]);
  return { step, go };
}

export function useWizard() {
  const t = useContentTexts();
  const language = useLanguage();
  const navigate = useNavigate();
  const { here, tags } = useHere();
  const { step, go } = useStep();
  const [create] = useCreateVideoMutation();
  const [failure, setFailure] = useState<Failure>();
  const [fresh] = useState(() => newVideo(language, titleFor({ name: 'thisYear', from: '', until: '' }, here.today, t.form)));
  const { form, key, isFound, forget, discard } = useSpecForm('video', RULES, fresh, here.today);

  const make = form.handleSubmit(
    async (values) => {
      setFailure(undefined);
      const answer = await create({ 'Idempotency-Key': key.current, videoSpec: videoSpecOf(values, here) });
      if (answer.data) {
        forget();
        return navigate(`/videos/${answer.data.requestId}`);
      }
      const refused = asFailure(answer.error);
      if (refused.code === 'idempotency_key_reused') key.current = crypto.randomUUID(); // an earlier attempt arrived, and was changed since
      if (showFaults(refused, TYPED, form.setError)) go('about');
      else setFailure(refused);
    },
    () => go('about'), // what can be wrong stands there
  );
  const to = async (wanted: Step) => {
    const isForward = STEPS.indexOf(wanted) > STEPS.indexOf(step);
    if (!isForward || step !== 'about' || (await form.trigger(undefined, { shouldFocus: true }))) go(wanted);
  };
  const next = () => {
    const following = STEPS[STEPS.indexOf(step) + 1];
    return following ? to(following) : make();
  };
  const back = () => {
    const before = STEPS[STEPS.indexOf(step) - 1];
    if (before) go(before);
  };
  return { form, here, tags, step, to, next, back, make, failure, isFound, discard };
}
