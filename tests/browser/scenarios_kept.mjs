// What the page has kept, read from the browser's own database: the journeys wait for what is
// there, and not for time to pass.
import assert from 'node:assert/strict';
import { TIMEOUT_MS, press } from './harness.mjs';

export const LEVER = 'alarm_publicity';
// Its ends, and where it stands when nothing is decided.
export const [LOWEST, AS_TODAY, HIGHEST] = [0, 1, 3];

export async function open(visited) {
  await visited.open();
  await visited.ready();
}

export function slider(page) {
  return page.locator(`input[type=range][data-lever="${LEVER}"]`).first();
}

export function row(page) {
  return page.locator('.shelf-row');
}

// Moves the slider by a key and waits until that is kept.
export async function decide(page, key, value) {
  await press(slider(page), key);
  await stands(page, value);
  await kept(page, value);
}

// Until the slider stands there.
export async function stands(page, value) {
  await page.waitForFunction(([lever, wanted]) => {
    const input = document.querySelector(`input[type=range][data-lever="${lever}"]`);
    return input?.valueAsNumber === wanted;
  }, [LEVER, value]);
}

// Until the open scenario is kept with the slider there.
export async function kept(page, value) {
  const until = Date.now() + TIMEOUT_MS;
  let now;
  while (now !== value) {
    assert.ok(Date.now() < until, `${value} is not kept, but ${now}`);
    const text = await page.evaluate(openScenario);
    const levers = text ? (JSON.parse(text).levers ?? []) : null;
    now = levers && (levers.find((setting) => setting.lever === LEVER)?.value ?? AS_TODAY);
  }
}

// Opens the deeds of the first row of the library.
export async function toDeeds(page) {
  await page.locator('a[href="#/library"]').click();
  await row(page).first().locator('.shelf-more > summary').click();
}

// Every record of the database, by kind.
export async function allRecords(page, name = 'mitoshi') {
  return page.evaluate(async (name) => {
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const found = {};
    for (const store of database.objectStoreNames) {
      found[store] = await new Promise((resolve) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
      });
    }
    database.close();
    return found;
  }, name);
}

// Writes records as another copy of the program would: [store, key, value], …; the key `open` of
// documents is that of the scenario open in this tab.
export async function putRecords(page, records) {
  await page.evaluate(async (records) => {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open('mitoshi');
      request.onsuccess = () => resolve(request.result);
    });
    const stores = [...new Set(records.map(([store]) => store))];
    await new Promise((resolve, reject) => {
      const transaction = database.transaction(stores, 'readwrite');
      for (const [store, key, value] of records) {
        const id = key === 'open here' ? sessionStorage.getItem('mitoshi.open') : key;
        transaction.objectStore(store).put(value, id);
      }
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    database.close();
  }, records);
}

// Nothing half-written: every record is a whole text, and the open one is there.
export async function assertWhole(page) {
  const { documents, summaries, histories, damaged } = await allRecords(page);
  for (const text of [...documents, ...summaries, ...histories]) JSON.parse(text);
  assert.equal(documents.length, summaries.length);
  assert.deepEqual(damaged, []);
}

// Runs in the page: the document of the scenario that is open, as it is kept.
async function openScenario() {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('mitoshi');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const get = (store, key) => new Promise((resolve) => {
    const request = database.transaction(store).objectStore(store).get(key);
    request.onsuccess = () => resolve(request.result);
  });
  const id = sessionStorage.getItem('mitoshi.open') ?? (await get('about', 'open'));
  const text = id && (await get('documents', id));
  database.close();
  return text ?? null;
}
