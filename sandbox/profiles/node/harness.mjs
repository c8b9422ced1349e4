// Runs a proof, or a tree's own tests, with node:test. What they showed is told by the reporter beside this file.
//
//   harness.mjs proof TREE PROOF.mjs      a proof imports the tree's modules by their path from the root: './shop.mjs'
//   harness.mjs tests TREE                every tests/*.test.{js,mjs,cjs}
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

const [what, tree, proof] = process.argv.slice(2);

function filesOf() {
  // A proof lies outside of the tree but is written as if it stood at its root.
  if (what === 'proof') {
    const placed = path.join(tree, '.proof-' + path.basename(proof));
    fs.copyFileSync(proof, placed);
    return [placed];
  }
  const folder = path.join(tree, 'tests');
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  return names.filter((name) => /\.test\.[cm]?js$/.test(name)).sort().map((name) => path.join(folder, name));
}

// The first test has the reporter loaded, which takes the nonce and closes its descriptor.
await test('harness: ready', () => {});
const files = filesOf();
try {
  for (const file of files) await import(pathToFileURL(file));
} catch (error) {
  // A file that stops half-way may have brought tests that pass.
  test('harness: not loaded', () => {
    throw error;
  });
}
