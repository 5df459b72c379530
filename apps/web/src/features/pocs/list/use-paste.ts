import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { isTypedInto } from '@/shared/lib/keys';
import { isAddress } from '../model/repository-path';

/** The address of a repository, pasted anywhere on the page, begins a new POC. Nothing is saved by it. */
export function usePaste(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain').trim() ?? '';
      if (isTypedInto(event.target) || !isAddress(text)) return;
      event.preventDefault();
      navigate('/pocs/new', { state: { address: text } });
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [navigate]);
}
