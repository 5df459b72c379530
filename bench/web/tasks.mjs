// The longest task of a page's main thread while something is done, in milliseconds, as Chromium's own trace has it.
export async function longestTask(browser, page, act) {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const main = mainThread(traceEvents);
  const lengths = traceEvents.filter((event) => isTask(event) && isOn(event, main)).map(({ dur }) => dur / 1000);
  if (lengths.length === 0) throw new Error('the trace has no task of the page');
  return Math.max(...lengths);
}

const isTask = ({ ph, name }) => ph === 'X' && name.endsWith('RunTask');
const isOn = ({ pid, tid }, main) => pid === main.pid && tid === main.tid;

/** Of the page's process: the one of all renderers that did most. */
function mainThread(events) {
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const worked = (thread) => events.filter((event) => isTask(event) && isOn(event, thread)).reduce((sum, { dur }) => sum + dur, 0);
  return threads.map((thread) => [worked(thread), thread]).sort(([one], [other]) => other - one)[0][1];
}
