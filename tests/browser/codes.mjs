// The result code of the default scenario as the built page works it out: by one, two and three
// workers, after a question was dropped for another one, and after a worker died on the way.
// Prints {"rows":[{how,code}]}.
import { launch, nudge, settledCode, visit } from './harness.mjs';

const rows = [];
const browser = await launch();
try {
  for (const workers of [1, 2, 3]) {
    await visit(browser, { way: 'served', query: `?workers=${workers}` }, async ({ page, open, ready }) => {
      await open();
      await ready();
      // The page opens with an answer worked out beforehand: away from it, and back at once.
      await nudge(page, 'stepUp');
      await nudge(page, 'stepDown');
      rows.push({ how: `${workers} worker(s), a question dropped`, code: await settledCode(page) });
      await nudge(page, 'stepUp');
      await page.evaluate(() => globalThis.mitoshi.killWorker());
      await settledCode(page);
      await nudge(page, 'stepDown');
      await page.evaluate(() => globalThis.mitoshi.killWorker());
      rows.push({ how: `${workers} worker(s), one died`, code: await settledCode(page) });
    });
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify({ rows }));
