// The forecast room as a planner uses it: choosing what to look at, presets, scopes, notes,
// assumptions, events, places, the tour; in Japanese and in English, and clean by axe in each state.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  READY, VIEWPORTS, assertAccessible, drag, kept, launch, press, settled, visit, visitIn,
} from './harness.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const lang of ['ja', 'en']) {
  describe(`forecast room, ${lang}`, () => {
    const opened = (work, viewport) => visitIn(browser, lang, { viewport }, work);

    test('any measure is found by searching, and the chart follows', () => opened(async (page) => {
      await page.locator('[data-picker="measure"]').click();
      await assertAccessible(page);
      await page.locator('.picker-panel input').fill(lang === 'ja' ? '離職率' : 'turnover');
      await page.locator('[data-measure="staff_turnover"]').click();
      await settled(page);
      await page.locator('svg[data-chart="staff_turnover"] path.median').first().waitFor();
      assert.match(await page.locator('.limits').innerText(), lang === 'ja' ? /分からない/ : /cannot tell/);
    }));

    test('each way to look at a measure draws something', () => opened(async (page) => {
      await look(page, 'care_meetings');
      for (const [kind, chart] of [
        ['months', 'svg.fan'], ['wards', 'svg.multiples-chart'], ['parts', 'svg.bars'],
        ['curve', 'svg.s-curve'], ['years', 'svg.fan'],
      ]) {
        await choose(page, 'chart-kind', kind);
        await settled(page);
        const drawing = page.locator(`.stage ${chart}`);
        await drawing.waitFor();
        assert.ok(await drawing.locator('path[d], rect').count(), `${kind} is empty`);
        await assertAccessible(page);
      }
    }));

    test('the pyramid has a year slider, and the chart alone fills the panel', () => opened(async (page) => {
      await look(page, 'pop_75');
      await choose(page, 'chart-kind', 'pyramid');
      const slider = page.locator('.year-slider');
      await slider.waitFor();
      await press(slider, 'Home');
      assert.match(await page.locator('.year-row output').innerText(), /2018/);
      assert.equal(await page.locator('.areas').isVisible(), false);
      await assertAccessible(page);
      await page.locator('.stage-size').click();
      assert.equal(await page.locator('.areas').isVisible(), true);
    }));

    test('a preset moves things, and what it moved is listed and played again', () => opened(async (page) => {
      await page.locator('.presets summary').click();
      await page.locator('[data-preset="meetings"]').click();
      const moved = page.locator('[data-moved] li');
      await moved.first().waitFor();
      assert.ok(await moved.count() >= 3);
      // A measure with a target is read in the year of its card.
      const meetings = page.locator('[data-moved-measure="care_meetings"]');
      assert.match(await meetings.innerText(), lang === 'ja' ? /\(R4\)/ : /\(FY2022\)/);
      const card = page.locator('[data-target="care_meetings"]');
      assert.match(await card.innerText(), /令和4|FY2022/);
      await assertAccessible(page);
      await page.locator('[data-replay]').click();
      await page.locator('[data-replay]:not([disabled])').waitFor();
      await page.locator('[data-moved-measure="care_meetings"]').click();
      await settled(page);
      await page.locator('.stage svg[data-chart="care_meetings"]').first().waitFor();
    }));

    test('a target shows its S-curve; own targets are off until asked for', () => opened(async (page) => {
      assert.equal(await page.locator('[data-target]').count(), 2);
      await page.locator('[data-own-targets]').check();
      assert.ok(await page.locator('[data-target]').count() > 2);
      await page.locator('[data-target="care_meetings"] .target-choose').click();
      await settled(page);
      await page.locator('.stage svg.s-curve').waitFor();
      // The levers nearest to the measure are open.
      await page.locator('input[type=range][data-lever="plan_individual"]').waitFor();
    }));

    // As somebody would who has never seen the page, and only by what stands on it.
    test('which two measures get us to 400 meetings with 80 % chance, and what do they cost?', () => opened(async (page) => {
      const card = page.locator('[data-target="care_meetings"]');
      await card.locator('.target-choose').click();
      for (let i = 0; i < 2; i += 1) {
        await page.locator('[data-pushes]').click();
        // What does most is named first, and leads to its lever.
        const first = page.locator('[data-push]').first();
        const lever = await first.getAttribute('data-push');
        if (i === 0) {
          await assertAccessible(page);
          assert.match(await first.innerText(), /[+−]\d+.*[円y]/s);
        }
        await first.click();
        const slider = page.locator(`input[type=range][data-lever="${lever}"]`);
        await page.waitForFunction((key) => document.activeElement?.dataset.lever === key, lever);
        await slider.press('End');
        await page.locator('[data-pushes]').waitFor();
      }
      await page.locator(READY).waitFor();
      assert.match(await card.locator('.chance').innerText(), lang === 'ja' ? /[89]割|ほぼ確実/ : /[89] in 10|certain/);
      assert.match(await page.locator('.plan-cost .fact-forecast').innerText(), /\+[\d.,]+/);
      assert.match(await page.locator('#levers-tab-policy').innerText(), /\(2\)/);
    }));

    test('a target of our own for the whole city stands beside the plan\'s, is kept, and is taken away', () => opened(async (page) => {
      await page.locator('[data-target="care_meetings"] .target-choose').click();
      const form = page.locator('.own-target');
      await form.locator('summary').click();
      await form.locator('select').selectOption('2022');
      await form.locator('input').fill('二百');
      await form.locator('button').click();
      await form.locator('[role=alert]').waitFor();
      await form.locator('input').fill('250');
      await assertAccessible(page);
      await form.locator('button').click();
      // The form closes, and the new card comes into sight with the focus.
      await form.locator('input').waitFor({ state: 'hidden' });
      await page.waitForFunction(() => document.activeElement.closest('.target-card')?.querySelector('.target-kind.own'));
      await settled(page);
      const own = page.locator('.target-card', { has: page.locator('.target-kind.own') });
      const [row, card] = await Promise.all([page.locator('.targets-row'), own].map((it) => it.boundingBox()));
      assert.ok(card.x + card.width <= row.x + row.width + 1, 'the new card is in sight');
      assert.match(await own.innerText(), lang === 'ja' ? /独自.*250回以上/s : /Own.*250/s);
      assert.notEqual(await own.locator('.chance').innerText(),
        await page.locator('[data-target="care_meetings"] .chance').first().innerText());
      // Both stand on the curve, and each can be chosen.
      await own.locator('.target-choose').click();
      await page.waitForFunction(() => document.querySelectorAll('.s-curve .target-words').length === 2);
      assert.equal(await own.getAttribute('data-chosen'), 'true');
      await assertAccessible(page);
      // As it stands in the text of a text.
      await kept(page, 'targets\\":[{');
      await page.reload();
      await settled(page);
      await own.locator('header button').last().click();
      await own.waitFor({ state: 'detached' });
      await settled(page);
    }));

    test('what a target asks of each ward follows the rule chosen, and is kept', () => opened(async (page) => {
      await page.locator('[data-target="care_meetings"] .target-choose').click();
      await settled(page);
      const table = page.locator('.areas .data-table tbody');
      const before = await table.innerText();
      await page.locator('.reach summary').click();
      await assertAccessible(page);
      // No ward has a target of its own: there is nothing to be judged by.
      await choose(page, 'target-rule', 'by_hand');
      await page.waitForFunction((was) =>
        document.querySelector('.areas .data-table tbody').innerText !== was, before);
      await kept(page, 'by_hand');
      await page.reload();
      await settled(page);
      await page.locator('[data-target="care_meetings"] .target-choose').click();
      await page.locator('.reach summary').click();
      assert.ok(await page.locator('input[name="target-rule"][value="by_hand"]').isChecked());
    }));

    test('a lever has a start, a pace, a reason and other cities one tap away', () => opened(async (page) => {
      const lever = page.locator('.lever:has(input[type=range][data-lever="alarm_publicity"])');
      await drag(page, lever.locator('input[type=range]'), 0.9);
      await settled(page);
      await carried(page, 'peers');
      await lever.locator('.lever-more summary').click();
      await lever.locator('[data-start]').selectOption('12');
      await lever.locator('[data-ramp]').selectOption('6');
      await lever.locator('[data-why]').fill('広報紙で知らせる');
      await lever.locator('[data-why]').blur();
      await assertAccessible(page);
      assert.ok(await lever.locator('.peers li').count() > 0);
      await kept(page, '広報紙で知らせる');
      await page.reload();
      await settled(page);
      await lever.locator('.lever-more summary').click();
      assert.equal(await lever.locator('[data-why]').inputValue(), '広報紙で知らせる');
      assert.equal(await lever.locator('[data-start]').inputValue(), '12');
    }));

    test('a value can be set for one ward; the nearest wins and says so', () => opened(async (page) => {
      await choose(page, 'place-level', 'ward');
      await page.locator('tr[data-row="14134"] button').click();
      await settled(page);
      await choose(page, 'scope', '14134');
      const lever = page.locator('.lever:has(input[type=range][data-lever="alarm_publicity"])');
      const tag = () => lever.locator('.lever-tag').innerText();
      assert.match(await tag(), lang === 'ja' ? /現状/ : /today/);
      await press(lever.locator('input[type=range]'), 'End');
      assert.match(await tag(), lang === 'ja' ? /この場所/ : /own/);
      await settled(page);
      await choose(page, 'scope', '');
      assert.equal(await lever.locator('input[type=range]').inputValue(), '1');
      await choose(page, 'scope', '14134');
      await lever.locator('.lever-reset').click();
      assert.match(await tag(), lang === 'ja' ? /現状/ : /today/);
      await assertAccessible(page);
    }));

    test('levers are filtered, and shown only if changed', () => opened(async (page) => {
      await page.locator('[data-filter="levers"]').fill(lang === 'ja' ? '定着' : 'retention');
      await page.locator('input[type=range][data-lever="retention"]').waitFor();
      assert.equal(await page.locator('input[type=range][data-lever="alarm_publicity"]').count(), 0);
      await page.locator('.lever-filter input[type=checkbox]').check();
      await page.locator('.lever-groups [role=status]').waitFor();
    }));

    test('assumptions and events stand apart, and change the forecast', () => opened(async (page) => {
      const code = page.locator('[data-result-code]');
      const before = await code.innerText();
      await carried(page, 'reasons');
      await page.locator('#levers-tab-assumed').click();
      await page.locator('.group-toggle').first().click();
      const reason = page.locator('.assumption .lever-more').first();
      await reason.locator('summary').click();
      assert.match(await reason.innerText(), lang === 'ja' ? /国勢調査/ : /census/);
      await page.locator('.assumption .segment').nth(3).click();
      await page.waitForFunction((b) => ![b, '計算中', 'working'].includes(
        document.querySelector('[data-result-code]').innerText), before);
      await assertAccessible(page);
      await page.locator('#levers-tab-events').click();
      await page.locator('.shock summary').first().click();
      await assertAccessible(page);
      await page.locator('[data-fire="pandemic_wave"]').click();
      await page.locator('[data-fired="pandemic_wave"]').waitFor();
      await page.locator('[data-fired="pandemic_wave"] button').click();
      assert.equal(await page.locator('[data-fired]').count(), 0);
    }));

    test('a place in the map or table is in focus everywhere; the keys bring the city back', () => opened(async (page) => {
      await page.locator('tr[data-row="14134-a04"] button').click();
      await settled(page);
      assert.match(await page.locator('.place-tag').innerText(), lang === 'ja' ? /橘.*例示/s : /Tachibana.*illustrative/s);
      await assertAccessible(page);
      await page.keyboard.press('Alt+k');
      await page.locator('.place-tag').waitFor({ state: 'detached' });
    }));

    test('the tour leads through the room and can be skipped', () => opened(async (page) => {
      await page.locator('[data-tour-start]').click();
      await page.locator('.planning[data-tour="targets"]').waitFor();
      await assertAccessible(page);
      for (let i = 0; i < 5; i += 1) await page.locator('.tour-next').click();
      assert.equal(await page.locator('.tour').count(), 0);
      await page.locator('[data-tour-start]').click();
      await page.locator('.tour-next').press('Escape');
      assert.equal(await page.locator('.tour').count(), 0);
    }));

    test('a word explains itself where it stands', () => opened(async (page) => {
      await page.locator('[popovertarget="term-baseline"]').click();
      assert.equal(await page.locator('#term-baseline').isVisible(), true);
      await assertAccessible(page);
    }));
  });
}

