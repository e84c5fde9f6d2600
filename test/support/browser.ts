import { type Browser, chromium } from 'playwright-core';

export const chromiumPath = () => process.env.CHROMIUM ?? '/usr/bin/chromium';

export const chromiumArguments: readonly string[] = [
  '--headless=new',
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Pages of several participants share a window; those behind have to go on sending.
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

/**
 * Starts the machine's Chromium with a camera and a microphone that it makes up: a moving picture and a beep
 * every second, allowed to every page without a question. Pages must be served from localhost or 127.0.0.1,
 * as browsers give a camera to nobody else without https. Close the browser in an `after` hook. `CHROMIUM`
 * names another binary.
 *
 *     const browser = await launchChromium();
 *     const page = await (await browser.newContext()).newPage();
 */
export function launchChromium(extraArguments: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [...chromiumArguments, ...extraArguments],
  });
}
