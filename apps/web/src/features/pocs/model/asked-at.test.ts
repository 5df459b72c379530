import { expect, it } from 'vitest';
import { askedAtOf } from './asked-at';

it('what is on screen stays as old as it is while it is asked for anew', () => {
  const [data, newer] = [{ items: [] }, { items: [] }];
  expect(askedAtOf({ status: 'pending', startedTimeStamp: 10 })).toBe(10);
  expect(askedAtOf({ status: 'fulfilled', data, startedTimeStamp: 10, fulfilledTimeStamp: 15 })).toBe(10);
  expect(askedAtOf({ status: 'pending', data, startedTimeStamp: 30, fulfilledTimeStamp: 15 })).toBe(10);
  expect(askedAtOf({ status: 'rejected', data, startedTimeStamp: 30, fulfilledTimeStamp: 15 })).toBe(10);
  expect(askedAtOf({ status: 'fulfilled', data: newer, startedTimeStamp: 40, fulfilledTimeStamp: 45 })).toBe(40);
  expect(askedAtOf({ status: 'fulfilled', data, startedTimeStamp: 50, fulfilledTimeStamp: 55 }), 'the same answer once more').toBe(50);
});

it('what nobody saw arrive is as old as its arrival', () => {
  expect(askedAtOf({ status: 'pending', data: {}, startedTimeStamp: 30, fulfilledTimeStamp: 15 })).toBe(15);
});
