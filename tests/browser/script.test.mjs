// The review page with its script: by keyboard alone, drafts that outlive the page, the network and the browser, ranges,
// suggestions, search; enlarged and in high contrast. serve.test.mjs has the same page without a script.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { open } from './chromium.mjs';

const link = process.env.SEEDFAULT_LINKS.split(' ')[3];
const shots = process.env.SEEDFAULT_SCREENSHOTS;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser;
before(async () => {
  browser = await open();
  await person({}, (page) => page.getByRole('button', { name: 'Begin the review' }).click(), '');
});
after(async () => { await browser?.close(); });

async function person(options, use, path = '/change') {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) errors.push(message.text()); });
  await page.goto(link);
  if (path) await page.goto(page.url() + path);
  await use(page, context);
  assert.deepEqual(errors, []);
  await context.close();
}
const shot = async (page, name) => { if (shots) await page.screenshot({ path: `${shots}/${name}.png` }); };
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.tagName);
const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };
const kept = (page) => page.waitForFunction(() => document.querySelector('.kept')?.textContent === 'Kept');
const mark = (page) => page.evaluate(() => { window.same = true; });
const isSame = (page) => page.evaluate(() => window.same === true);

test('by keyboard alone: lines, a comment, a range, a file, the help, without leaving the page', () => person({ bypassCSP: true }, async (page) => {
  await mark(page);
  await press(page, '?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await shot(page, 'keys');
  await page.evaluate(axe);
  for (const width of [1280, 640, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await page.evaluate(() => window.axe.run(document.querySelector('dialog'), { resultTypes: ['violations'] }));
    assert.deepEqual(violations.map(({ id }) => id), []);
    assert.ok(await page.evaluate(() => { const box = document.querySelector('dialog').getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth; }), `${width} px`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await press(page, 'Escape');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
  await press(page, 'j', 'j', 'k', 'j');
  const line = await focused(page);
  assert.match(line, /line \d+: comment/);
  await press(page, 'c');
  await page.waitForSelector('#compose');
  assert.equal(await focused(page), 'TEXTAREA');
  await page.keyboard.type('No timeout: if the gateway hangs, every worker waits. jk?/');
  await shot(page, 'compose-beside');
  for (let i = 0; i < 8 && await page.evaluate(() => document.activeElement.textContent) !== 'Save the comment'; ++i) await press(page, 'Tab');
  await press(page, 'Enter');
  await page.waitForSelector('.note-box');
  assert.equal(await focused(page), line, 'the focus is where it was');
  await page.getByRole('status').filter({ hasText: 'Comment saved.' }).waitFor();

  await press(page, 'j', 'J', 'J', 'c');
  await page.waitForSelector('#compose');
  const [first, last] = await page.evaluate(() => [document.querySelector('#compose [name=at]').value.split('.')[2], document.querySelector('#last').value]);
  assert.equal(Number(last), Number(first) + 2);
  await press(page, 'Escape');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY');
  await press(page, 'n', 'v');
  await page.waitForSelector('.file.seen');
  await press(page, 's');
  await page.waitForSelector('table.split');
  await press(page, 's');
  await page.waitForSelector('table.diff:not(.split)');
  assert.ok(await isSame(page), 'all of it on one page');
}));

test('search finds, counts and goes on; Escape goes back to the code', () => person({}, async (page) => {
  await press(page, '/');
  await page.keyboard.type('import');
  assert.match(await page.locator('form.search').innerText(), /1 of \d+ lines/);
  await press(page, 'Enter');
  assert.match(await page.locator('form.search').innerText(), /2 of \d+ lines/);
  await shot(page, 'search');
  await press(page, 'Escape');
  assert.match(await focused(page), /line \d+: comment/);
  assert.equal(await page.locator('form.search').count(), 0);
}));

test('single keys can be switched off', () => person({}, async (page) => {
  await press(page, '?');
  await page.getByLabel('Keys are on').uncheck();
  await press(page, 'Escape');
  await press(page, 'c', '/', 'j');
  assert.equal(await page.locator('form.search, #compose').count(), 0);
}));

test('what is typed is kept by the server: another browser has it', () => person({}, async (page) => {
  await page.locator('tr.add a.ln').nth(6).click();
  await page.locator('#compose textarea').pressSequentially('half a thought');
  await kept(page);
}).then(() => person({ javaScriptEnabled: false }, async (page) => {
  await page.getByRole('link', { name: 'Unfinished comment: go on' }).first().click();
  assert.equal(await page.locator('#compose textarea').inputValue(), 'half a thought');
})));

test('without the network it is kept here, and sent when the network is back', () => person({}, async (page, context) => {
  await page.locator('tr.add a.ln').nth(9).click();
  await page.waitForSelector('#compose');
  await context.setOffline(true);
  await page.locator('#compose textarea').pressSequentially('written in a tunnel');
  await page.getByRole('status').filter({ hasText: 'The server cannot be reached' }).waitFor();
  await page.getByRole('button', { name: 'Save the comment' }).click();
  assert.equal(await page.locator('#compose textarea').inputValue(), 'written in a tunnel', 'nothing is lost by saving too early');
  await context.setOffline(false);
  await kept(page);
}).then(() => person({}, async (page) => {
  await page.getByText('written in a tunnel').waitFor();
})));

test('a click with Shift makes a range; a suggestion begins with its lines and shows what it changes', () => person({}, async (page) => {
  const lines = page.locator('tr.add a.ln');
  await lines.nth(1).click();
  await page.waitForSelector('#compose');
  await lines.nth(2).click({ modifiers: ['Shift'] });
  await page.waitForFunction(() => document.querySelector('#last') && document.querySelector('#last').value !== document.querySelector('#compose [name=at]').value.split('.')[2]);
  await page.getByRole('button', { name: 'Suggest a change' }).click();
  await page.waitForFunction(() => document.querySelector('#compose textarea')?.value.includes('```suggestion'));
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('table', { name: 'What the suggestion changes' }).waitFor();
  await shot(page, 'suggestion');
}));

for (const [name, options] of [['200 % zoom', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }], ['forced colours', { forcedColors: 'active' }]])
  test(`${name}: axe finds nothing, nothing runs off the side, the form is reached`, () => person({ ...options, bypassCSP: true }, async (page) => {
    await press(page, 'j', 'c');
    await page.waitForSelector('#compose');
    await shot(page, name.replace(/\W+/g, '-'));
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(' ')}`), []);
    const [page_width, window_width] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(page_width <= window_width, `${page_width} px wide`);
  }));
