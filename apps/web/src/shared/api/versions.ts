/**
 * Which version a change is based on. The number that lies in each resource, in quotation marks, is a valid If-Match: it passes every
 * proxy as it is, while an ETag that was compressed on the way comes back as `W/"7"`, or with a coding behind it.
 */
export const ifMatch = ({ version }: { version: number }): string => `"${version}"`;
