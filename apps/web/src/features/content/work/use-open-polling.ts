import { useState } from 'react';
import { POLLING_MS } from './work-list';

/** A list asks again while something in it is under way, and while it is looked at. */
export function useOpenPolling(): { polling: { pollingInterval: number; skipPollingIfUnfocused: true }; poll: (isOpen: boolean) => void } {
  const [isOpen, setOpen] = useState(false);
  const poll = (wanted: boolean) => {
    if (wanted !== isOpen) setOpen(wanted);
  };
  return { polling: { pollingInterval: isOpen ? POLLING_MS : 0, skipPollingIfUnfocused: true }, poll };
}
