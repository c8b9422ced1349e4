// The review page, served: the whole take-home without a script, by keyboard too; no violation that axe knows of on
// any page, in light and dark, wide and at 320 px; no request to another host.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { open } from './chromium.mjs';

const [heron, wren, ana] = process.env.SEEDFAULT_LINKS.split(' ');
const origin = new URL(heron).origin;
const rated = process.env.SEEDFAULT_REVIEW;
const shots = process.env.SEEDFAULT_SCREENSHOTS;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 640 };

let browser;
before(async () => { browser = await open(); });
after(async () => { await browser?.close(); });

// A person with a link: opens it, does `use`, and has asked no other host for anything.
async function person(link, options, use) {
  const context = await browser.newContext({ viewport: wide, ...options });
  const hosts = new Set();
  context.on('request', (request) => hosts.add(new URL(request.url()).origin));
  const page = await context.newPage();
  const refused = [];
  page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) refused.push(message.text()); });
  await page.goto(link);
  await use(page);
  assert.deepEqual([...hosts], [origin]);
  assert.deepEqual(refused, []);
  await context.close();
}

const shot = async (page, name) => { if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: false }); };
const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();
const follow = (page, name) => page.getByRole('link', { name, exact: true }).first().click();

test('take-home: from the link to the feedback, without a script', () => person(heron, { javaScriptEnabled: false }, async (page) => {
  assert.equal(new URL(page.url()).pathname, '/r/i1', 'the token does not stay in the address');
  await shot(page, 'start');
  await press(page, 'Begin the review');
  await shot(page, 'change');

  const line = page.locator('tr.add a.ln').first();
  await line.click();
  await page.locator('#compose textarea').fill('No timeout: if the gateway hangs, every worker waits.');
  await page.getByLabel('Severity').selectOption('major');
  await shot(page, 'compose');
  await press(page, 'Preview');
  assert.ok(await page.getByText('Preview').first().isVisible());
  await press(page, 'Save the comment');
  assert.equal(await page.locator('.note-box').count(), 1);
  assert.match(page.url(), /#c1$/);

  await follow(page, 'Comment on this file');
  await page.locator('#compose textarea').fill('<img src=x onerror=alert(1)> odd');
  await press(page, 'Save the comment');
  assert.equal(await page.locator('.note-box').count(), 2);
  assert.equal(await page.locator('main img').count(), 0);

  const gaps = await page.locator('tr.gap').count();
  await page.locator('tr.gap a').first().click();
  assert.equal(await page.locator('tr.gap').count(), gaps - 1);
  await follow(page, 'Side by side');
  assert.equal(await page.locator('tr.gap').count(), gaps - 1, 'what was opened stays open');
  await shot(page, 'split');
  await follow(page, 'One column');

  await page.locator('.note-box', { hasText: 'onerror' }).getByRole('link', { name: 'Edit or remove' }).click();
  await press(page, 'Remove');
  assert.equal(await page.locator('.note-box').count(), 1);
  await press(page, 'Mark as viewed');
  assert.equal(await page.locator('.file.seen').count(), 1);

  await follow(page, 'Summary, verdict and submit');
  await page.getByLabel('Your summary, as to a colleague').fill('Good structure; one thing must change.');
  await page.getByLabel(/Request changes/).check();
  await press(page, 'Save, and look it over');
  await shot(page, 'look');
  await press(page, 'Submit the review');
  assert.ok(await page.getByRole('heading', { name: 'Thank you' }).isVisible());
  await follow(page, 'Read your feedback');
  assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
}));

test('restarting the browser loses nothing that was saved, and the link still opens it', () => person(wren, {}, async (page) => {
  await press(page, 'Begin the review');
  await page.locator('tr.add a.ln').first().click();
  await page.locator('#compose textarea').fill('kept');
  await press(page, 'Save the comment');
}).then(() => person(wren, {}, async (page) => {
  await follow(page, 'Go on with your review');
  assert.ok(await page.getByText('kept', { exact: true }).isVisible());
})));

test('keyboard: skip link first, a line is reached, commented on and saved without a mouse', () => person(wren, {}, async (page) => {
  await follow(page, 'Go on with your review');
  await page.waitForLoadState();
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => document.activeElement?.getAttribute('href') === '#main');
  await page.locator('tr.add a.ln').nth(2).focus();
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, 'none');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#compose');
  for (let i = 0; i < 200 && await page.evaluate(() => document.activeElement.tagName) !== 'TEXTAREA'; ++i) await page.keyboard.press('Tab');
  await page.keyboard.type('by keyboard');
  for (let i = 0; i < 10 && await page.evaluate(() => document.activeElement.textContent) !== 'Save the comment'; ++i) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#c2');
  assert.ok(await page.getByText('by keyboard').isVisible());
}));

test('screen reader: every row of code has a name, every field a label', () => person(wren, {}, async (page) => {
  await follow(page, 'Go on with your review');
  await page.waitForLoadState();  // rows are counted while they come otherwise
  const rows = await page.locator('.diff tbody tr:not(.gap):not(.notes)').count();
  assert.equal(await page.locator('.diff tbody tr:not(.gap):not(.notes) th[scope=row]').count(), rows);
  assert.ok(rows > 50);
  assert.ok(await page.getByRole('table', { name: /^Changes of / }).count() > 2);
}));

