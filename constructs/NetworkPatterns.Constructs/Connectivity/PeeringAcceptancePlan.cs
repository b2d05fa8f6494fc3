using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>The accepter's half of a peering, settled.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html (AcceptVpcPeeringConnection)</remarks>
internal sealed record PeeringAcceptancePlan
{
    public const string RoleId = "AcceptanceRole";

    public required string Path { get; init; }

    public required Value VpcId { get; init; }

    public required Value? RequesterAccountId { get; init; }

    public required Value? ConnectionId { get; init; }

    public required ImmutableArray<PeeringRoutePlan> Routes { get; init; }

    public required ImmutableSortedDictionary<string, string> Inputs { get; init; }

    public bool HasRole => RequesterAccountId is not null;

    /// <summary>Plans the half.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static PeeringAcceptancePlan From(PeeringAcceptanceProps props, PatternContext context)
    {
        var problems = new ProblemList();
        PeeringRules.CheckSide(props.Accepter, context.At(nameof(props.Accepter)), context, problems);
        PeeringRules.CheckSide(props.Requester, context.At(nameof(props.Requester)), context, problems);
        PeeringRules.CheckPair(props.Accepter, props.Requester, context.At(nameof(props.Requester)), context, problems);
        if (props.Requester is { AccountId: null, Region: null })
        {
            problems.Add(DiagnosticCatalogue.PeeringUnclear.At(
                context.At(nameof(props.Requester)), $"{props.Requester.Name} has neither an account nor a Region of its own", "give its AccountId or Region; within one account and Region VpcPeering makes both halves"));
        }

        if (props.Accepter.RouteTables.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.PeeringUnclear.At(context.At(nameof(props.Accepter)), $"no route table of {props.Accepter.Name} would lead to the other side", "name its route tables"));
        }

        problems.ThrowIfAny();
        var values = new ExternalValues(context);
        return new()
        {
            Path = context.Path,
            VpcId = props.Requester.AccountId is null ? "" : values.Of("VpcId", props.Accepter.VpcId),
            RequesterAccountId = props.Requester.AccountId is { } account ? values.Of("RequesterAccountId", account) : null,
            ConnectionId = props.PeeringConnectionId is { } connection ? values.Of("PeeringConnectionId", connection) : null,
            Routes = props.PeeringConnectionId is null ? [] : PeeringRoutePlan.Of("Accepter", props.Accepter, props.Requester, values),
            Inputs = values.Inputs,
        };
    }

    /// <summary>The blueprint.</summary>
    public Blueprint ToBlueprint()
    {
        var builder = new BlueprintBuilder();
        foreach (var input in Inputs.Keys)
        {
            builder.AddInput(input);
        }

        if (RequesterAccountId is { } account)
        {
            builder.Add(new(RoleId, "AWS::IAM::Role", Value.Map(
                ("AssumeRolePolicyDocument", Trust(account)),
                ("Policies", Value.List(Policy())),
                ("Tags", new ResourceTags(Path).Of("acceptance"))))
            {
                Metadata = CdkNag.Suppress(CdkNag.Wildcard, "A peering that is to be accepted has no ID before it is asked for; a condition names the VPC that it leads to."),
            });
        }

        return builder.AddRange(Routes.Select(route => route.ToResource(ConnectionId!))).Build(Path);
    }

    private static MapValue Trust(Value account) => Value.Map(
        ("Version", "2012-10-17"),
        ("Statement", Value.List(Value.Map(
            ("Effect", "Allow"),
            ("Principal", Value.Map(("AWS", Value.Sub("arn:${AWS::Partition}:iam::${Account}:root", ("Account", account))))),
            ("Action", "sts:AssumeRole")))));

    private MapValue Policy()
    {
        var vpc = Value.Sub("arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:vpc/${Vpc}", ("Vpc", VpcId));
        return Value.Map(
            ("PolicyName", "AcceptPeering"),
            ("PolicyDocument", Value.Map(
                ("Version", "2012-10-17"),
                ("Statement", Value.List(
                    Value.Map(
                        ("Effect", "Allow"),
                        ("Action", "ec2:AcceptVpcPeeringConnection"),
                        ("Resource", vpc)),
                    Value.Map(
                        ("Effect", "Allow"),
                        ("Action", "ec2:AcceptVpcPeeringConnection"),
                        ("Resource", Value.Sub("arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:vpc-peering-connection/*")),
                        ("Condition", Value.Map(("ArnEquals", Value.Map(("ec2:AccepterVpc", vpc)))))))))));
    }
}
