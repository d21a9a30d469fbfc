// Asks a running app whether it works: node .ci/smoke.mjs <address> <address of the mailbox> [seconds to wait for the start page]
// Used where no test project can run: against the real Functions host, with the packages that are deployed.
const [address, mailbox, patience = '120'] = process.argv.slice(2);
const requestLimit = 10_000;
// The form's own check that a person fills it in takes two seconds (HumanCheck__LeastSeconds).
const personTakes = 3_000;
const email = 'smoke@bewoner.example';

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
    await wait(1000);
  }
}

function linksIn(html, pattern, what) {
  const links = [...html.matchAll(pattern)].map((match) => match[1]);
  if (links.length === 0) throw new Error(`The start page has no ${what}.`);
  return links;
}

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// Opens a page with a form, fills it in and sends it; the answer is the page that follows.
async function fillIn(path, fields) {
  const page = await get(path);
  const html = await page.text();
  if (page.status !== 200 || !html.includes('<form')) throw new Error(`${page.url} answered ${page.status} without a form.`);
  const cookie = page.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
  await wait(personTakes);
  const answer = await fetch(page.url, {
    method: 'POST',
    body: new URLSearchParams([...hidden, ...Object.entries(fields)]),
    headers: { cookie },
    redirect: 'manual',
    signal: AbortSignal.timeout(requestLimit),
  });
  if (answer.status !== 200 && answer.status !== 303) throw new Error(`The form at ${page.url} answered ${answer.status}.`);
  console.log(`ok: form at ${new URL(page.url).pathname.replace(/[^/]{20,}/, '…')}`);
  return answer.headers.get('location');
}

// A draft that is saved for later, and the mail with the way back to it: forms, tables, antiforgery and mail at once.
async function checkMail(form) {
  const later = await fillIn(form, { titel: 'Rooktest', actie: 'later' });
  if (!later) throw new Error('The draft was not saved.');
  const since = new Date().toISOString();
  await fillIn(later, { email });
  const mails = await fetch(new URL(`/dev/mail.json?to=${email}&since=${since}`, mailbox), { signal: AbortSignal.timeout(requestLimit) });
  if (mails.status !== 200 || (await mails.json()).length !== 1) throw new Error('The mail of the form did not arrive.');
  console.log('ok: mail');
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
  await checkMail(form);
  await checkFunctions();
} catch (error) {
  console.error(`smoke test failed: ${error.message}`);
  process.exitCode = 1;
}
