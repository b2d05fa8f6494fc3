// Prints the AWS service specification of the named CloudFormation resource types (of all, when none is named) as JSON:
// properties at every depth with their kind of value, required properties, attributes, and what causes replacement.
import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';

const asked = new Set(process.argv.slice(2));
const specification = await loadAwsServiceSpec();

const kindOf = (type) => {
  switch (type.type) {
    case 'array': return { kind: 'list', element: kindOf(type.element) };
    case 'map': return { kind: 'map', element: kindOf(type.element) };
    case 'ref': return { kind: 'type', type: type.reference.$ref };
    case 'union': return { kind: 'union', types: type.types.map(kindOf) };
    case 'string': return { kind: 'string', allowed: type.allowedValues };
    default: return { kind: type.type };
  }
};

const mapValues = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

const propertyOf = (property) => ({
  value: kindOf(property.type),
  required: property.required || undefined,
  replacement: property.causesReplacement === 'no' ? undefined : property.causesReplacement,
  deprecated: property.deprecated === 'NONE' ? undefined : property.deprecated,
});

const resources = specification
  .all('resource')
  .filter((resource) => asked.size === 0 || asked.has(resource.cloudFormationType));

const typesOf = (resource) =>
  Object.fromEntries(specification.follow('usesType', resource).map(({ entity }) =>
    [entity.$id, { name: entity.name, properties: mapValues(entity.properties, propertyOf) }]));

// The database has its own order of entities; the answer has none, so that it is the same whatever was asked.
const answer = Object.fromEntries(resources
  .map((resource) => [resource.cloudFormationType, {
    properties: mapValues(resource.properties, propertyOf),
    attributes: mapValues(resource.attributes, (attribute) => kindOf(attribute.type)),
    replacementPaths: resource.additionalReplacementProperties,
    types: typesOf(resource),
  }])
  .sort(([a], [b]) => (a < b ? -1 : 1)));

process.stdout.write(JSON.stringify(answer));
