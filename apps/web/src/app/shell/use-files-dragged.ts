/** True from the moment on when files were first dragged over the window. A file that is let go never takes the page's place. */
import { useEffect, useState } from 'react';

export function useFilesDragged(): boolean {
  const [wereDragged, setDragged] = useState(false);
  useEffect(() => {
    const onDrag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setDragged(true);
    };
    const kinds = ['dragenter', 'dragover', 'drop'] as const;
    kinds.forEach((kind) => window.addEventListener(kind, onDrag));
    return () => kinds.forEach((kind) => window.removeEventListener(kind, onDrag));
  }, []);
  return wereDragged;
}
