// What linters say of the folders given, one JSON object a line: {folder, tool, rule, file, message}.
// Python: ruff; JavaScript and TypeScript: eslint with typescript-eslint. Each with the rules that it comes with.
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative } from 'node:path';

import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import js from '@eslint/js';
import { Linter } from 'eslint';
import globals from 'globals';
import ts from 'typescript-eslint';

const ruff = new Workspace(Workspace.defaultSettings(), PositionEncoding.Utf16);
const eslint = new Linter();
const node = { languageOptions: { globals: globals.node, sourceType: 'module' } };
const script = [js.configs.recommended, node];
const typed = [js.configs.recommended, ...ts.configs.recommended.map((part) => ({ ...part, files: ['**/*.ts'] })), node]
  .map((part) => ({ ...part, files: ['**/*.ts'] }));
const LINTERS = {
  '.py': (text) => ruff.check(text).map(({ code, message }) => ({ tool: 'ruff', rule: code, message })),
  '.js': (text) => problems(text, script, 'x.js'),
  '.mjs': (text) => problems(text, script, 'x.js'),
  '.ts': (text) => problems(text, typed, 'x.ts'),
};

function problems(text, config, filename) {
  return eslint.verify(text, config, { filename }).map(({ ruleId, message }) => ({ tool: 'eslint', rule: ruleId, message }));
}

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

for (const folder of process.argv.slice(2)) {
  for (const path of files(folder)) {
    for (const found of LINTERS[extname(path)]?.(readFileSync(path, 'utf8')) ?? []) {
      console.log(JSON.stringify({ folder, file: relative(folder, path), ...found }));
    }
  }
}
