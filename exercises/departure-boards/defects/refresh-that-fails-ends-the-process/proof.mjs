// The timetable API is away for the time of one refresh. The old board is still good.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import test from 'node:test';
import { promisify } from 'node:util';

const INSTANCE = `
  import { Cache } from './src/cache.js';
  const clock = { now: 0 };
  const cache = new Cache({ freshMs: 100, usableMs: 1000, now: () => clock.now });
  const away = async () => {
    throw new Error('away');
  };
  await cache.get('8000191//public', async () => 'old');
  clock.now = 200;
  const first = await cache.get('8000191//public', away).catch(() => 'refused');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const second = await cache.get('8000191//public', away).catch(() => 'refused');
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.stdout.write(first + ' ' + second);
`;

test('an instance outlives a refresh that fails', async () => {
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', INSTANCE], { timeout: 10_000 });
  const { code = 0, stdout } = await run.catch((error) => error);
  assert.equal(code, 0, `the process ended with ${code}`);
  assert.match(stdout, /^(old|refused) (old|refused)$/);
});
