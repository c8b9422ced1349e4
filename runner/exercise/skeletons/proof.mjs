import assert from 'node:assert/strict';
import test from 'node:test';

// Passes on the sound tree, fails once the defect is planted. Any honest fix must pass it, not only yours.
test('{{id}}', () => {
  assert.fail("import from the tree's root ('./shop.mjs'), and say what must hold");
});
