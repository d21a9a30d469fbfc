// Asks a running app whether it works: node .ci/smoke.mjs <address> [seconds to wait for the start page]
// Used where no test project can run: against the real Functions host, with the packages that are deployed.
const [address, patience = '120'] = process.argv.slice(2);
const requestLimit = 10_000;

const get = (path) => fetch(new URL(path, address), { signal: AbortSignal.timeout(requestLimit) });

async function textOf(path, type) {
  const response = await get(path);
  const found = response.headers.get('content-type') ?? 'no type';
  if (response.status !== 200 || !found.startsWith(type)) {
    throw new Error(`${path} answered ${response.status} (${found}), expected 200 (${type}).`);
  }
  console.log(`ok: ${path}`);
  return response.text();
}

async function waitForStartPage() {
  const deadline = Date.now() + Number(patience) * 1000;
  for (let last = 'nothing'; ; ) {
    try {
      const response = await get('/');
      if (response.status === 200) return;
      last = `status ${response.status}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    if (Date.now() > deadline) throw new Error(`No start page within ${patience} s; the last answer was: ${last}.`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

function linksIn(html, pattern, what) {
  const links = [...html.matchAll(pattern)].map((match) => match[1]);
  if (links.length === 0) throw new Error(`The start page has no ${what}.`);
  return links;
}

async function checkFunctions() {
  const functions = JSON.parse(await textOf('/admin/functions', 'application/json'));
  const kinds = JSON.stringify(functions);
  for (const kind of ['httpTrigger', 'timerTrigger', 'orchestrationTrigger', 'activityTrigger']) {
    if (!kinds.includes(`"${kind}"`)) throw new Error(`The host indexed ${functions.length} functions, none with ${kind}.`);
  }
  console.log(`ok: ${functions.length} functions: ${functions.map((one) => one.name).join(', ')}`);
}

try {
  await waitForStartPage();
  const startPage = await textOf('/', 'text/html');
  for (const style of linksIn(startPage, /<link[^>]+href="([^"]+\.css[^"]*)"/g, 'stylesheet')) {
    if (!/[0-9a-f]{8,}/.test(style)) throw new Error(`${style} has no fingerprint, so it could not be cached for a year.`);
    await textOf(style, 'text/css');
  }
  const [form] = linksIn(startPage, /<a[^>]+href="([^"]*aanvra[^"]*)"/g, 'link to the application form');
  if (!(await textOf(form, 'text/html')).includes('<form')) throw new Error(`${form} shows no form.`);
  await checkFunctions();
} catch (error) {
  console.error(`smoke test failed: ${error.message}`);
  process.exitCode = 1;
}
