import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian puts it; another place is named by CHROMIUM. */
const PATH = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

export const hasChromium = existsSync(PATH);
if (!hasChromium)
  process.stdout.write(`${PATH} is not installed: the tests in a browser are skipped\n`);

/** A browser that asks nothing of anybody but the page under test. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: PATH,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
