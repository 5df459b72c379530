import Button from '@mui/material/Button';
import { useState } from 'react';
import { announce } from '../lib/announce';
import { useUiTexts } from './texts';

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, children }: { text: string; children?: string }) {
  const t = useUiTexts();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    announce(t.copied);
  };
  return (
    <Button size="small" color="inherit" sx={{ minHeight: 28, py: 0, textDecoration: 'underline' }} onClick={() => void copy()}>
      {isCopied ? t.copied : (children ?? t.copy)}
    </Button>
  );
}
