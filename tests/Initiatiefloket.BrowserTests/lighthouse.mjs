// How fast and how accessible the pages are on a phone, by Lighthouse: npm run lighthouse
// Starts the built app (dotnet build functions) on the local host with empty storage; ends with 1 when a page scores below the lowest that we accept.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const lowest = 0.95;
const categories = ['performance', 'accessibility'];
const steps = ['idee', 'waar-en-wanneer', 'kosten', 'documenten', 'over-u', 'controleren'];
const root = resolve(import.meta.dirname, '../..');
const built = (project) => join(root, project, 'bin', process.env.CONFIGURATION ?? 'Debug', 'net10.0');
const host = join(built('devhost'), 'Initiatiefloket.DevHost.dll');
const data = mkdtempSync(join(tmpdir(), 'lighthouse-'));
let child;

const freePort = () => new Promise((give) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => give(port));
  });
});

async function startSite(seconds = 120) {
  if (!existsSync(host)) throw new Error(`${host} is not there: run "dotnet build functions" first.`);
  const port = await freePort();
  child = spawn('dotnet', [host, '--app', built('functions'), '--port', port, '--data', data], { stdio: ['ignore', 'ignore', 'inherit'], cwd: root });
  const address = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; ) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended with ${child.exitCode}.`);
    const answer = await fetch(address, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    if (answer?.ok) return address;
    await new Promise((next) => setTimeout(next, 200));
  }
  throw new Error(`${address} did not answer within ${seconds} s.`);
}

// The same places as the browser tests look; Lighthouse's own search finds Chrome, not every Chromium.
function browser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const found = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
  return process.env.LOKET_BROWSER ?? found;
}

async function measure(page, port) {
  const { lhr } = await lighthouse(page, { port, onlyCategories: categories, formFactor: 'mobile', logLevel: 'error' });
  const scores = categories.map((category) => lhr.categories[category].score);
  console.log(`${new URL(page).pathname.replace(/^\/aanvragen\/[^/]+/, '/aanvragen/…').padEnd(32)} ${scores.map((score) => score?.toFixed(2) ?? 'none').join('  ')}`);
  return scores;
}

try {
  const address = await startSite();
  const form = (await fetch(`${address}/aanvragen`)).url;
  const pages = [`${address}/`, `${address}/kom-ik-in-aanmerking`, ...steps.map((step) => new URL(step, form).href)];
  // The first visit after a start compiles the page; residents come after that.
  for (const page of pages) await fetch(page);
  const isRoot = process.getuid?.() === 0;
  const chrome = await launch({ chromePath: browser(), chromeFlags: ['--headless=new', ...(isRoot ? ['--no-sandbox'] : [])] });
  try {
    console.log(`${'page'.padEnd(32)} ${categories.join('  ')}`);
    for (const page of pages) {
      if ((await measure(page, chrome.port)).some((score) => !(score >= lowest))) process.exitCode = 1;
    }
  } finally {
    chrome.kill();
  }
  if (process.exitCode) console.error(`Below ${lowest}.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  // It ends the worker and Azurite with itself.
  await new Promise((ended) => {
    child?.once('exit', ended);
    if (!child || child.exitCode !== null || !child.kill()) ended();
  });
  rmSync(data, { recursive: true, force: true });
}
