// What a frame costs the page's own thread, as processor time: that is the same on a machine that
// is busy with something else, which the clock is not.

// Traces `work`; resolves to the frames it made: { cpu: [ms of each frame], input: [ms of each
// frame that answered an input marked `bench:input`], longest: the processor time of the task that
// took longest by the clock }.
export async function frames(page, work) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['devtools.timeline', 'blink.user_timing', 'toplevel'] },
    transferMode: 'ReportEvents',
  });
  await page.evaluate(() => performance.mark('bench:here'));
  await work();
  const complete = new Promise((resolve) => { session.once('Tracing.tracingComplete', resolve); });
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return read(events);
}

function read(events) {
  const here = events.find((event) => event.name === 'bench:here');
  const ours = events.filter((event) => event.pid === here.pid && event.tid === here.tid);
  const within = (task, event) => task.ts <= event.ts && event.ts < task.ts + task.dur;
  const tasks = ours
    .filter((event) => event.ph === 'X' && event.name === 'ThreadControllerImpl::RunTask')
    .sort((a, b) => a.ts - b.ts);
  const [painted, inputs] = [['Paint', 'Layerize', 'Commit'], ['bench:input']].map((names) =>
    ours.filter((event) => names.includes(event.name)).sort((a, b) => a.ts - b.ts));
  const holding = (marks) => tasks.filter((task) => marks.some((mark) => within(task, mark)));
  const ms = (task) => (task.tdur ?? 0) / 1000;
  const longest = tasks.reduce((most, task) => (most.dur < task.dur ? task : most), tasks[0]);
  return { cpu: holding(painted).map(ms), input: holding(inputs).map(ms), longest: ms(longest) };
}

// Frames the screen was shown while `work` ran, and how many it missed.
export async function shown(page, work) {
  await page.evaluate(() => {
    globalThis.shown = [];
    const next = (now) => {
      globalThis.shown?.push(now);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await work();
  return page.evaluate(() => {
    const times = globalThis.shown;
    globalThis.shown = null;
    return times.slice(1).map((time, at) => time - times[at]);
  });
}
