using System.Collections.Immutable;
using Amazon.CDK;
using Amazon.CDK.AWS.CertificateManager;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;
using IHostedZone = Amazon.CDK.AWS.Route53.IHostedZone;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>What a certificate is to be.</summary>
public sealed class ZonedCertificateProps
{
    /// <summary>The names, the first of which is the certificate's subject and has at most 64 characters; <c>*.example.com</c> is one label deep.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Public zones of the account. Each name is proved in the zone with the longest name that it ends in.</summary>
    public required IReadOnlyList<IHostedZone> Zones { get; init; }

    /// <summary>Whether CloudFront, or an edge-optimized API, is to use it: it must then be in us-east-1. Default: no.</summary>
    public bool IsForCloudFront { get; init; }

    /// <summary>The kind of key, in ACM's names, such as <c>EC_prime256v1</c>. Default: ACM's, RSA of 2048 bits. A change replaces the certificate.</summary>
    public string? KeyAlgorithm { get; init; }
}

/// <summary>A certificate for names of several zones, proved by DNS without anything but CloudFormation.</summary>
/// <remarks>
/// Emits <c>AWS::CertificateManager::Certificate</c>, in the stack's Region: a load balancer or regional API needs one in
/// its own. ACM writes the proving records into the zones itself.
/// <para>Source: https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html</para>
/// </remarks>
public sealed class ZonedCertificate : Construct
{
    private const string CertificateId = "Certificate";


    /// <summary>Plans the certificate and makes it.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public ZonedCertificate(Construct scope, string id, ZonedCertificateProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(ZonedCertificateProps));
        ImmutableArray<(string Name, string Id)> zones = [.. props.Zones.Select(zone => (zone.ZoneName, zone.HostedZoneId))];
        var names = CertificateReader.Read(props, zones, context);
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        builder.Add(
            CertificateId,
            "AWS::CertificateManager::Certificate",
            ("DomainName", names[0].Name),
            ("SubjectAlternativeNames", names.Length == 1 ? null : Value.List(names.Skip(1).Select(name => (Value)name.Name))),
            ("ValidationMethod", "DNS"),
            ("DomainValidationOptions", Value.List(names.Select(name => (Value)Value.Map(
                ("DomainName", name.Name),
                ("HostedZoneId", inputs.Of($"Zone{name.Zone}", zones[name.Zone].Id)))))),
            ("KeyAlgorithm", props.KeyAlgorithm is null ? null : (Value)props.KeyAlgorithm),
            ("Tags", Value.Tags(("Name", context.Path))));
        Resources = this.Emit(builder.Build(context.Path), inputs.Supplied);
    }

    internal EmittedBlueprint Resources { get; }

    /// <summary>The certificate, for CDK's own constructs.</summary>
    public ICertificate Certificate => field ??= Amazon.CDK.AWS.CertificateManager.Certificate.FromCertificateArn(this, "View", CertificateArn);

    /// <summary>The certificate's ARN, as a token.</summary>
    public string CertificateArn => Resources.Ref(CertificateId);

    /// <summary>The typed L1, to override what the props do not offer.</summary>
    public CfnResource Resource => Resources.GetResource(CertificateId);
}

/// <summary>Reads the props of a <see cref="ZonedCertificate"/>: the zone of each name.</summary>
internal static class CertificateReader
{
    // https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html
    private const int MostNames = 100;
    private const int LongestSubject = 64;

    public static ImmutableArray<(string Name, int Zone)> Read(ZonedCertificateProps props, ImmutableArray<(string Name, string Id)> zones, PatternContext context)
    {
        var problems = new ProblemList();
        var where = context.At(nameof(props.Names));
        var names = ImmutableArray.CreateBuilder<(string Name, int Zone)>();
        foreach (var text in props.Names)
        {
            if (!DnsName.TryParse(text, out var name))
            {
                problems.Add(DiagnosticCatalogue.NotADnsName.At(where, $"'{text}' is not a DNS name", "write a full name, or *.example.com for all names one label below"));
                continue;
            }

            var zone = Enumerable.Range(0, zones.Length)
                .Where(index => DnsName.IsIn(name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name, zones[index].Name.TrimEnd('.')))
                .OrderByDescending(index => zones[index].Name.Length)
                .FirstOrDefault(-1);
            if (zone < 0)
            {
                problems.Add(DiagnosticCatalogue.CertificateZone.At(
                    where, $"none of the zones {string.Join(", ", zones.Select(entry => entry.Name).Order(StringComparer.Ordinal))} contains '{name}'", "add its public zone to Zones"));
            }

            names.Add((name, zone));
        }

        if (props.Names.Count is 0 or > MostNames)
        {
            problems.Add(DiagnosticCatalogue.CertificateNames.At(where, $"{props.Names.Count} names are not 1 to {MostNames}", "divide them among certificates"));
        }

        foreach (var repeated in names.GroupBy(name => name.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.CertificateNames.At(where, $"'{repeated.Key}' is listed {repeated.Count()} times", "list each name once"));
        }

        if (names.Count > 0 && names[0].Name.Length > LongestSubject)
        {
            problems.Add(DiagnosticCatalogue.CertificateNames.At(
                where, $"the first name has {names[0].Name.Length} characters, and the subject of a certificate at most {LongestSubject}", "put a shorter name first"));
        }

        if (props.IsForCloudFront && context.Region is { } region && region != ZonePlan.GlobalRegion)
        {
            problems.Add(DiagnosticCatalogue.ZoneRegion.At(
                context.At(nameof(props.IsForCloudFront)),
                $"CloudFront uses certificates of {ZonePlan.GlobalRegion}, and the stack is in {region}",
                $"put the certificate into a stack of {ZonePlan.GlobalRegion}"));
        }

        problems.ThrowIfAny();
        return names.ToImmutable();
    }
}
