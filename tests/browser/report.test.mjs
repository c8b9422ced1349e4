// What must hold of every page: no violation that axe knows of, in light and dark, wide and at 320 px; readable
// without script; no request but the page's own; a path for the keyboard; a stranger's HTML shown as text.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { open } from './chromium.mjs';

const folder = process.env.SEEDFAULT_PAGES;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const names = readdirSync(folder).filter((name) => name.endsWith('.html')).sort();
const url = (name) => pathToFileURL(`${folder}/${name}`).href;

let browser;
before(async () => { browser = await open(); });
after(async () => { await browser?.close(); });

// Opens the page, gives it to `use`, and fails when it asked for anything else or an alert was raised.
async function visit(name, options, use) {
  const context = await browser.newContext(options);
  const requests = [];
  const dialogs = [];
  context.on('request', (request) => requests.push(request.url()));
  const page = await context.newPage();
  page.on('dialog', (dialog) => { dialogs.push(dialog.message()); return dialog.dismiss(); });
  await page.goto(url(name));
  await use(page);
  assert.deepEqual(requests, [url(name)]);
  assert.deepEqual(dialogs, []);
  await context.close();
}

const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 640 };

test('there are pages to look at', () => {
  assert.deepEqual(names, ['blind.html', 'calibration.html', 'compare.html', 'hostile-letter.html', 'hostile.html', 'letter.html', 'report.html']);
});

for (const name of names)
  for (const colorScheme of ['light', 'dark'])
    for (const viewport of [wide, narrow])
      test(`${name}, ${colorScheme}, ${viewport.width} px: axe finds nothing, nothing runs off the side`, () =>
        visit(name, { colorScheme, viewport }, async (page) => {
          await page.locator('details:not([open]) > summary').evaluateAll((all) => all.forEach((each) => each.click()));
          await page.evaluate(axe);
          const { violations, passes } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
          assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`), []);
          assert.ok(passes.length > 15, 'axe looked');
          const [page_width, window_width] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
          assert.ok(page_width <= window_width, `${page_width} px wide`);
        }));

test('axe sees what is wrong', () => visit('report.html', {}, async (page) => {
  await page.evaluate(() => { document.body.innerHTML += '<p style="color: #ccc; background: #fff">faint</p><img src="">'; });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  assert.ok(violations.some(({ id }) => id === 'color-contrast'));
  assert.ok(violations.some(({ id }) => id === 'image-alt'));
}));

for (const name of names)
  test(`${name}: readable without script, and none is in it`, () => visit(name, { javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator('script, iframe, object, embed, img, link, form, [onerror], [onclick], [onmouseover]').count(), 0);
    assert.ok(await page.locator('h1').isVisible());
    for (const heading of await page.locator('h2').all()) assert.ok(await heading.isVisible());
    const closed = page.locator('details:not([open])').first();
    if (await closed.count() === 0) return;
    const body = await closed.locator(':scope > :not(summary)').first().elementHandle();
    assert.equal(await body.isVisible(), false);
    await closed.locator('summary').click();
    assert.equal(await body.isVisible(), true);
  }));

for (const name of ['hostile.html', 'hostile-letter.html'])
  test(`${name}: a stranger's HTML is text`, () => visit(name, {}, async (page) => {
    assert.notEqual(await page.title(), 'owned');
    const text = await page.locator('body').innerText();
    for (const part of ['<script>document.title = "owned"</script>', '<iframe src="https://example.com">'])
      if (name === 'hostile.html') assert.ok(text.includes(part), part);
    for (const href of await page.locator('a').evaluateAll((all) => all.map((each) => each.getAttribute('href'))))
      assert.match(href, /^(#|https?:|mailto:)/);
    assert.ok(await page.locator('h2').first().isVisible());
  }));

// What has the keyboard: a name for it, and whether a person can see that it has.
const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return { tag: element.tagName, text: element.textContent.trim(), href: element.getAttribute('href'),
    seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.width > 1 && box.bottom > 0 && box.top < innerHeight };
});

test('keyboard: the skip link is first, and leads to the main part', () => visit('report.html', { viewport: wide }, async (page) => {
  await page.keyboard.press('Tab');
  const first = await focused(page);
  assert.equal(first.href, '#main');
  assert.ok(first.seen, 'the skip link shows when it has the keyboard');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
}));

for (const name of names)
  test(`${name}, keyboard: every link, fold and wide picture is reached in the order of the page, and shows that it is`, () =>
    visit(name, { viewport: wide }, async (page) => {
      const reachable = page.locator('a[href], summary, [tabindex="0"]');
      const expected = await reachable.evaluateAll((all) =>
        all.filter((each) => !each.closest('details:not([open]) > :not(summary)')).map((each) => each.textContent.trim()));
      const reached = [];
      for (let i = 0; i < expected.length; ++i) {
        await page.keyboard.press('Tab');
        const now = await focused(page);
        assert.ok(now.seen, `${now.tag} "${now.text}" shows that it has the keyboard`);
        reached.push(now.text);
      }
      assert.deepEqual(reached, expected);
    }));

test('keyboard: evidence opens and closes, and a comment is one key away', () => visit('report.html', { viewport: wide }, async (page) => {
  const fold = page.locator('summary', { hasText: 'Evidence' }).first();
  await fold.focus();
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('table.evidence').first().isVisible());
  await page.keyboard.press('Space');
  assert.equal(await page.locator('table.evidence').first().isVisible(), false);
  const link = page.locator('.said .by a').first();
  const target = (await link.getAttribute('href')).slice(1);
  await link.focus();
  await page.keyboard.press('Enter');
  const box = await page.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, target);
  assert.ok(box >= 0 && box < wide.height, 'the comment is in view');
}));

test('screen reader: landmarks, headings and tables have names', () => visit('report.html', {}, async (page) => {
  assert.equal(await page.getByRole('navigation', { name: 'Sections' }).count(), 1);
  for (const name of ['Planted defects', 'Coverage by pattern and skill', 'What else was said', 'The change, with comments and defects in place'])
    assert.equal(await page.getByRole('region', { name }).count(), 1, name);
  for (const name of ['By outage pattern', 'By skill']) assert.equal(await page.getByRole('table', { name }).count(), 1, name);
  const levels = await page.locator('h1, h2, h3').evaluateAll((all) => all.map((each) => Number(each.tagName[1])));
  levels.reduce((last, level) => { assert.ok(level <= last + 1, 'no heading level is left out'); return level; }, 0);
  const chart = page.getByRole('table', { name: 'By skill' }).getByRole('img').first();
  assert.match(await chart.getAttribute('aria-label'), /fixed|explained|identified|located|missed/);
}));

test('print: light, the reasons unfolded, evidence as far as it is open, the navigation gone', () => visit('report.html', { colorScheme: 'dark' }, async (page) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(paper, 'rgb(255, 255, 255)');
  assert.equal(await page.locator('nav').isVisible(), false);
  // A box can be had of what is folded away too; whether it is painted, only the browser can say.
  const painted = (selector) => page.locator(selector).first().evaluate((element) => element.checkVisibility() && element.getBoundingClientRect().height > 20);
  assert.equal(await painted('.card details:not(.ev):not([open]) .body'), true);
  assert.equal(await painted('.card details.ev:not([open]) .body'), false);
  const pdf = await page.pdf({ format: 'A4' });
  assert.ok(pdf.length > 50_000);
}));
