using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.Network.Selection;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Network.Checking;

/// <summary>Reads <c>AWS::EC2::NetworkInsightsAccessScope</c>: no path may match a match path unless it matches an exclude path too.</summary>
/// <remarks>
/// A match path without ports forbids everything between its ends (or allows it through the resources of an exclude path);
/// with protocols or ports, that traffic only. What has no counterpart among guarantees is reported, never dropped.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/network-access-analyzer/network-access-scope-syntax.html</para>
/// </remarks>
internal sealed class AccessScopeReader
{
    private const string InternetGateway = "AWS::EC2::InternetGateway";

    private static readonly ImmutableArray<string> OtherHeaders =
        ["SourcePorts", "SourceAddresses", "DestinationAddresses", "SourcePrefixLists", "DestinationPrefixLists"];

    private readonly ResolvedResource _scope;
    private readonly ProblemList _problems;

    private AccessScopeReader(ResolvedResource scope, ProblemList problems) => (_scope, _problems) = (scope, problems);

    public static AccessScopes Read(Estate estate)
    {
        var problems = new ProblemList();
        ImmutableArray<(ResolvedResource, Guarantee)> guarantees =
        [
            .. from scope in estate.OfType("AWS::EC2::NetworkInsightsAccessScope")
               from guarantee in new AccessScopeReader(scope, problems).Read()
               select (scope, guarantee),
        ];
        return new(guarantees, problems.ToSorted());
    }

    private ImmutableArray<Guarantee> Read()
    {
        var excluded = Paths("ExcludePaths").Select(AccessPath.Read).ToList();
        return [.. Paths("MatchPaths").SelectMany(path => Read(AccessPath.Read(path), excluded))];
    }

    private ImmutableArray<Guarantee> Read(AccessPath match, List<AccessPath> excluded)
    {
        if (match.Open is { } open || excluded.Select(path => path.Open).FirstOrDefault(reason => reason is not null) is { } other && (open = other) is not null)
        {
            return NotModelled(open);
        }

        if (match.Through.Length > 0)
        {
            return NotModelled("a match path with through resources");
        }

        var exceptions = excluded.Where(path => path.Covers(match)).ToList();
        if (exceptions.Count != excluded.Count)
        {
            return NotModelled("an exclude path for a part of the ends of a match path");
        }

        var through = exceptions.Where(path => path.Through.Length > 0).ToList();
        var traffic = exceptions.Where(path => path.Through.Length == 0).ToList();
        if (traffic.Exists(path => path.Traffic.IsEmpty))
        {
            return [];
        }

        if (through.Count > 1 || through.Exists(path => path.Through.Length > 1 || !path.Traffic.IsEmpty) || (through.Count > 0 && (traffic.Count > 0 || !match.Traffic.IsEmpty)))
        {
            return NotModelled("several through resources, or through resources together with ports");
        }

        ImmutableArray<Traffic> allowed = [.. match.Traffic.IsEmpty ? [] : TrafficComplement.Of(match.Traffic), .. traffic.SelectMany(path => path.Traffic)];
        return
        [
            .. from source in match.Sources
               from destination in match.Destinations
               select through.Count > 0 ? new OnlyThrough(source, destination, through[0].Through[0])
                   : allowed.IsEmpty ? (Guarantee)new NeverReaches(source, destination)
                   : new ReachesAtMost(source, destination, allowed),
        ];
    }

    private IEnumerable<MapValue> Paths(string name)
    {
        var list = _scope.List(name);
        if (list.IsUnknown)
        {
            NotModelled($"{name}: {list.Unknown.Reason}");
        }

        return list.TryGet(out var paths) ? paths.OfType<MapValue>() : [];
    }

    private ImmutableArray<Guarantee> NotModelled(string what)
    {
        _problems.Add(DiagnosticCatalogue.AccessScopeNotModelled.At(
            _scope.ToString(), $"the access scope has {what}", "say it as guarantees in a rule file; Network Access Analyzer checks the scope after deployment"));
        return [];
    }

    /// <summary>The ends, ports and through resources of one path, as parties and traffic.</summary>
    private sealed record AccessPath(ImmutableArray<Party> Sources, ImmutableArray<Party> Destinations, ImmutableArray<Traffic> Traffic, ImmutableArray<Party> Through, string? Open)
    {
        private static Party EveryInterface { get; } = Party.OfType(SelectorResolver.EveryInterface);

