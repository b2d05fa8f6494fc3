// Measures whole processes: C# apps with this library, and Node programs that make the same templates with typed L1s.
// Usage: node whole-process.mjs [rounds]
import { execFileSync } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programFor } from './typed-l1s.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const rounds = Number(process.argv[2] ?? 10);
const sizes = [0, 1, 50, 'full', 'door'];
const output = mkdtempSync(join(tmpdir(), 'networkpatterns-benchmark-'));
const environment = {
  ...process.env,
  JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0],
  JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
};

const run = (file, args, variables = {}) =>
  execFileSync(file, args, { cwd: here, env: { ...environment, ...variables }, stdio: ['ignore', 'ignore', 'inherit'] });
const npm = process.platform === 'win32' ? ['cmd', ['/c', 'npm']] : ['npm', []];

function milliseconds(action) {
  const start = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const templatesOf = (assembly) => Object.fromEntries(readdirSync(assembly)
  .filter((name) => name.endsWith('.template.json'))
  .map((name) => {
    // The bootstrap rule and parameter follow from the synthesizer, and dependencies have no order.
    const { Resources: resources = {}, Metadata: metadata } = JSON.parse(readFileSync(join(assembly, name), 'utf8'));
    Object.values(resources).forEach((resource) => resource.DependsOn && [resource.DependsOn].flat().sort());
    return [name, { resources, metadata }];
  }));

run(npm[0], [...npm[1], 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
run('dotnet', ['build', '../NetworkPatterns.Benchmarks.App', '--configuration', 'Release', '--nologo', '--verbosity', 'quiet']);
const app = join(here, '..', 'NetworkPatterns.Benchmarks.App', 'bin', 'Release', 'net10.0', 'NetworkPatterns.Benchmarks.App.dll');

const subjects = sizes.map((size) => {
  const assembly = { cs: join(output, `cs-${size}`), node: join(output, `node-${size}`) };
  // Beside node_modules, where Node looks for aws-cdk-lib.
  const program = join(here, `typed-l1s-${size}.generated.cjs`);
  const cs = () => run('dotnet', [app, String(size)], { CDK_OUTDIR: assembly.cs });
  const node = () => run('node', [program], { CDK_OUTDIR: assembly.node });
  cs();
  writeFileSync(program, programFor(assembly.cs));
  node();
  const templates = templatesOf(assembly.cs);
  if (!isDeepStrictEqual(templates, templatesOf(assembly.node))) {
    throw new Error(`the two programs of '${size}' make different templates; compare ${assembly.cs} and ${assembly.node}`);
  }

  const resources = Object.values(templates).reduce((sum, template) => sum + Object.keys(template.resources).length, 0);
  return { size, resources, cs, node, times: { cs: [], node: [] } };
});

// In turns, so that what else the machine does falls on all alike.
for (let round = 0; round < rounds; round++) {
  for (const subject of subjects) {
    subject.times.cs.push(milliseconds(subject.cs));
    subject.times.node.push(milliseconds(subject.node));
  }
}

const [empty] = subjects;
const rows = subjects.map(({ size, resources, times }) => {
  const cs = median(times.cs);
  const node = median(times.node);
  const each = (whole, of) => (resources === 0 ? undefined : (whole - median(empty.times[of])) / resources);
  const row = { app: size, resources, 'C# ms': cs, 'Node ms': node, 'C# / empty C#': cs / median(empty.times.cs) };
  if (resources > 0) {
    row['C# ms each'] = each(cs, 'cs');
    row['Node ms each'] = each(node, 'node');
    row.ratio = row['C# ms each'] / row['Node ms each'];
  }

  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? Number(value.toFixed(value > 50 ? 0 : 2)) : value]));
});

console.log(`${cpus().length} x ${cpus()[0].model}, Node ${process.version}, .NET ${execFileSync('dotnet', ['--version']).toString().trim()}, median of ${rounds}`);
console.table(rows);
rmSync(output, { recursive: true });
