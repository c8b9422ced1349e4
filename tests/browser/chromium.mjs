// Debian's Chromium, quiet: nothing in the background, nothing of the user's, no other host.
import { spawnSync } from 'node:child_process';
import { chromium } from 'playwright-core';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

export const executable = process.env.SEEDFAULT_CHROMIUM ||
  ['chromium', 'chromium-browser', 'google-chrome'].map((name) => spawnSync('which', [name]).stdout?.toString().trim()).find(Boolean);

// A browser with a new, empty profile (Playwright makes and removes it).
export const open = () => chromium.launch({ executablePath: executable, headless: true, args: flags });
