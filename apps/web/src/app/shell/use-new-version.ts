/** A tab may be older than what is delivered: it says so and goes on. It never reloads by itself, and so never over what is being typed. */
import { useEffect } from 'react';
import { toast } from '@/shared/lib/toasts';
import { useAppTexts } from '../texts/app-texts';

declare const __VERSION__: string;

const EVERY_MS = 10 * 60_000;

async function isOutdated(): Promise<boolean> {
  try {
    const answer = await fetch('/version.json', { cache: 'no-store' });
    if (!answer.ok) return false;
    const { version } = (await answer.json()) as { version: string };
    return version !== __VERSION__;
  } catch {
    return false;
  }
}

export function useNewVersion(): void {
  const t = useAppTexts();
  useEffect(() => {
    if (__VERSION__ === 'dev') return undefined;
    let isTold = false;
    const look = async () => {
      if (isTold || document.hidden || !(await isOutdated())) return;
      isTold = true;
      toast({ key: 'version', text: t.newVersion, action: { name: t.reload, perform: () => window.location.reload() } });
    };
    const timer = setInterval(() => void look(), EVERY_MS);
    const onShow = () => void look();
    document.addEventListener('visibilitychange', onShow);
    window.addEventListener('vite:preloadError', onShow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onShow);
      window.removeEventListener('vite:preloadError', onShow);
    };
  }, [t]);
}
