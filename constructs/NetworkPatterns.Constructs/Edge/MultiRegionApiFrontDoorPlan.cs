using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge;

/// <summary>What passes between the stacks of a <see cref="MultiRegionApiFrontDoor"/>: names, all decided before any is made.</summary>
/// <param name="OriginName">The name by which the distribution finds the APIs.</param>
/// <param name="ApiName">The name to which the APIs answer.</param>
/// <param name="Props">The settings that need no decision.</param>
internal sealed record MultiRegionApiFrontDoorPlan(string OriginName, string ApiName, MultiRegionApiFrontDoorProps Props)
{
    public const string AlarmId = "Unhealthy";
    private const int LongestAlarmName = 255;
    private const int PeriodSeconds = 60;
    private const int Periods = 3;

    /// <summary>Plans the names.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static MultiRegionApiFrontDoorPlan From(MultiRegionApiFrontDoorProps props, PatternContext context)
    {
        ArgumentNullException.ThrowIfNull(props);
        var problems = new ProblemList();
        var origin = props.OriginName ?? $"origin-{props.DomainName}";
        FrontDoorNameRules.Check(props.DomainName, origin, (props.ZoneName, props.HostedZoneId), [], context, problems);
        if (props.UnhealthyPercent is < 1 or > 100)
        {
            problems.Add(DiagnosticCatalogue.RegionalFrontDoor.At(
                context.At(nameof(props.UnhealthyPercent)), $"{props.UnhealthyPercent} of 100 answers cannot be counted", "give 1 to 100"));
        }

        problems.ThrowIfAny();
        return new(origin, props.KeepsName ? props.DomainName : origin, props);
    }

    /// <summary>What the API of a Region must not say or leave open, and where it must be like the first Region's.</summary>
    /// <exception cref="PlanException">Carries every problem.</exception>
    public void CheckApi(RegionalRestApiProps api, string region, OriginLock? first, PatternContext context)
    {
        // One distribution sends one secret, or shows one certificate, to whichever Region DNS gives it.
        if (first is not null && !IsSame(first, api.Lock))
        {
            throw new PlanException(DiagnosticCatalogue.RegionalFrontDoor.At(
                context.At(nameof(Props.Api)), $"the API of '{region}' has another lock than the first, and one distribution opens both", "give all Regions the same lock, with the same secret in use and the same generations"));
        }

        ApiFrontDoorPlan.CheckApi(api, Props.DomainName, Props.KeepsName, context);
    }

    /// <summary>The name of a Region's alarm, which the stack of the records knows before it is made.</summary>
    public static string AlarmNameOf(string path) => UniqueName.Of($"{path}-unhealthy", LongestAlarmName);

    /// <summary>
    /// The alarm by which Route 53 learns that a Region is down. A Region that DNS has left has no data, and stays left until somebody says otherwise:
    /// with "no data is good" it would get requests again, fail them, and so on.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html</remarks>
    public (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) AlarmOf(string path, string apiName, string stageName, PatternContext context)
    {
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        builder.Add(
            AlarmId,
            "AWS::CloudWatch::Alarm",
            ("AlarmName", AlarmNameOf(path)),
            ("AlarmDescription", "The Region's API fails, and DNS leaves it"),
            ("Namespace", "AWS/ApiGateway"),
            ("MetricName", "5XXError"),
            ("Dimensions", Value.List(Dimension("ApiName", apiName), Dimension("Stage", inputs.Of("Stage", stageName)))),
            ("Statistic", "Average"),
            ("Period", PeriodSeconds),
            ("EvaluationPeriods", Periods),
            ("DatapointsToAlarm", Periods),
            ("Threshold", new DecimalValue(Props.UnhealthyPercent / 100m)),
            ("ComparisonOperator", "GreaterThanOrEqualToThreshold"),
            ("TreatMissingData", "missing"));
        return (builder.Build(path), inputs.Supplied);
    }

    private static MapValue Dimension(string name, Value value) => Value.Map(("Name", name), ("Value", value));

    private static bool IsSame(OriginLock one, OriginLock other) =>
        one.Kind == other.Kind && one.Active == other.Active && one.Generations.SequenceEqual(other.Generations) && one.ClientCertificateArn == other.ClientCertificateArn;
}