describe('forecast room, other screens', () => {
  for (const [name, options] of Object.entries({
    dark: { colorScheme: 'dark' },
    'a window of 320 px': { viewport: { width: 320, height: 640 } },
    // A laptop at 200 %.
    'enlarged to 200 %': { viewport: { width: 683, height: 384 } },
    'a tablet upright': { viewport: { width: 1024, height: 1366 } },
  })) {
    test(`axe finds nothing: ${name}`, () => visit(browser, { way: 'file', ...options }, async (visited) => {
      const { page } = visited;
      if (options.colorScheme) await page.emulateMedia({ colorScheme: options.colorScheme });
      await visited.open();
      await visited.ready();
      await assertAccessible(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} px wider than the window`);
      await visited.clean();
    }));
  }

  test('on a laptop nothing of the room lies outside the window', () => visit(browser, { way: 'file' }, async (visited) => {
    const { page } = visited;
    await visited.open();
    await visited.ready();
    for (const part of ['levers', 'targets', 'stage', 'areas']) {
      const box = await page.locator(`.planning > .${part}`).boundingBox();
      assert.ok(box.y >= 0 && box.y + box.height <= 768, `${part}: ${JSON.stringify(box)}`);
    }
    await visited.clean();
  }));

  test('in a low window the page scrolls, and the graph is as high as on a laptop', () => (
    visitIn(browser, 'ja', { viewport: { width: 1280, height: 600 } }, async (page) => {
      const { y, height } = await page.locator('.stage svg.fan').boundingBox();
      assert.ok(height >= 190 && y + height <= 600, `${height} px from ${y}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollHeight > innerHeight));
    })
  ));

  test('during a drag only what the lever reaches is drawn', () => visit(browser, { way: 'file' }, async (visited) => {
    const { page } = visited;
    await visited.open();
    await visited.ready();
    const drawn = await redrawn(page, async () => {
      const slider = page.locator('input[type=range][data-lever="alarm_publicity"]');
      await drag(page, slider, 0.8, { steps: 3 });
    });
    // Other levers keep their nodes and their texts.
    assert.deepEqual(drawn.filter((key) => key !== 'alarm_publicity'), []);
    await visited.clean();
  }));

  test("an assumption's slider follows the finger before it is let go", () => visit(browser, { way: 'file' }, async (visited) => {
    const { page } = visited;
    await visited.open();
    await visited.ready();
    await page.locator('#levers-tab-assumed').click();
    await page.locator('.group-toggle').first().click();
    const row = page.locator('.assumption').first();
    const slider = row.locator('input[type=range]');
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.boundingBox();
    const thumb = () => row.locator('.thumb').getAttribute('cx');
    const [before, code] = [await thumb(), await page.locator('[data-result-code]').innerText()];
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2);
    await page.waitForFunction((from) => document.querySelector('.assumption .thumb').getAttribute('cx') !== from, before);
    // Another unknown means other lives: asked for only when it is let go.
    assert.equal(await page.locator('[data-result-code]').innerText(), code);
    await page.mouse.up();
    await page.waitForFunction((from) => document.querySelector('[data-result-code]')?.innerText !== from, code);
    await visited.ready();
    await visited.clean();
  }));

  test('on a phone the graph says that numbers are on their way beside its tools, not over them', () => visit(browser, { way: 'file', viewport: VIEWPORTS.phone }, async (visited) => {
    const { page } = visited;
    await visited.open();
    await visited.ready();
    const slider = page.locator('input[type=range][data-lever="alarm_publicity"]');
    await slider.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await slider.boundingBox();
    await page.mouse.move(x + width * 0.5, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.7, y + height / 2);
    // Both at one moment: the words are gone as soon as the answer is there.
    const boxes = await page.waitForFunction(() => {
      const box = (part) => document.querySelector(`.stage .chart[data-fresh="false"] ${part}`)?.getBoundingClientRect().toJSON();
      const said = box('.chart-updating');
      return said?.width ? { said, tools: box('.chart-tools') } : null;
    });
    const { said, tools } = await boxes.jsonValue();
    const isApart = said.x + said.width <= tools.x || tools.y + tools.height <= said.y;
    assert.ok(isApart, JSON.stringify({ said, tools }));
    await page.mouse.up();
  }));

  test('while a finger moves, what is large rests and no text of the graph is placed anew', () => visit(browser, { way: 'file' }, async (visited) => {
    const { page } = visited;
    await visited.open();
    await visited.ready();
    const slider = page.locator('input[type=range][data-lever="alarm_publicity"]');
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.boundingBox();
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.35, y);
    await page.mouse.down();
    // The first move says that the numbers are on their way: that is done once, behind the line.
    await page.mouse.move(box.x + box.width * 0.37, y);
    await page.locator('[data-undo]:enabled').waitFor();
    await page.evaluate(() => {
      globalThis.touched = {};
      new MutationObserver((records) => {
        for (const { type, target, attributeName } of records) {
          const element = target.nodeType === 1 ? target : target.parentElement;
          const part = ['.data-table', 'section.moved', '.undo-tools', '.lever-groups', '.targets', '.stage-main', '.tiles']
            .find((one) => element?.closest(one)) ?? 'elsewhere';
          const what = `${part} ${element?.tagName} ${attributeName ?? type}`;
          globalThis.touched[what] = (globalThis.touched[what] ?? 0) + 1;
        }
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    for (let move = 1; move <= 8; move += 1) {
      await page.mouse.move(box.x + box.width * (0.37 + 0.02 * move), y);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    const touched = await page.evaluate(() => globalThis.touched);
    await page.mouse.up();
    const of = (wanted) => Object.keys(touched).filter((what) => wanted.test(what));
    assert.ok(of(/^\.stage-main PATH d|^\.stage-main path d/).length > 0, JSON.stringify(touched));
    assert.deepEqual(of(/^(\.data-table|\.undo-tools|section\.moved)/), [], JSON.stringify(touched));
    // A value changes its digits, not its place along the years.
    assert.deepEqual(of(/text (x|childList)$/i), [], JSON.stringify(touched));
    await visited.clean();
  }));
});

test('on a phone the graph that stays in sight covers nothing that has the focus', () => (
  visitIn(browser, 'ja', { viewport: { width: 390, height: 844 } }, async (page) => {
    await page.locator('.levers input[type=range]').nth(2).focus();
    for (let n = 0; n < 16; n += 1) {
      await page.keyboard.press('Shift+Tab');
      // The page may scroll over several frames.
      await page.waitForFunction(() => {
        const has = document.activeElement;
        const { x, y, width, height } = has.getBoundingClientRect();
        const top = document.elementFromPoint(x + width / 2, y + height / 2);
        return top && (has.closest('.stage') || !top.closest('.stage'));
      }, undefined, { timeout: 3000 });
    }
  })
));

test('on a slow computer the targets follow a finger that moves, and all is drawn where it rests', () => (
  visitIn(browser, 'ja', {}, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    const lever = 'input[data-lever="alarm_publicity"]';
    const slider = page.locator(`${lever}[type=range]`);
    await slider.scrollIntoViewIfNeeded();
    await page.evaluate(() => {
      const row = document.querySelector('.targets-row');
      globalThis.told = new Set();
      new MutationObserver(() => globalThis.told.add(row.innerText))
        .observe(row, { subtree: true, childList: true, characterData: true });
    });
    const { x, y, width, height } = await slider.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    // The first moves find out that drawing is slow; from then on parts come with moves.
    let told = 0;
    for (let i = 1; i <= 400 && told === 0; i += 1) {
      await page.mouse.move(x + width * (0.5 + 0.4 * Math.sin(i / 10)), y + height / 2);
      await page.waitForTimeout(32);
      if (i === 40) await page.evaluate(() => globalThis.told.clear());
      if (i > 40) told = await page.evaluate(() => globalThis.told.size);
    }
    assert.ok(told, 'the targets stood still while the finger moved');
    // Still held.
    await page.locator(READY).waitFor();
    assert.equal(await page.locator(`${lever}[type=text]`).inputValue(), await slider.inputValue());
    await page.mouse.up();
  })
));

// The levers whose nodes were touched while `work` was done.
async function redrawn(page, work) {
  await page.evaluate(() => {
    globalThis.touched = new Set();
    new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target.nodeType === 1 ? target : target.parentElement;
        const lever = element?.closest('.lever')?.querySelector('[data-lever]');
        if (lever) globalThis.touched.add(lever.dataset.lever);
      }
    }).observe(document.querySelector('.levers'), {
      subtree: true, childList: true, attributes: true, characterData: true,
    });
  });
  await work();
  return page.evaluate(() => [...globalThis.touched]);
}

// What comes in a quiet moment after the page is usable.
const carried = (page, name) =>
  page.waitForFunction((name) => globalThis.mitoshi.carried(name), name);

async function look(page, measure) {
  await page.locator('[data-picker="measure"]').click();
  await page.locator(`[data-measure="${measure}"]`).click();
  await settled(page);
}

async function choose(page, name, value) {
  await page.locator(`[data-choice="${name}"] label:has(input[value="${value}"])`).click();
}
