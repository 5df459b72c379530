/** One text that is being written, kept until it was sent: undefined while nobody has written anything. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useOwner } from '../api/session-context';
import { browserDrafts } from './browser-drafts';
import { holdDraft } from './drafts';
import type { HeldDraft } from './drafts';

export function useKeptText(form: string): [string | undefined, (text: string | undefined) => void] {
  const owner = useOwner();
  const [text, setText] = useState<string>();
  const draft = useRef<HeldDraft<string>>(undefined);
  useEffect(() => {
    let isLeft = false;
    void holdDraft<string>(browserDrafts, owner, form).then((held) => {
      if (isLeft) return held.release();
      draft.current = held;
      setText((written) => written ?? held.found);
    });
    return () => {
      isLeft = true;
      draft.current?.release();
    };
  }, [owner, form]);
  const write = useCallback((written: string | undefined) => {
    setText(written);
    if (written === undefined || written === '') draft.current?.drop();
    else draft.current?.keep(written);
  }, []);
  return [text, write];
}