const pages = [
  ['start', wren, ''], ['change', wren, '/change'], ['split', wren, '/change?view=split'], ['compose', wren, '/change?at=0.a.3'],
  ['edit', wren, '/change?edit=c1'], ['files', wren, '/files'], ['file', wren, '/file/new/payments/app.py'], ['finish', wren, '/finish'],
  ['look', wren, '/look'], ['nothing', wren, '/nothing'], ['desk', ana, '/desk'], ['invitation', ana, '/desk/invitations/i1'],
  ['queue', ana, '/desk/attempts/payments-webhook-1/queue'],
  ['packs', ana, '/desk/calibration'], ['pack', ana, '/desk/calibration/autumn'], ['rating', ana, `/desk/calibration/autumn/reviews/${rated}`],
];

for (const [name, link, path] of pages)
  for (const colorScheme of ['light', 'dark'])
    for (const viewport of [wide, narrow])
      test(`${name}, ${colorScheme}, ${viewport.width} px: axe finds nothing, nothing runs off the side`, () =>
        person(link, { colorScheme, viewport, bypassCSP: true }, async (page) => {
          await page.goto(origin + (link === ana ? '' : '/r/i2') + path);
          await shot(page, `${name}-${colorScheme}-${viewport.width}`);
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
          assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(' ')}`), []);
          const [page_width, window_width] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
          assert.ok(page_width <= window_width, `${page_width} px wide`);
        }));

// What a page without a script must be: nothing that axe finds, and nothing off the side, in both colour schemes, wide,
// at 200 % (half as many CSS pixels) and at 320 px; every link and control is reached by Tab, and shows it.
async function sound(page, name) {
  assert.equal(await page.locator('script').count(), 0);
  await page.evaluate(axe);
  for (const colorScheme of ['light', 'dark'])
    for (const viewport of [wide, { width: 640, height: 450 }, narrow]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await shot(page, `${name}-${colorScheme}-${viewport.width}`);
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(' ')}`), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${viewport.width} px`);
    }
  const all = await page.evaluate(() => [...document.querySelectorAll('a[href], button, summary, [tabindex="0"]')].filter((each) => each.checkVisibility()).length);
  await page.evaluate(() => document.activeElement?.blur());
  let count = 0;
  for (; count <= all; ++count) {
    await page.keyboard.press('Tab');
    const [tag, outline] = await page.evaluate(() => [document.activeElement.tagName, getComputedStyle(document.activeElement).outlineStyle]);
    if (tag === 'BODY') break;
    assert.notEqual(outline, 'none', await page.evaluate(() => document.activeElement.outerHTML));
  }
  assert.ok(count >= all, `${count} of ${all} reached by Tab`);
}

test('interviewer: compares, reads one defect in everybody\'s words, takes questions and a file along', () => person(ana, { bypassCSP: true }, async (page) => {
  await page.goto(`${origin}/desk/exercises/payments-webhook`);
  await sound(page, 'compare');
  await page.setViewportSize(wide);
  await page.locator('table.grid a').first().click();
  assert.ok(await page.getByRole('link', { name: 'Report' }).count() > 0);
  await sound(page, 'compare-defect');
  await page.goto(`${origin}/desk/attempts/payments-webhook-1/conversation`);
  assert.ok(await page.getByRole('heading', { name: 'What went by' }).isVisible());
  await sound(page, 'conversation');
  await page.locator('summary', { hasText: 'Listen for' }).first().press('Enter');
  assert.equal(await page.locator('details[open]').count(), 1);
  const file = page.waitForEvent('download');
  await page.evaluate(() => { location.href = '/desk/attempts/payments-webhook-1/export/sarif'; });
  assert.equal((await file).suggestedFilename(), 'payments-webhook-1.sarif.txt');
}));

test('feedback: the candidate reads it by keyboard, enlarged, at 320 px', () => person(heron, { bypassCSP: true }, async (page) => {
  await follow(page, 'Read your feedback');
  assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
  await sound(page, 'feedback');
}));

test('interviewer: invites, sees the link once, reads a report', () => person(ana, {}, async (page) => {
  await page.getByLabel('Code name (no real name)').fill('robin');
  await press(page, 'Invite');
  const link = await page.locator('.token').innerText();
  assert.match(link, /\/i\/[A-Za-z0-9_-]{43}$/);
  await follow(page, 'Invitations');
  assert.equal(await page.getByText(link).count(), 0);
  await follow(page, 'report');
  assert.ok(await page.getByRole('heading', { name: 'Planted defects' }).count() > 0);
}));

test('interviewer: rates a review of a calibration pack by its form, alone', () => person(ana, {}, async (page) => {
  await follow(page, 'Calibration');
  await follow(page, 'autumn');
  await follow(page, rated);
  await shot(page, 'rating');
  const levels = page.getByRole('combobox', { name: /Level$/ });
  const count = await levels.count();
  assert.ok(count > 5);
  for (let i = 0; i < count; ++i) await levels.nth(i).selectOption('identified');
  await page.getByLabel('Your verdict on the review').selectOption('mixed');
  await press(page, 'Save');
  assert.ok(await page.getByText(`${count} of ${count}`).isVisible());
  await press(page, 'Submit my ratings');
  assert.ok(await page.getByRole('alert').isVisible(), 'the other reviews are not rated yet');
}));
