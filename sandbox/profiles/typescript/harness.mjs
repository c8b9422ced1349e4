// Compiles a tree in TypeScript with esbuild, which takes the types off and checks none, and runs a proof or the tree's
// own tests with node:test. What they showed is told by the reporter of the node profile.
//
//   harness.mjs proof TREE ESBUILD PROOF.ts    a proof imports the tree's modules by their path from the root: './src/shop.js'
//   harness.mjs tests TREE ESBUILD             every tests/*.test.ts
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';

const [what, tree, esbuild, proof] = process.argv.slice(2);
const built = path.join(process.env.TMPDIR, 'built');

function sources(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(place);
    return /\.[cm]?tsx?$/.test(entry.name) && !/\.d\.[cm]?ts$/.test(entry.name) ? [place] : [];
  });
}

function compile(files, ...options) {
  const given = ['--format=cjs', '--platform=node', '--target=node18', '--log-limit=1', '--color=false'];
  try {
    execFileSync(esbuild, [...files, ...given, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error('it could not be compiled: ' + String(error.stderr).trim().split('\n').slice(0, 3).join(' '));
  }
}

// Other files of the tree lie where its modules look for them.
function filesOf() {
  fs.cpSync(tree, built, { recursive: true });
  fs.rmSync(path.join(built, 'package.json'), { force: true });
  compile(sources(tree), '--outdir=' + built, '--outbase=' + tree);
  if (what === 'proof') {
    const placed = path.join(built, '.proof.js');
    compile([proof], '--outfile=' + placed);
    return [placed];
  }
  const folder = path.join(built, 'tests');
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  return names.filter((name) => /\.test\.js$/.test(name)).sort().map((name) => path.join(folder, name));
}

// The first test has the reporter loaded, which takes the nonce and closes its descriptor.
await test('harness: ready', () => {});
try {
  for (const file of filesOf()) await import(pathToFileURL(file));
} catch (error) {
  // A file that stops half-way may have brought tests that pass.
  test('harness: not loaded', () => {
    throw error;
  });
}
