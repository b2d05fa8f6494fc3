// Runs cdk-nag's AwsSolutions pack over every template of a cloud assembly and prints, as JSON, what it found, what was
// suppressed with which reason, and how many checks passed. Each template is loaded as cdk-nag sees a stack: by the
// include of the CDK version that the library promises. cdk-nag looks at one stack at a time.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { App, Aspects, Stack } from 'aws-cdk-lib';
import { Runtime, RuntimeFamily } from 'aws-cdk-lib/aws-lambda';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { AwsSolutionsChecks } from 'cdk-nag';

// cdk-nag asks for the newest runtime that its CDK version knows. AWS Lambda has newer ones of Node.js, and no longer makes functions with the
// last that this version knows: told of them, the rule asks for the newest there is. A runtime enters the list when it is made.
for (const name of ['nodejs22.x', 'nodejs24.x']) {
  new Runtime(name, RuntimeFamily.NODEJS);
}

const assembly = process.argv[2];
const scratch = mkdtempSync(join(tmpdir(), 'networkpatterns-nag-'));
const findings = [];
const placeholders = [];
let compliant = 0;

function templatesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('manifest.json'))
    .flatMap((file) => {
      const manifest = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return Object.values(manifest.artifacts)
        .filter((artifact) => artifact.type === 'aws:cdk:stack' || artifact.type === 'aws:cloudformation:stack')
        .map((artifact) => join(folder, dirname(file), artifact.properties.templateFile));
    })
    .sort();
}

// What the CDK adds for its own deployment is no part of the pattern.
function read(file) {
  const template = JSON.parse(readFileSync(file, 'utf8'));
  delete template.Parameters?.BootstrapVersion;
  delete template.Rules;
  return template;
}

// A resource whose shape is newer than the library's class (a regional NAT gateway has no subnet) is refused by the
// include: it becomes a type that no rule knows. The list of them is part of the answer, and approved.
function include(app, name, template, index) {
  for (;;) {
    const stack = new Stack(app, `S${index}`);
    const file = join(scratch, `${index}.json`);
    writeFileSync(file, JSON.stringify(template));
    try {
      new CfnInclude(stack, 'T', { templateFile: file });
      stack.resolve(stack._toCloudFormation());
      return stack;
    } catch (error) {
      const refused = Object.keys(template.Resources).find((id) => new RegExp(`\\b${id}\\b`).test(error.message));
      if (refused === undefined || template.Resources[refused].Type.startsWith('Placeholder::')) {
        throw new Error(`${name}: ${error.message}`, { cause: error });
      }

      placeholders.push({ template: name, logicalId: refused, type: template.Resources[refused].Type });
      template.Resources[refused].Type = template.Resources[refused].Type.replace(/^AWS::/, 'Placeholder::');
      app.node.tryRemoveChild(`S${index}`);
    }
  }
}

try {
  const app = new App({ analyticsReporting: false, outdir: join(scratch, 'out') });
  const templates = templatesOf(assembly);
  const names = new Map();
  for (const [index, file] of templates.entries()) {
    const name = relative(assembly, file).replaceAll('\\', '/');
    const template = read(file);
    const stack = include(app, name, template, index);
    names.set(stack, { name, resources: template.Resources });
  }

  const record = (kind) => (data) => {
    const { name, resources } = names.get(Stack.of(data.resource));
    const logicalId = Stack.of(data.resource).resolve(data.resource.logicalId);
    findings.push({
      kind,
      rule: data.ruleId,
      finding: data.findingId || undefined,
      level: data.ruleLevel,
      template: name,
      logicalId,
      path: resources[logicalId]?.Metadata?.['aws:cdk:path'],
      reason: data.suppressionReason ?? data.errorSuppressionReason ?? data.errorMessage,
      info: data.ruleInfo,
    });
  };
  const logger = {
    onCompliance: () => { compliant += 1; },
    onNonCompliance: record('finding'),
    onSuppressed: record('suppressed'),
    onError: record('error'),
    onSuppressedError: record('suppressed'),
    onNotApplicable: () => {},
  };
  Aspects.of(app).add(new AwsSolutionsChecks({ reports: false, additionalLoggers: [logger] }));
  app.synth();
  process.stdout.write(JSON.stringify({ templates: templates.length, compliant, findings, placeholders }));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
