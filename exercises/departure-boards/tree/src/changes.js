// Follows the dispatchers' feed, so that what has changed is not shown from memory.
import { setTimeout as pause } from 'node:timers/promises';

import { count } from './metrics.js';

const EVERY_MS = 2000;
const TIMEOUT_MS = 2000;

export async function followChanges(url, pages, begin, ended, everyMs = EVERY_MS) {
  let after = begin;
  while (!ended.aborted) {
    after = await forgetChanges(url, pages, after);
    await pause(everyMs, undefined, { ref: false });
  }
}

// Gives the number after which to ask the next time.
export async function forgetChanges(url, pages, after) {
  try {
    const { changes, last } = await changesAfter(url, after);
    if (after === undefined) {
      pages.forgetAll();
    }
    for (const change of changes) {
      pages.forget(change);
    }
    return last;
  } catch (error) {
    console.error('what has changed is not known', error);
    count('changes_failed');
    return after;
  }
}

async function changesAfter(url, after) {
  const query = after === undefined ? '' : `?after=${after}`;
  const response = await fetch(`${url}/changes${query}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  const body = await response.text();
  if (!response.ok) {
    throw new Error(`the feed answered ${response.status}`);
  }
  return JSON.parse(body);
}
