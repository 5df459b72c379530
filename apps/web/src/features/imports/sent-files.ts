/** The files that were sent from this tab: a file is not kept anywhere else, and its refused rows are cut out of it. */
const sent = new Map<string, File>();

export const rememberFile = (importId: string, file: File): void => void sent.set(importId, file);
export const sentFile = (importId: string): File | undefined => sent.get(importId);
