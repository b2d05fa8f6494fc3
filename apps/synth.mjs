// What cdk.json runs: builds the reference app when one of its inputs changed since the last build that succeeded, then
// starts it. A build that finds nothing to do takes longer than everything the app itself does.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const project = join(top, 'apps', 'NetworkPatterns.Reference');
const assembly = join(project, 'bin', 'Release', 'net10.0', 'NetworkPatterns.Reference.dll');
const stampFile = join(project, 'obj', 'synth.stamp');

const sourceFolders = ['src', 'constructs', 'apps'];
const buildFiles = /^(global\.json|nuget\.config|\.editorconfig|Directory\..*)$/i;
const notSources = new Set(['bin', 'obj', 'node_modules', 'cdk.out']);

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) {
      yield path;
    } else if (!notSources.has(entry.name)) {
      yield* filesUnder(path);
    }
  }
}

// Path, size and time of change of every input; a deleted file shows as well as a new one.
function stampOfInputs() {
  const files = [
    ...readdirSync(top).filter((name) => buildFiles.test(name)).map((name) => join(top, name)),
    ...sourceFolders.flatMap((folder) => [...filesUnder(join(top, folder))]),
  ];
  const lines = files.map((file) => {
    const { size, mtimeMs } = statSync(file);
    return `${relative(top, file)} ${size} ${mtimeMs}`;
  });
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

// The child's stdin, stdout and stderr; only the app may write to stdout.
function run(stdio, ...args) {
  const { status, signal, error } = spawnSync('dotnet', args, { stdio, env: environment });
  if (error) {
    console.error(`dotnet could not be started (${error.message}); the .NET 10 SDK is required: https://dot.net/download`);
  }

  if (status !== 0) {
    process.exit(status ?? (signal === 'SIGINT' ? 130 : 1));
  }
}

// jsii's banners about the version of Node; the first is silenced by naming the version.
const environment = {
  JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0],
  JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION: '1',
  JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
  ...process.env,
};
const stamp = stampOfInputs();
const isBuilt = existsSync(assembly) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
if (!isBuilt) {
  console.error('Building NetworkPatterns.Reference...');
  run(['ignore', 2, 2], 'msbuild', project, '-restore', '-property:Configuration=Release', '-verbosity:quiet', '-nologo');
  writeFileSync(stampFile, stamp);
}

run('inherit', assembly, ...process.argv.slice(2));
