// What journeys in the data room share: coming in, taking files in, looking at what came of it.

export async function enter({ page, open }) {
  await open();
  await page.locator('main').waitFor();
  await page.evaluate(() => { location.hash = '#/data'; });
  await page.locator('.exchange').waitFor();
}

export function file(name, text) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

// Where a room is shown: the program that has it may first have to take over.
export async function go(page, address) {
  await page.evaluate((to) => { location.hash = to; }, address);
  const marks = { '#/data': '.data-room', '#/forecast': '.planning', '#/card': 'main h2' };
  await page.locator(marks[address]).first().waitFor();
}

// The program starts anew in a fresh place once the data are kept.
export async function restarted(page) {
  const mark = `old-${Math.random()}`;
  await page.evaluate((name) => { document.getElementById('app').dataset.mark = name; }, mark);
  await page.locator(`#app:not([data-mark="${mark}"]) .data-room`).waitFor();
}

export async function accept(page) {
  await Promise.all([restarted(page), page.locator('[data-accept]').click()]);
  await said(page, /取り込みました/);
}

export async function code(page) {
  const shown = page.locator('[data-result-code]', { hasText: /[0-9A-Z]{4}-/ });
  await shown.waitFor();
  return shown.innerText();
}

export async function paste(page, text) {
  await page.locator('#import-paste').fill(text);
  await page.locator('[data-read-paste]').click();
}

export async function choose(page, name, buffer) {
  await page.locator('#import-file').setInputFiles({ name, mimeType: 'text/plain', buffer });
}

// Made inside the page: a file of this size does not come through the test's own wire.
export async function drop(page, megabytes) {
  await page.evaluate((size) => {
    const line = new Blob(['1,2,3,4\n'.repeat(1 << 17)]);
    const file = new File(Array(size).fill(line), 'large.csv');
    const data = new DataTransfer();
    data.items.add(file);
    const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
    document.querySelector('.exchange-drop').dispatchEvent(event);
  }, megabytes);
}

export async function said(page, words) {
  await page.locator('.exchange-found').filter({ hasText: words }).waitFor();
}

export async function figures(page, words) {
  await page.locator('.figures input[type="search"]').fill(words);
  await page.waitForTimeout(300);
  return page.locator('[data-table="figures"] tbody').innerText();
}

// Every record this page keeps: its databases, and both small storages. Empty after an erasing.
export async function keptHere(page) {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const names = databases.map((database) => database.name);
    const small = [localStorage, sessionStorage].flatMap((storage) => Object.keys(storage));
    return { names, small };
  });
}

// A page that works is not waited for: frames go by while the worker reads.
export async function watchFrames(page) {
  await page.evaluate(() => {
    globalThis.frames = 0;
    const step = () => {
      globalThis.frames += 1;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}
