import Button from '@mui/material/Button';
import { useRef } from 'react';
import { Icon } from '@/shared/ui/icon';
import { CHOOSABLE } from './file-check';

interface Props {
  says: string;
  variant?: 'contained' | 'outlined';
  onFile: (file: File) => void;
}

/** Opens the browser's own choice of a file. The same file can be chosen twice. */
export function FileButton({ says, variant = 'contained', onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={variant} startIcon={<Icon name="import" size={16} />} onClick={() => input.current?.click()}>
        {says}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={CHOOSABLE}
        aria-label={says}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
