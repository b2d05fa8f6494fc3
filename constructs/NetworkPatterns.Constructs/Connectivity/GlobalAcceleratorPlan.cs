using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>An accelerator, settled.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/global-accelerator/latest/dg/introduction-how-it-works.html</remarks>
/// <param name="Path">The construct path.</param>
/// <param name="Name">Its name.</param>
/// <param name="Props">What was asked for, checked.</param>
/// <param name="EndpointIds">The endpoints' IDs, by listener, Region and name.</param>
/// <param name="Inputs">What the user gave as tokens, by the name of the blueprint's input.</param>
internal sealed partial record GlobalAcceleratorPlan(
    string Path,
    string Name,
    GlobalAcceleratorProps Props,
    ImmutableDictionary<(string Listener, string Region, string Endpoint), Value> EndpointIds,
    ImmutableSortedDictionary<string, string> Inputs)
{
    public const string AcceleratorId = "Accelerator";
    private const int LastPort = 65535;
    private const int LongestName = 64;

    /// <summary>Plans an accelerator.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static GlobalAcceleratorPlan From(GlobalAcceleratorProps props, PatternContext context)
    {
        var problems = new ProblemList();
        var where = context.At(nameof(props.Listeners));
        if (props.Listeners.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.NothingNamed.At(where, "there is no listener", "give at least one"));
        }

        foreach (var repeated in props.Listeners.GroupBy(listener => ResourceName.Key(listener.Name), StringComparer.Ordinal).Where(group => group.Count() > 1 || !ResourceName.IsValid(group.First().Name)))
        {
            problems.Add(DiagnosticCatalogue.BadName.At(where, $"'{repeated.First().Name}' is {(repeated.Count() > 1 ? "there twice" : "no name")}", "give each listener a letter, then letters, digits and hyphens"));
        }

        if (props.Name is { } name && !AcceleratorName().IsMatch(name))
        {
            problems.Add(DiagnosticCatalogue.AcceleratorUnclear.At(context.At(nameof(props.Name)), $"'{name}' is not the name of an accelerator", "give 1 to 64 letters, digits, dots and hyphens, none of the last two at an end"));
        }

        if (props.IpAddresses.Count > 2 || props.IpAddresses.Any(address => !context.IsToken(address) && !(IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetwork)))
        {
            problems.Add(DiagnosticCatalogue.AcceleratorUnclear.At(context.At(nameof(props.IpAddresses)), $"{string.Join(", ", props.IpAddresses)} are not one or two IPv4 addresses", "give at most two of your own"));
        }

        foreach (var listener in props.Listeners)
        {
            CheckListener(listener, context.At($"{nameof(props.Listeners)}[{listener.Name}]"), problems);
        }

        foreach (var (one, other) in props.Listeners.SelectMany((one, place) => props.Listeners.Skip(place + 1).Select(other => (one, other)))
            .Where(pair => pair.one.IsUdp == pair.other.IsUdp && pair.one.FromPort <= pair.other.ToPort && pair.other.FromPort <= pair.one.ToPort))
        {
            problems.Add(DiagnosticCatalogue.AcceleratorUnclear.At(where, $"'{one.Name}' and '{other.Name}' listen at the same ports", "give each ports of its own"));
        }

        problems.ThrowIfAny();
        var values = new ExternalValues(context);
        var endpoints = props.Listeners.SelectMany(listener => listener.Regions.SelectMany(region => region.Endpoints.Select(endpoint => KeyValuePair.Create(
            (listener.Name, region.Region, endpoint.Name),
            values.Of($"{GroupId(listener, region)}{ResourceName.Of(endpoint.Name)}", endpoint.EndpointId))))).ToImmutableDictionary();
        return new(context.Path, props.Name ?? NameOf(context.Path), props, endpoints, values.Inputs);
    }

    /// <summary>The blueprint.</summary>
    public Blueprint ToBlueprint()
    {
        var builder = new BlueprintBuilder();
        foreach (var input in Inputs.Keys)
        {
            builder.AddInput(input);
        }

        var guarantees = AcceleratorGuarantees.Of(Props);
        builder.Add(new(AcceleratorId, "AWS::GlobalAccelerator::Accelerator", Value.Map(
            ("Name", Name),
            ("Enabled", Props.Enabled),
            ("IpAddressType", Props.DualStack ? "DUAL_STACK" : "IPV4"),
            ("IpAddresses", Props.IpAddresses.Count == 0 ? null : Value.List(Props.IpAddresses.Select(Value.FromString))),
            ("Tags", new ResourceTags(Path).Of("accelerator"))))
        {
            Metadata = Value.Map((GuaranteeSet.MetadataKey, guarantees.IsEmpty ? null : Value.FromJson(new GuaranteeSet(Path, guarantees).ToJson()))),
        });
        foreach (var listener in Props.Listeners)
        {
            builder.Add(
                ListenerId(listener),
                "AWS::GlobalAccelerator::Listener",
                ("AcceleratorArn", Value.GetAtt(AcceleratorId, "AcceleratorArn")),
                ("Protocol", listener.IsUdp ? "UDP" : "TCP"),
                ("PortRanges", Value.List(Value.Map(("FromPort", listener.FromPort), ("ToPort", listener.ToPort)))),
                ("ClientAffinity", listener.ClientAffinity ? "SOURCE_IP" : "NONE"));
            foreach (var region in listener.Regions)
            {
                builder.Add(GroupId(listener, region), "AWS::GlobalAccelerator::EndpointGroup", GroupOf(listener, region));
            }
        }

        return builder.Build(Path);
    }

    private static string ListenerId(AcceleratorListener listener) => $"{ResourceName.Of(listener.Name)}Listener";

    private static string GroupId(AcceleratorListener listener, AcceleratedRegion region) => $"{ResourceName.Of(listener.Name)}{ResourceName.Of(region.Region)}Group";

    private static string NameOf(string path)
    {
        var name = string.Concat(path.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
        return name[Math.Max(0, name.Length - LongestName)..].Trim('-');
    }

    private IEnumerable<(string Key, Value? Value)> GroupOf(AcceleratorListener listener, AcceleratedRegion region)
    {
        var check = region.HealthCheck;
        return
        [
            ("ListenerArn", Value.GetAtt(ListenerId(listener), "ListenerArn")),
            ("EndpointGroupRegion", region.Region),
            ("TrafficDialPercentage", region.TrafficDialPercentage),
            ("HealthCheckProtocol", check.HttpPath is null ? "TCP" : "HTTP"),
            ("HealthCheckPath", check.HttpPath is { } path ? Value.FromString(path) : null),
            ("HealthCheckPort", check.Port ?? listener.FromPort),
            ("HealthCheckIntervalSeconds", (int)check.Interval.TotalSeconds),
            ("ThresholdCount", check.Threshold),
            ("PortOverrides", region.PortOverrides.Count == 0 ? null : Value.List(region.PortOverrides.OrderBy(ports => ports.Key).Select(ports => (Value)Value.Map(("ListenerPort", ports.Key), ("EndpointPort", ports.Value))))),
            ("EndpointConfigurations", region.Endpoints.Count == 0 ? null : Value.List(region.Endpoints.OrderBy(endpoint => endpoint.Name, StringComparer.Ordinal).Select(endpoint => (Value)Value.Map(
                ("EndpointId", EndpointIds[(listener.Name, region.Region, endpoint.Name)]),
                ("Weight", endpoint.Weight),
                ("ClientIPPreservationEnabled", endpoint.PreservesClientAddress is { } preserves ? Value.FromBoolean(preserves) : null))))),
        ];
    }

    private static void CheckListener(AcceleratorListener listener, string where, ProblemList problems)
    {
        if (listener.FromPort is < 1 or > LastPort || listener.ToPort is < 1 or > LastPort || listener.FromPort > listener.ToPort)
        {
            problems.Add(DiagnosticCatalogue.PortOutOfRange.At(where, string.Create(CultureInfo.InvariantCulture, $"{listener.FromPort}-{listener.ToPort} are not ports"), "give ports from 1 to 65535, the first not above the last"));
        }

        foreach (var repeated in listener.Regions.GroupBy(region => region.Region, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.AcceleratorUnclear.At(where, $"{repeated.Key} is there {repeated.Count()} times", "give each Region once"));
        }

        foreach (var region in listener.Regions)
        {
            CheckRegion(region, $"{where}.{nameof(listener.Regions)}[{region.Region}]", problems);
        }
    }

    private static void CheckRegion(AcceleratedRegion region, string where, ProblemList problems)
    {
        var names = region.Endpoints.Select(endpoint => endpoint.Name).ToList();
        Check(RegionName().IsMatch(region.Region), $"'{region.Region}' is not a Region", "write it like eu-west-1");
        Check(names.TrueForAll(ResourceName.IsValid) && names.Distinct(StringComparer.Ordinal).Count() == names.Count, $"endpoints are named {string.Join(", ", names)}", "give each a name of its own: a letter, then letters, digits and hyphens");
        Check(region.TrafficDialPercentage is >= 0 and <= 100, $"a dial of {region.TrafficDialPercentage} percent is not 0 to 100", "give 0 to 100");
        Check(region.Endpoints.All(endpoint => endpoint.Weight is >= 0 and <= 255), $"weights are {string.Join(", ", region.Endpoints.Select(endpoint => endpoint.Weight))}", "give 0 to 255");
        Check(region.HealthCheck.Interval.TotalSeconds is 10 or 30, $"checks every {region.HealthCheck.Interval.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds", "check every 10 or 30 seconds");
        Check(region.HealthCheck.Threshold is >= 1 and <= 10, $"a threshold of {region.HealthCheck.Threshold} checks", "give 1 to 10");
        Check(region.PortOverrides.Count <= 10 && region.PortOverrides.All(ports => ports.Key is >= 1 and <= LastPort && ports.Value is >= 1 and <= LastPort), $"{region.PortOverrides.Count} port overrides", "give at most 10, of ports from 1 to 65535");

        void Check(bool isRight, string what, string fix)
        {
            if (!isRight)
            {
                problems.Add(DiagnosticCatalogue.AcceleratorUnclear.At(where, what, fix));
            }
        }
    }

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9.-]{0,62}[A-Za-z0-9])?\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AcceleratorName();

    [GeneratedRegex("^[a-z]{2,4}(-[a-z]+)+-[0-9]\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RegionName();
}