        public static AccessPath Read(MapValue path)
        {
            var reasons = new List<string>();
            ImmutableArray<Traffic> traffic = [.. Headers(path, "Source", reasons).Concat(Headers(path, "Destination", reasons)).Distinct()];
            ImmutableArray<Party> through = path.List("ThroughResources").TryGet(out var items)
                ? [.. items.OfType<MapValue>().SelectMany(item => Resources(item, reasons, isEnd: false))]
                : [];
            var (sources, destinations) = (Ends(path, "Source", reasons), Ends(path, "Destination", reasons));
            return new(sources, destinations, traffic, through, reasons.FirstOrDefault());
        }

        /// <summary>Whether every path between the ends of another one is between these.</summary>
        public bool Covers(AccessPath match) => CoversEnds(Sources, match.Sources) && CoversEnds(Destinations, match.Destinations);

        private static bool CoversEnds(ImmutableArray<Party> ends, ImmutableArray<Party> others) =>
            ends.Contains(Party.Any) || others.All(other => ends.Contains(other) || (other is SelectorParty && ends.Contains(EveryInterface)));

        private static ImmutableArray<Party> Ends(MapValue path, string name, List<string> reasons)
        {
            if (!path.Map(name).TryGet(out var statement))
            {
                return [Party.Any];
            }

            ImmutableArray<Party> ends = [.. Resources(statement, reasons, isEnd: true)];
            return ends.IsEmpty ? [Party.Any] : ends;
        }

        private static IEnumerable<Party> Resources(MapValue statement, List<string> reasons, bool isEnd)
        {
            if (!statement.Map("ResourceStatement").TryGet(out var resources))
            {
                return [];
            }

            var types = resources.List("ResourceTypes").TryGet(out var written) ? written.Select(item => item.AsText()) : [];
            var named = resources.List("Resources").TryGet(out var list) ? list.Items : [];
            return [.. types.Select(type => OfType(type, reasons, isEnd)), .. named.Select(item => Named(item, reasons, isEnd))];
        }

        private static Party OfType(Reading<string> type, List<string> reasons, bool isEnd)
        {
            if (!type.TryGet(out var text))
            {
                reasons.Add("a resource type that is not known before deployment");
                return Party.Any;
            }

            return isEnd && text == InternetGateway ? Party.Internet : Party.OfType(text);
        }

        private static Party Named(ResolvedValue value, List<string> reasons, bool isEnd)
        {
            if (!value.AsReference().TryGet(out var reference) || !reference.IsIdentity)
            {
                reasons.Add($"a resource that the templates don't have ({value})");
                return Party.Any;
            }

            return reference.Resource.Type switch
            {
                InternetGateway when isEnd => Party.Internet,
                "AWS::EC2::SecurityGroup" => Party.SecurityGroup(reference.Resource.ToString()),
                "AWS::EC2::Subnet" => Party.Subnet(reference.Resource.ToString()),
                "AWS::EC2::VPC" => Party.Vpc(reference.Resource.ToString()),
                _ => Party.Resource(reference.Resource.ToString()),
            };
        }

        private static List<Traffic> Headers(MapValue path, string name, List<string> reasons)
        {
            if (!path.Map(name).TryGet(out var statement) || !statement.Map("PacketHeaderStatement").TryGet(out var header))
            {
                return [];
            }

            foreach (var other in OtherHeaders.Where(other => !header.List(other).IsAbsent))
            {
                reasons.Add($"{other} in a packet header statement");
            }

            var protocols = Texts(header, "Protocols", reasons);
            var ports = Texts(header, "DestinationPorts", reasons);
            var found = new List<Traffic>();
            foreach (var protocol in protocols.Count > 0 ? protocols : ports.Count > 0 ? ["tcp", "udp"] : [])
            {
                foreach (var port in ports.Count > 0 ? ports : [""])
                {
                    if (Core.Guarantees.Traffic.TryParse($"{protocol} {port}", out var traffic))
                    {
                        found.Add(traffic);
                    }
                    else
                    {
                        reasons.Add($"'{protocol} {port}' in a packet header statement");
                    }
                }
            }

            return found;
        }

        private static List<string> Texts(MapValue header, string name, List<string> reasons)
        {
            var texts = new List<string>();
            foreach (var item in header.List(name).TryGet(out var list) ? list.Items : [])
            {
                if (item.AsText().TryGet(out var text))
                {
                    texts.Add(text.Replace(':', '-'));
                }
                else
                {
                    reasons.Add($"{name} that are not known before deployment");
                }
            }

            return texts;
        }
    }
}
