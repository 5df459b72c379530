/**
 * When what is on screen was asked for. While it is asked for anew the old answer stands there still, and the start that RTK Query tells is
 * the new question's already: a change confirmed between the two would be taken as known.
 */
import { QueryStatus } from '@reduxjs/toolkit/query';

interface Asked {
  status: `${QueryStatus}`;
  data?: object;
  startedTimeStamp?: number;
  fulfilledTimeStamp?: number;
}

const starts = new WeakMap<object, number>();

export function askedAtOf({ status, data, startedTimeStamp = 0, fulfilledTimeStamp = 0 }: Asked): number {
  if (!data) return startedTimeStamp;
  if (status === QueryStatus.fulfilled) starts.set(data, startedTimeStamp);
  return starts.get(data) ?? fulfilledTimeStamp;
}
