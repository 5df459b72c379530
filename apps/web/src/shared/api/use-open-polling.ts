import { useState } from 'react';

const EVERY_MS = 10_000;

interface Polling {
  pollingInterval: number;
  skipPollingIfUnfocused: true;
}

/** Asks again while something is under way and looked at, beside the events: some networks hold a stream back until it ends. */
export function useOpenPolling(otherwiseMs = 0): { polling: Polling; poll: (isOpen: boolean) => void } {
  const [isOpen, setOpen] = useState(false);
  const poll = (wanted: boolean) => {
    if (wanted !== isOpen) setOpen(wanted);
  };
  return { polling: { pollingInterval: isOpen ? EVERY_MS : otherwiseMs, skipPollingIfUnfocused: true }, poll };
}
