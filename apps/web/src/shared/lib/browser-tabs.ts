/** From one tab to the others of this browser: what is known of this has changed. */
export const TOLD = ['Me', 'Searches'] as const;
export type ToldOf = (typeof TOLD)[number];

const NAME = 'mrbill.changed';
let channel: BroadcastChannel | undefined;
const open = (): BroadcastChannel => (channel ??= new BroadcastChannel(NAME));

export const tellTabs = (of: ToldOf): void => open().postMessage(of);

export function hearTabs(listener: (of: ToldOf) => void): void {
  open().addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const of = TOLD.find((each) => each === data);
    if (of) listener(of);
  });
}
