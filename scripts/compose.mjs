// Runs docker-compose.yml by podman, as `./lotview test containers` does: each service with the options that the file
// gives it, in the order of depends_on, and each only when what it depends on is healthy or has ended well.
//   node compose.mjs NAME VARIABLES-FILE STAND-INS-IMAGE
// Foreign servers are replaced by programs of the same kind, since there may be no registry. NAME is of the network.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const yaml = createRequire(resolve(root, 'web/package.json'))('js-yaml');
const [name, variablesFile, standIns] = process.argv.slice(2);
const FOREIGN = ['postgres', 'kafka', 'objects'];
const PATIENCE = 300_000;

const variables = Object.fromEntries(
  readFileSync(variablesFile, 'utf8').split('\n').filter((line) => line.includes('='))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));

// ${NAME}, ${NAME:-default} and ${NAME:?what to do}.
const filled = (value) =>
  String(value ?? '').replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, key, kind, rest) => {
    if (variables[key]) return variables[key];
    if (kind === '?') throw new Error(`${key} is missing: ${rest}`);
    return kind === '-' ? rest : '';
  });

const podman = (...words) => spawnSync('podman', words, { encoding: 'utf8' });

function must(...words) {
  const { status, stdout, stderr } = podman(...words);
  if (status !== 0) throw new Error(`podman ${words[0]} ${words[1]}: ${stderr}`);
  return stdout.trim();
}

const container = (service) => `${name}-${service}`;

function mounts(service, volumes = []) {
  return volumes.flatMap((volume) => {
    const [from, ...rest] = volume.split(':');
    return ['-v', [from.startsWith('.') ? resolve(root, from) : `${name}-${from}`, ...rest].join(':')];
  });
}

function options(service, spec) {
  const words = ['run', '-d', '--name', container(service), '--network', name, '--network-alias', service];
  if (spec.read_only) words.push('--read-only');
  for (const capability of spec.cap_drop ?? []) words.push(`--cap-drop=${capability}`);
  for (const option of spec.security_opt ?? []) words.push('--security-opt', option.replace('=./', `=${root}/`));
  for (const folder of spec.tmpfs ?? []) words.push('--tmpfs', folder);
  if (spec.mem_limit) words.push('--memory', spec.mem_limit);
  for (const [key, value] of Object.entries(spec.environment ?? {})) words.push('-e', `${key}=${filled(value)}`);
  return [...words, ...mounts(service, spec.volumes)];
}

function start(service, spec) {
  const words = options(service, spec);
  if (FOREIGN.includes(service)) {
    words.push('-v', `${root}/scripts/stand-ins:/stand-ins:ro`, '-v', `${root}/standalone/target/lib:/jars:ro`);
    return must(...words, '--entrypoint', `/stand-ins/${service}`, standIns);
  }
  if (spec.entrypoint) words.push('--entrypoint', JSON.stringify(spec.entrypoint));
  return must(...words, filled(spec.image), ...(spec.command ?? []));
}

function logs(service) {
  const { stdout, stderr } = podman('logs', '--tail', '15', container(service));
  return stdout + stderr;
}

async function until(service, what, done) {
  for (const end = Date.now() + PATIENCE; !done(); ) {
    const [state, code] = must('inspect', '--format', '{{.State.Status}} {{.State.ExitCode}}', container(service)).split(' ');
    if (Date.now() > end || (state === 'exited' && !done())) {
      throw new Error(`${service} is not ${what} (${state} ${code}):\n${logs(service)}`);
    }
    await new Promise((wake) => setTimeout(wake, 1000));
  }
}

function healthy(service, spec) {
  const [kind, ...words] = spec.healthcheck.test;
  return podman('exec', container(service), ...(kind === 'CMD-SHELL' ? ['sh', '-c', words[0]] : words)).status === 0;
}

const ended = (service) =>
  must('inspect', '--format', '{{.State.Status}} {{.State.ExitCode}}', container(service)) === 'exited 0';

const { services } = yaml.load(readFileSync(resolve(root, 'docker-compose.yml'), 'utf8'));
const started = new Set();

async function up(service) {
  if (started.has(service)) return;
  started.add(service);
  const spec = services[service];
  const needs = spec.depends_on ?? {};
  for (const other of Array.isArray(needs) ? needs : Object.keys(needs)) {
    await up(other);
    const condition = needs[other]?.condition;
    if (condition === 'service_healthy') await until(other, 'healthy', () => healthy(other, services[other]));
    if (condition === 'service_completed_successfully') await until(other, 'done', () => ended(other));
  }
  start(service, spec);
}

try {
  for (const service of Object.keys(services)) await up(service);
  for (const [service, spec] of Object.entries(services)) {
    if (spec.healthcheck) await until(service, 'healthy', () => healthy(service, spec));
  }
  console.log(`${Object.keys(services).length} containers: ${Object.keys(services).join(' ')}`);
} catch (failure) {
  console.error(failure.message);
  process.exit(1);
}
