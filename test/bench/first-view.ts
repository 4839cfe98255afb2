import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { packagedFile } from '../../shared/rendering/fonts/font-files.ts';
import { webFontPath, webFonts } from '../../shared/rendering/fonts/web-fonts.ts';
import { findChromium, howToGetChromium, openChromium } from '../support/chromium.ts';
import { samplePages } from '../support/sample-pages.ts';
import { type Figure, type Measured, median } from './figure.ts';

/** The pages that strangers meet first. */
const names = ['home', 'campaign-open', 'campaign-published', 'letter', 'release'];

const rounds = 5;

/** A phone on a slow connection, as Lighthouse simulates it for its mobile figures. */
const phone = { width: 360, height: 800, cpuSlowdown: 4, latencyMs: 150, bytesPerSecond: 1_638_400 / 8 };

interface View {
  /** Milliseconds until the first text, and until the largest element of the first screen. */
  firstPaint: number;
  largestPaint: number;
  /** Layout shift score (https://web.dev/articles/cls): 0 if nothing moved. */
  shift: number;
}

/**
 * How soon a stranger on a phone sees a page, against the same page without style, typefaces, pictures and script.
 * Every page is sent as CloudFront sends it: compressed, typefaces beside it.
 */
export async function measureFirstView(): Promise<Measured> {
  const path = findChromium();
  if (!path) throw new Error(howToGetChromium);
  const pages = pagesToServe();
  const { server, origin } = await serve(pages);
  const browser = await openChromium(path);
  try {
    const figures: Figure[] = [];
    const details: Record<string, unknown> = {};
    for (const name of names) {
      const styled = await medianView(browser, `${origin}/${name}`);
      const bare = await medianView(browser, `${origin}/${name}-bare`);
      details[name] = { styled, bare };
      figures.push(...figuresOf(name, styled, bare, scriptBytes(pages.get(`/${name}`) ?? '')));
    }
    return { figures, details };
  } finally {
    await browser.close();
    server.close();
  }
}

function figuresOf(name: string, styled: View, bare: View, script: number): Figure[] {
  return [
    { name: `${name}: first paint on a slow phone`, value: styled.firstPaint / 1000, unit: 'seconds' },
    {
      name: `${name}: first paint against the page without style`,
      value: styled.firstPaint / bare.firstPaint,
      unit: 'times',
      bound: { atMost: 2.5 },
    },
    { name: `${name}: largest paint on a slow phone`, value: styled.largestPaint / 1000, unit: 'seconds' },
    {
      name: `${name}: largest paint against the page without style`,
      value: styled.largestPaint / bare.largestPaint,
      unit: 'times',
      bound: { atMost: 2.5 },
    },
    // 0.1 is what Lighthouse calls good; nothing on these pages has a reason to move.
    { name: `${name}: layout shift`, value: styled.shift, unit: 'score', bound: { atMost: 0.01 } },
    { name: `${name}: script`, value: script / 1000, unit: 'kB', bound: { atMost: 10 } },
  ];
}

function pagesToServe(): Map<string, string> {
  const pages = samplePages('en');
  return new Map(
    names.flatMap((name) => {
      const html = pages[name];
      if (html === undefined) throw new Error(`There is no sample page ${name}.`);
      return [
        [`/${name}`, html],
        [`/${name}-bare`, bare(html)],
      ];
    }),
  );
}

const bare = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>|<script\b.*?<\/script>/gs, '')
    .replace(/<link rel="preload"[^>]*>|<img\b[^>]*>|<meta http-equiv[^>]*>/g, '');

const scriptBytes = (html: string): number =>
  [...html.matchAll(/<script>(.*?)<\/script>/gs)].reduce((sum, [, source = '']) => sum + source.length, 0);

async function serve(pages: Map<string, string>): Promise<{ server: Server; origin: string }> {
  const fonts = new Map(webFonts.map((font) => [webFontPath(font), readFileSync(packagedFile(font.file))]));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const html = pages.get(pathname);
    const font = fonts.get(pathname);
    if (html !== undefined)
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' })
        .end(gzipSync(html));
    else if (font) response.writeHead(200, { 'content-type': 'font/woff2' }).end(font);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { server, origin: `http://127.0.0.1:${address.port}` };
}

async function medianView(browser: Browser, address: string): Promise<View> {
  const views: View[] = [];
  for (let round = 0; round < rounds; round++) views.push(await view(browser, address));
  return {
    firstPaint: median(views.map(({ firstPaint }) => firstPaint)),
    largestPaint: median(views.map(({ largestPaint }) => largestPaint)),
    shift: Math.max(...views.map(({ shift }) => shift)),
  };
}

/** One visit with nothing cached. */
async function view(browser: Browser, address: string): Promise<View> {
  const { width, height, cpuSlowdown, latencyMs, bytesPerSecond } = phone;
  const context = await browser.newContext({ viewport: { width, height }, isMobile: true, bypassCSP: true });
  try {
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await devTools.send('Network.enable');
    await devTools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: latencyMs,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForLoadState('networkidle');
    return await page.evaluate(observePaints);
  } finally {
    await context.close();
  }
}

/** Runs in the page: what the browser has noted so far. */
const observePaints = `new Promise((resolve) => {
  const entries = { paint: [], 'largest-contentful-paint': [], 'layout-shift': [] };
  for (const type of Object.keys(entries))
    new PerformanceObserver((list) => entries[type].push(...list.getEntries())).observe({ type, buffered: true });
  setTimeout(() => resolve({
    firstPaint: entries.paint.find(({ name }) => name === 'first-contentful-paint').startTime,
    largestPaint: entries['largest-contentful-paint'].at(-1).startTime,
    shift: entries['layout-shift'].reduce((sum, { value }) => sum + value, 0),
  }), 200);
})`;
