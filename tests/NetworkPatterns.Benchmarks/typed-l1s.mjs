// Writes a Node program that makes the resources of a cloud assembly's templates with the typed L1 constructors of
// aws-cdk-lib: the way the same templates would be made by hand in CDK's own language.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const modules = {
  Athena: 'aws-athena', CloudWatch: 'aws-cloudwatch', EC2: 'aws-ec2', Glue: 'aws-glue', IAM: 'aws-iam', Logs: 'aws-logs', S3: 'aws-s3',
};
// Their L1s have no tags in this version, so they are an override, on both sides.
const untagged = new Set(['AWS::EC2::EgressOnlyInternetGateway', 'AWS::EC2::VPCEndpoint']);
// No L1 in this version, or of a service that is only part of the front door: plain resources, which cost less than typed ones.
const isPlain = (type) => type === 'AWS::EC2::VPCEncryptionControl' || !(type.split('::')[1] in modules);
const policies = { Delete: 'DELETE', Retain: 'RETAIN', Snapshot: 'SNAPSHOT', RetainExceptOnCreate: 'RETAIN_EXCEPT_ON_CREATE' };
const json = (value) => JSON.stringify(value);
// AcceptedName to acceptedName, SSEAlgorithm to sseAlgorithm.
const camelCase = (name) => name.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (start) => start.toLowerCase());
// What L1s take as it is.
const isDocument = (name) => name.endsWith('PolicyDocument') || name === 'Parameters' || name === 'DestinationOptions';

// An expression for a value of a template. Names of properties are spelled as L1s spell them, but for those of documents.
function expression(value, resources, inDocument = false) {
  if (Array.isArray(value)) {
    return `[${value.map((item) => expression(item, resources, inDocument)).join(', ')}]`;
  }

  if (value === null || typeof value !== 'object') {
    return json(value);
  }

  const [[name, argument] = []] = Object.entries(value);
  if (name === 'Ref') {
    return argument in resources ? `r.${argument}.ref` : `cdk.Fn.ref(${json(argument)})`;
  }

  if (name === 'Fn::GetAtt') {
    return `cdk.Token.asString(r.${argument[0]}.getAtt(${json(argument[1])}))`;
  }

  if (name === 'Fn::Sub' || name === 'Fn::Select' || name === 'Fn::GetAZs' || name === 'Fn::Join' || name === 'Fn::Cidr' || name === 'Fn::Base64' || name === 'Fn::Split') {
    const list = (Array.isArray(argument) ? argument : [argument]).map((item) => expression(item, resources, true));
    return `cdk.Fn.${camelCase(name.slice(4))}(${list.join(', ')})`;
  }

  if (name?.startsWith('Fn::')) {
    throw new Error(`no expression for ${name}`);
  }

  const entries = Object.entries(value).map(([key, item]) =>
    `${json(inDocument ? key : camelCase(key))}: ${expression(item, resources, inDocument || isDocument(key))}`);
  return `{ ${entries.join(', ')} }`;
}

function referencesOf(value, resources, found = new Set()) {
  if (value !== null && typeof value === 'object') {
    const target = value.Ref ?? value['Fn::GetAtt']?.[0];
    if (typeof target === 'string' && target in resources) {
      found.add(target);
    }

    Object.values(value).forEach((item) => referencesOf(item, resources, found));
  }

  return found;
}

// A resource after those that it names, as variables need it.
function inOrder(resources) {
  const done = new Set();
  const visit = (id) => {
    if (!done.has(id)) {
      done.add(id);
      referencesOf(resources[id].Properties, resources).forEach(visit);
      order.push(id);
    }
  };
  const order = [];
  Object.keys(resources).forEach(visit);
  return order;
}

function statementsOf(id, resource, resources) {
  const [, service, type] = resource.Type.split('::');
  const used = new Set(['Type', 'Properties', 'DependsOn', 'Metadata', 'DeletionPolicy', 'UpdateReplacePolicy', 'UpdatePolicy']);
  const other = Object.keys(resource).filter((key) => !used.has(key));
  if (other.length > 0) {
    throw new Error(`no statement for ${resource.Type} with ${other}`);
  }

  const lines = isPlain(resource.Type)
    ? [`r.${id} = new cdk.CfnResource(stack, ${json(id)}, { type: ${json(resource.Type)}, properties: ${expression(resource.Properties ?? {}, resources, true)} });`]
    : [`r.${id} = new ${service}.Cfn${type}(stack, ${json(id)}, ${expression(resource.Properties ?? {}, resources)});`];
  for (const policy of ['DeletionPolicy', 'UpdateReplacePolicy'].filter((key) => key in resource)) {
    lines.push(`r.${id}.cfnOptions.${camelCase(policy)} = cdk.CfnDeletionPolicy.${policies[resource[policy]]};`);
  }

  if (resource.UpdatePolicy) {
    lines.push(`r.${id}.cfnOptions.updatePolicy = ${expression(resource.UpdatePolicy, resources)};`);
  }

  if (untagged.has(resource.Type) && resource.Properties.Tags) {
    lines.push(`r.${id}.addPropertyOverride('Tags', ${expression(resource.Properties.Tags, resources, true)});`);
  }

  if (resource.Metadata) {
    lines.push(`r.${id}.cfnOptions.metadata = ${expression(resource.Metadata, resources, true)};`);
  }

  return lines;
}

/** The program's text. It takes its output folder from CDK_OUTDIR, as every CDK app does. */
export function programFor(assembly) {
  const { artifacts } = JSON.parse(readFileSync(join(assembly, 'manifest.json'), 'utf8'));
  const lines = [
    "const cdk = require('aws-cdk-lib');",
    ...Object.entries(modules).map(([service, module]) => `const ${service} = require('aws-cdk-lib/${module}');`),
    'const app = new cdk.App({ analyticsReporting: false });',
  ];
  for (const [name, artifact] of Object.entries(artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack')) {
    const template = JSON.parse(readFileSync(join(assembly, artifact.properties.templateFile), 'utf8'));
    const resources = template.Resources ?? {};
    const region = artifact.environment.split('/').at(-1);
    lines.push('{', `const stack = new cdk.Stack(app, ${json(name)}, { env: { region: ${json(region)} } });`, 'const r = {};');
    lines.push(...inOrder(resources).flatMap((id) => statementsOf(id, resources[id], resources)));
    for (const [id, { DependsOn = [] }] of Object.entries(resources)) {
      lines.push(...[DependsOn].flat().map((target) => `r.${id}.addDependency(r.${target});`));
    }

    if (template.Description) {
      lines.push(`stack.templateOptions.description = ${json(template.Description)};`);
    }

    if (template.Metadata) {
      lines.push(`stack.templateOptions.metadata = ${expression(template.Metadata, resources, true)};`);
    }

    lines.push('}');
  }

  return [...lines, 'app.synth();', ''].join('\n');
}
