// Counts what node:test says and writes the completion record: the nonce, one word, and a detail, to descriptor 4.
// It is loaded before anything of the tree; the nonce is read and its descriptor closed at once.
import assert from 'node:assert';
import fs from 'node:fs';

const nonce = fs.readFileSync(3, 'latin1');
fs.closeSync(3);
const { writeSync } = fs;
const judges = [assert, assert.strict].flatMap((judge) => Object.keys(judge).map((name) => [judge, name, judge[name]]));

function judge({ passed, failures, idle, not_loaded }) {
  const meddled = judges.filter(([where, name, value]) => where[name] !== value).map(([, name]) => name);
  if (meddled.length > 0) return ['inconclusive', 'the tree changed what judges it: ' + meddled.slice(0, 5).join(', ')];
  if (not_loaded) return ['inconclusive', `it could not be loaded: ${not_loaded}`];
  if (failures.length > 0) return ['failed', failures[0]];
  if (idle > 0) return ['inconclusive', 'a test was skipped or is only planned'];
  if (passed === 0) return ['inconclusive', 'there is no test in it'];
  return ['passed', `${passed} tests`];
}

export default async function* report(source) {
  const seen = { passed: 0, failures: [], idle: 0, not_loaded: undefined };
  for await (const { type, data } of source) {
    if (data?.name === 'harness: ready' && data.nesting === 0) continue;
    const suite = data?.details?.type === 'suite';
    if (type === 'test:pass' && (data.skip !== undefined || data.todo !== undefined)) seen.idle += 1;
    else if (type === 'test:pass' && !suite) seen.passed += 1;
    else if (type === 'test:fail') {
      const error = data.details?.error;
      const cause = error?.cause ?? error;
      if (data.name === 'harness: not loaded') seen.not_loaded = `${cause?.name}: ${cause?.message ?? cause}`;
      // A suite that fails says only that something in it did.
      if (!suite || error?.failureType !== 'subtestsFailed') seen.failures.push(`${data.name}: ${cause?.message ?? cause}`);
    }
  }
  const [word, detail] = judge(seen);
  writeSync(4, `${nonce} ${word}\n${String(detail).slice(0, 4000)}`);
  if (word !== 'passed') process.exitCode = 1;
}
