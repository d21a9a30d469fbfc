// Asks the registries which of the packages in use have a known vulnerability: node .ci/audit.mjs [--must-answer]
// Fails on a high or critical one. A registry that does not answer, or serves no advisories, is named and does not fail the build: who works offline can go on.
// With --must-answer it does, for a run that is for nothing else. Recorded answers take the place of the tools: --nuget <file> --nuget-index <file> --npm <file>
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const solution = 'Initiatiefloket.slnx';
const toolLimit = 120_000;
const requestLimit = 20_000;
const grave = ['high', 'critical'];
// Of npm's packages nothing runs where residents come. What only these bring in stays on the machine of a developer or of a test, and is told.
const localTools = ['azurite', 'axe-core', 'chrome-launcher', 'lighthouse'];

const options = process.argv.slice(2);
const given = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);

class NotAnswered extends Error {}

// A tool that finds something, or nobody, ends with another code than 0 and says what in JSON all the same.
function answerOf(recorded, command, ...parameters) {
  const windows = process.platform === 'win32';
  let text;
  try {
    text = recorded ? readFileSync(recorded, 'utf8') : execFileSync(command, parameters, { encoding: 'utf8', timeout: toolLimit, shell: windows, maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    text = error.stdout || '';
    if (!text.trim()) throw new NotAnswered((error.stderr || error.message).trim().split('\n')[0]);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new NotAnswered(text.trim().split('\n')[0] || 'nothing was said');
  }
}

// A source without this resource knows of no vulnerability, and says of each package that it has none.
async function servesAdvisories(source, recorded) {
  try {
    const index = recorded ? JSON.parse(readFileSync(recorded, 'utf8')) : await (await fetch(source, { signal: AbortSignal.timeout(requestLimit) })).json();
    return index.resources.some((resource) => resource['@type'].startsWith('VulnerabilityInfo/'));
  } catch (error) {
    throw new NotAnswered(`${source}: ${error.cause?.code ?? error.message}`);
  }
}

async function nuget() {
  const answer = answerOf(given('--nuget'), 'dotnet', 'list', solution, 'package', '--vulnerable', '--include-transitive', '--format', 'json');
  const problem = answer.problems?.find((one) => one.level === 'error');
  if (problem) throw new NotAnswered(problem.text);
  const served = await Promise.all(answer.sources.map((source) => servesAdvisories(source, given('--nuget-index'))));
  if (!served.includes(true)) throw new NotAnswered(`no advisories at ${answer.sources.join(', ')}`);
  const packages = answer.projects
    .flatMap((project) => project.frameworks ?? [])
    .flatMap((framework) => [...(framework.topLevelPackages ?? []), ...(framework.transitivePackages ?? [])]);
  return packages.flatMap((one) => (one.vulnerabilities ?? []).map((found) => ({
    name: `${one.id} ${one.resolvedVersion}`,
    severity: found.severity.toLowerCase(),
    more: found.advisoryurl,
    counts: true,
  })));
}

function npm() {
  const answer = answerOf(given('--npm'), 'npm', 'audit', '--json');
  if (!answer.vulnerabilities) throw new NotAnswered(answer.message ?? answer.error?.summary ?? 'an answer without vulnerabilities');
  return Object.values(answer.vulnerabilities).flatMap((one) => {
    const roots = rootsOf(one, answer.vulnerabilities);
    return one.via.filter((found) => typeof found === 'object').map((found) => ({
      name: `${one.name} (by ${roots.join(', ')})`,
      severity: found.severity,
      more: found.url,
      counts: roots.some((root) => !localTools.includes(root)),
    }));
  });
}

// The packages of package.json that bring one in; itself where nothing does.
function rootsOf(one, all, seen = new Set()) {
  if (seen.has(one.name)) return [];
  seen.add(one.name);
  const above = one.effects.flatMap((name) => (all[name] ? rootsOf(all[name], all, seen) : [name]));
  return [...new Set(one.isDirect || above.length === 0 ? [one.name, ...above] : above)];
}

for (const [registry, ask] of Object.entries({ nuget, npm })) {
  try {
    const found = [...new Map((await ask()).map((one) => [`${one.name} ${one.more}`, one])).values()];
    for (const one of found) {
      const fails = one.counts && grave.includes(one.severity);
      if (fails) process.exitCode = 1;
      console.log(`${registry}: ${fails ? 'FAILS' : 'told'}: ${one.severity}: ${one.name}: ${one.more}`);
    }
    console.log(`${registry}: answered, ${found.length} found`);
  } catch (error) {
    if (!(error instanceof NotAnswered)) throw error;
    console.log(`${registry}: not answered: ${error.message}`);
    if (options.includes('--must-answer')) process.exitCode = 1;
  }
}
