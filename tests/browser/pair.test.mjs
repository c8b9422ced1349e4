// A pair session in two browsers: each sees at once what the other saves or says, a broken connection loses nothing, two
// tabs agree, and the candidate's page never holds what was not given. Then the same without a script.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { open } from './chromium.mjs';

const [heron, ana, wren, ben] = process.env.SEEDFAULT_LINKS.split(' ');
const shots = process.env.SEEDFAULT_SCREENSHOTS;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser;
before(async () => { browser = await open(); });
after(async () => { await browser?.close(); });

async function person(link, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  await context.addInitScript(() => {
    const Real = window.WebSocket;
    window.sockets = [];
    window.WebSocket = class extends Real { constructor(url) { super(url); window.sockets.push(this); } };
  });
  const page = await context.newPage();
  const frames = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  await page.goto(link);
  return { context, page, frames };
}

const shot = async (page, name) => { if (shots) await page.screenshot({ path: `${shots}/${name}.png` }); };
const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();
const open_tool = (page, name) => page.locator('#pair details.tool > summary', { hasText: name }).click();
const checked = async (page) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(' ')}`), []);
};
async function comment(page, text) {
  await page.locator('tr.add a.ln').first().click();
  await page.locator('#compose textarea').fill(text);
  await press(page, 'Save the comment');
  await page.locator('.note-box', { hasText: text }).first().waitFor();
}

// The timeline by keyboard: stepped, played, stopped; at 320 px nothing runs off the side.
async function steps(page) {
  const now = page.locator('#replay-now');
  await page.getByRole('link', { name: /^Step through it/ }).press('Enter');
  await now.filter({ hasText: 'Event 1 of' }).waitFor();
  for (const [key, event] of [['ArrowRight', 2], ['ArrowRight', 3], ['ArrowLeft', 2], ['End', ''], ['Home', 1]]) {
    await page.keyboard.press(key);
    if (event) await now.filter({ hasText: `Event ${event} of` }).waitFor();
    else await page.locator('#replay-steps span', { hasText: 'Last' }).waitFor();
  }
  await page.keyboard.press('p');
  await now.filter({ hasText: 'Event 2 of' }).waitFor();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.keyboard.press('p');
  await page.getByRole('button', { name: 'Play' }).waitFor();
  await page.keyboard.press('End');
  await page.locator('#pair-board', { hasText: 'Coverage:' }).waitFor();
  await shot(page, 'pair-replay');
  await checked(page);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.setViewportSize(size);
}

test('two browsers: comments, artefacts, hints and the end are seen as they come', async () => {
  const one = await person(heron, { bypassCSP: true });
  const two = await person(ana, { bypassCSP: true });
  await one.page.getByRole('link', { name: 'Go on with your review' }).click();
  await one.page.getByText('The interviewer is here.').waitFor();
  await two.page.getByText('The candidate is here.').waitFor();

  await press(two.page, 'Start the clock');
  await two.page.getByText('Pause the clock').waitFor();
  await one.page.locator('#pair-clock', { hasText: 'running' }).waitFor();

  await comment(one.page, 'No index for this filter: every search reads the whole table.');
  await two.page.locator('.note-box', { hasText: 'No index for this filter' }).waitFor();
  assert.equal(await two.page.locator('tr.notes #c1').count(), 1, 'below its row');
  await shot(two.page, 'pair-interviewer');

  await one.page.locator('#pair-ask').fill('May I see a query plan?');
  await press(one.page, 'Ask');
  await two.page.locator('#pair-said', { hasText: 'May I see a query plan?' }).waitFor();
  assert.equal(await one.page.locator('#pair-ask').inputValue(), '');

  const plans = two.page.locator('#pair-artefacts > ul > li', { hasText: 'query-plans.txt' });
  await plans.getByRole('button', { name: 'Reveal' }).click();
  await one.page.locator('#pair-said', { hasText: 'Seq Scan on orders' }).waitFor();
  await open_tool(two.page, 'Write a private note');
  await two.page.locator('#pair-note').fill('Asks for the right thing.');
  await press(two.page, 'Keep the note');
  await two.page.locator('#pair-notes', { hasText: 'Asks for the right thing.' }).waitFor();
  await open_tool(two.page, 'Add a constraint');
  await press(two.page, 'Logs are unavailable from now on.');
  await one.page.locator('#pair-said', { hasText: 'Logs are unavailable' }).waitFor();
  await shot(one.page, 'pair-candidate');
  await checked(one.page);
  await checked(two.page);

  // A second tab has all of it; what is typed in the first stays when news come.
  const tab = await one.context.newPage();
  await tab.goto(one.page.url());
  await tab.locator('#pair-said', { hasText: 'Logs are unavailable' }).waitFor();
  await one.page.locator('#pair-ask').fill('half a thought');
  await comment(tab, 'Written in the other tab.');
  await one.page.locator('.note-box', { hasText: 'Written in the other tab.' }).waitFor();
  assert.equal(await one.page.locator('#pair-ask').inputValue(), 'half a thought');
  await tab.close();

  // Two windows change one comment: the first is told at once, and shown both texts when it saves.
  const first = one.page.locator('.note-box', { hasText: 'No index for this filter' }).first();
  await first.getByRole('link', { name: 'Edit or remove' }).click();
  await one.page.locator('#c1 textarea').fill('No index, says the first window.');
  const rival = await one.context.newPage();
  await rival.goto(`${one.page.url().replace(/[?#].*/, '')}?edit=c1#c1`);
  await rival.locator('#c1 textarea').fill('No index, says the second window.');
  await rival.locator('#c1').getByRole('button', { name: 'Save' }).click();
  await rival.locator('.note-box .text', { hasText: 'says the second window' }).first().waitFor();
  await one.page.locator('#c1 [role=alert]', { hasText: 'changed meanwhile' }).waitFor();
  await one.page.locator('#c1').getByRole('button', { name: 'Save' }).click();
  await one.page.locator('#c1 .note-box', { hasText: 'says the second window' }).waitFor();
  assert.equal(await one.page.locator('#c1 textarea').inputValue(), 'No index, says the first window.');
  await checked(one.page);
  await one.page.locator('#c1 textarea').fill('No index for this filter, say both.');
  await one.page.locator('#c1').getByRole('button', { name: 'Save' }).click();
  await two.page.locator('#c1', { hasText: 'say both' }).waitFor();
  await rival.close();

  // A broken connection: what was said meanwhile comes, what was sent meanwhile arrives once.
  await one.context.setOffline(true);
  await one.page.evaluate(() => window.sockets.at(-1).close());
  await open_tool(two.page, 'Ask');
  await press(two.page, 'What could go wrong?');
  await press(one.page, 'Ask');
  await one.context.setOffline(false);
  await one.page.locator('#pair-said', { hasText: 'What could go wrong?' }).waitFor();
  await two.page.locator('#pair-said', { hasText: 'half a thought' }).waitFor();
  assert.equal(await two.page.locator('#pair-said li', { hasText: 'half a thought' }).count(), 1);

  // Following, once it is allowed.
  await press(two.page, "Follow the candidate's scrolling");
  await press(one.page, 'Let them');
  await two.page.getByText("You follow the candidate's scrolling.").first().waitFor();
  await one.page.locator('section.file').last().scrollIntoViewIfNeeded();
  await two.page.locator('.pair-looks').waitFor();
  await press(one.page, 'Stop');
  await two.page.getByRole('button', { name: "Follow the candidate's scrolling" }).waitFor();

  // Frames and page of the candidate: nothing of the interviewer's.
  const seen = one.frames.join('\n') + await one.page.content();
  for (const secret of ['Asks for the right thing.', 'memory.csv', 'pair-board', 'Coverage:']) assert.ok(!seen.includes(secret), secret);

  await open_tool(two.page, 'End the session');
  await two.page.getByLabel(/Submit the review as it stands/).check();
  await press(two.page, 'End the session');
  await one.page.locator('#pair-clock', { hasText: 'ended' }).waitFor();
  await two.page.getByRole('link', { name: 'Timeline' }).first().click();
  assert.ok(await two.page.getByText('Asks for the right thing.').isVisible());
  await shot(two.page, 'pair-timeline');
  await checked(two.page);
  await steps(two.page);
  await one.context.close();
  await two.context.close();
});

test('without a script: reload shows the news, forms send', async () => {
  const one = await person(wren, { javaScriptEnabled: false });
  const two = await person(ben, { javaScriptEnabled: false });
  await one.page.getByRole('link', { name: 'Go on with your review' }).click();
  await comment(one.page, 'Saved without a script.');
  await one.page.locator('#pair-ask').fill('Metrics?');
  await press(one.page, 'Ask');
  await two.page.reload();
  assert.ok(await two.page.getByText('Saved without a script.').isVisible());
  assert.ok(await two.page.getByText('Metrics?').isVisible());
  await open_tool(two.page, 'Give a hint');
  await two.page.locator('#pair-hint').fill('Think of load.');
  await press(two.page, 'Give the hint');
  await one.page.reload();
  assert.ok(await one.page.getByText('Think of load.').isVisible());
  await two.page.getByRole('link', { name: 'Timeline', exact: true }).first().click();
  assert.equal(await two.page.locator('table.grid tbody tr').count(), 3);
  await two.page.getByRole('link', { name: /^Step through it/ }).click();
  await two.page.getByRole('link', { name: 'Next', exact: true }).click();
  assert.ok(await two.page.getByText('Event 2 of 3').isVisible());
  await one.context.close();
  await two.context.close();
});

for (const [name, link] of [['candidate', wren], ['interviewer', ben]])
  for (const colorScheme of ['light', 'dark'])
    test(`${name}, ${colorScheme}, 320 px: axe finds nothing, nothing runs off the side`, async () => {
      const { context, page } = await person(link, { colorScheme, viewport: { width: 320, height: 640 }, bypassCSP: true });
      if (name === 'candidate') await page.getByRole('link', { name: 'Go on with your review' }).click();
      await page.locator('#pair').waitFor();
      await shot(page, `pair-${name}-${colorScheme}-320`);
      await checked(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await context.close();
    });
