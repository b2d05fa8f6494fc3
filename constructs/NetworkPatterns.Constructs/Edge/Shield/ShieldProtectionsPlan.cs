using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Waf;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Shield;

/// <summary>Protections of AWS Shield Advanced, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Resources">What is protected, by name.</param>
/// <param name="Group">How the resources are looked at as one.</param>
internal sealed record ShieldProtectionsPlan(string Path, ImmutableArray<ShieldedResource> Resources, ShieldAggregation? Group)
{
    private const string GroupId = "ProtectionGroup";
    private const int CapacityOfResponse = 150;
    private const int LongestGroupId = 36;
    private const int LongestName = 128;

    /// <summary>Plans the protections.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static ShieldProtectionsPlan From(ShieldProtectionsProps props, PatternContext context)
    {
        ArgumentNullException.ThrowIfNull(props);
        var problems = new ProblemList();
        var where = context.At(nameof(props.Resources));
        if (props.Resources.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.ShieldProtection.At(where, "nothing is protected", "name a resource, or leave the protections out"));
        }

        foreach (var repeated in props.Resources.GroupBy(resource => ResourceName.Key(resource.Name), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ShieldProtection.At(where, $"{repeated.Count()} protections are called '{repeated.First().Name}'", "give each a name of its own"));
        }

        foreach (var repeated in props.Resources.GroupBy(resource => (resource.Kind, resource.Identifier)).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ShieldProtection.At(where, $"{string.Join(" and ", repeated.Select(resource => resource.Name))} protect the same resource", "Shield has one protection for each"));
        }

        foreach (var resource in props.Resources)
        {
            CheckResource(resource, context, $"{where}[{resource.Name}]", problems);
        }

        problems.ThrowIfAny();
        return new(context.Path, [.. props.Resources.OrderBy(resource => resource.Name, StringComparer.Ordinal)], props.Group);
    }

    public (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) ToBlueprint(PatternContext context)
    {
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        var tags = new ResourceTags(Path);
        foreach (var resource in Resources)
        {
            builder.Add(IdOf(resource), "AWS::Shield::Protection",
                ("Name", UniqueName.Of($"{Path}-{resource.Name}", LongestName)),
                ("ResourceArn", ArnOf(resource, inputs)),
                ("HealthCheckArns", resource.HealthCheckIds.IsEmpty ? null : Value.List(resource.HealthCheckIds.Select((check, number) => Value.Sub(
                    "arn:${AWS::Partition}:route53:::healthcheck/${Check}", ("Check", inputs.Of($"{ResourceName.Of(resource.Name)}HealthCheck{number}", check)))))),
                ("ApplicationLayerAutomaticResponseConfiguration", resource.Response is { } response
                    ? Value.Map(("Status", "ENABLED"), ("Action", Value.Map((response.Action, Value.EmptyObject))))
                    : null),
                ("Tags", tags.Of(resource.Name)));
        }

        if (Group is { } aggregation)
        {
            builder.Add(new(GroupId, "AWS::Shield::ProtectionGroup", Value.Map(
                ("ProtectionGroupId", UniqueName.Of(Path, LongestGroupId)),
                ("Aggregation", aggregation switch { ShieldAggregation.Sum => "SUM", ShieldAggregation.Mean => "MEAN", _ => "MAX" }),
                ("Pattern", "ARBITRARY"),
                ("Members", Value.List(Resources.Select(resource => ArnOf(resource, inputs)))),
                ("Tags", tags.Of("group"))))
            {
                DependsOn = [.. Resources.Select(IdOf)],
            });
        }

        return (builder.Build(Path), inputs.Supplied);
    }

    private static string IdOf(ShieldedResource resource) => $"{ResourceName.Of(resource.Name)}Protection";

    // https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_CreateProtection.html
    private static Value ArnOf(ShieldedResource resource, TokenInputs inputs)
    {
        var identifier = inputs.Of(ResourceName.Of(resource.Name), resource.Identifier);
        return resource.Kind switch
        {
            ShieldedKind.Distribution => Value.Sub("arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Id}", ("Id", identifier)),
            ShieldedKind.HostedZone => Value.Sub("arn:${AWS::Partition}:route53:::hostedzone/${Id}", ("Id", identifier)),
            ShieldedKind.ElasticIp => Value.Sub("arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:eip-allocation/${Id}", ("Id", identifier)),
            _ => identifier,
        };
    }

    private static void CheckResource(ShieldedResource resource, PatternContext context, string where, ProblemList problems)
    {
        if (!ResourceName.IsValid(resource.Name))
        {
            problems.Add(DiagnosticCatalogue.ShieldProtection.At(where, $"'{resource.Name}' cannot be the name of a protection", "use a letter, then up to 63 letters, digits and hyphens"));
        }

        if (!context.IsToken(resource.Identifier) && !HasShape(resource))
        {
            problems.Add(DiagnosticCatalogue.ShieldProtection.At(where, $"'{resource.Identifier}' does not name a {resource.Kind}", "give the ID, or the ARN of a load balancer or an accelerator; a Network Load Balancer is protected by its Elastic IP addresses"));
        }

        if (resource.Kind == ShieldedKind.HostedZone && !resource.HealthCheckIds.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.ShieldProtection.At(where, "health checks say nothing of a hosted zone", $"leave {nameof(resource.HealthCheckIds)} out"));
        }

        if (resource.Response is { } response)
        {
            CheckResponse(resource, response, where, problems);
        }
    }

    private static void CheckResponse(ShieldedResource resource, ShieldResponse response, string where, ProblemList problems)
    {
        var scope = resource.Kind switch { ShieldedKind.Distribution => WafScope.CloudFront, ShieldedKind.LoadBalancer => WafScope.Regional, _ => (WafScope?)null };
        if (scope is null)
        {
            problems.Add(DiagnosticCatalogue.ShieldResponse.At(where, $"a {resource.Kind} has no WebACL, so there is nothing that Shield could change", $"leave {nameof(resource.Response)} out"));
        }
        else if (scope != response.WebAcl.Scope)
        {
            problems.Add(DiagnosticCatalogue.ShieldResponse.At(where, $"a WebACL of scope {response.WebAcl.Scope} does not protect a {resource.Kind}", $"give the WebACL of scope {scope} that protects it"));
        }

        if (response.WebAcl.Capacity + CapacityOfResponse > response.WebAcl.CapacityLimit)
        {
            problems.Add(DiagnosticCatalogue.ShieldResponse.At(
                where,
                $"the WebACL's rules cost {response.WebAcl.Capacity} capacity units, Shield's {CapacityOfResponse} more, and {response.WebAcl.CapacityLimit} are accepted",
                $"leave rules out, or accept the surcharge with a {nameof(WebAclProps.CapacityLimit)} of {response.WebAcl.Capacity + CapacityOfResponse}"));
        }
    }

    private static bool HasShape(ShieldedResource resource) => resource.Kind switch
    {
        ShieldedKind.Distribution => resource.Identifier.StartsWith('E') && resource.Identifier.All(char.IsAsciiLetterOrDigit),
        ShieldedKind.HostedZone => resource.Identifier.StartsWith('Z') && resource.Identifier.All(char.IsAsciiLetterOrDigit),
        ShieldedKind.ElasticIp => resource.Identifier.StartsWith("eipalloc-", StringComparison.Ordinal),
        ShieldedKind.LoadBalancer => resource.Identifier.Split(':') is [_, _, "elasticloadbalancing", _, _, var name] && name.StartsWith("loadbalancer/app/", StringComparison.Ordinal),
        _ => resource.Identifier.Split(':') is [_, _, "globalaccelerator", ..],
    };
}
