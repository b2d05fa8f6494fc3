using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>What has to hold for a distribution's names, certificate, WebACL, countries and signers.</summary>
internal static class EdgeNameRules
{
    private const int MostNames = 100;
    private const int MostKeys = 5;

    public static void Check(EdgeDistributionProps props, string zoneName, PatternContext context, ProblemList problems)
    {
        if (context.Region != ZonePlan.GlobalRegion)
        {
            problems.Add(DiagnosticCatalogue.DistributionRegion.At(
                context.Path,
                $"the stack is in {context.Region ?? "a Region that only deployment knows"}, and CloudFront's certificates and WebACLs are in {ZonePlan.GlobalRegion}",
                $"put the distribution into a stack of {ZonePlan.GlobalRegion}; nothing has to cross Regions then"));
        }

        CheckNames(props, zoneName, context.At(nameof(props.DomainNames)), problems);
        CheckArns(props, context, problems);
        CheckCountries(props.Countries, context.At(nameof(props.Countries)), problems);
        CheckSigners(props, context.At(nameof(props.Signers)), problems);
        if (props.LogRetentionDays < 1)
        {
            problems.Add(DiagnosticCatalogue.DistributionSetting.At(context.At(nameof(props.LogRetentionDays)), $"logs cannot be kept for {props.LogRetentionDays} days", "give at least one day"));
        }

        if (props.RootObject is { } root && (root.Length == 0 || root.StartsWith('/')))
        {
            problems.Add(DiagnosticCatalogue.DistributionSetting.At(context.At(nameof(props.RootObject)), $"'{root}' is not the name of a file", "write it without a slash at its beginning, like index.html"));
        }
    }

    private static void CheckNames(EdgeDistributionProps props, string zoneName, string where, ProblemList problems)
    {
        if (props.DomainNames.Count is 0 or > MostNames)
        {
            problems.Add(DiagnosticCatalogue.DistributionNames.At(where, $"{props.DomainNames.Count} names are not 1 to {MostNames}", "a distribution without a name of its own has CloudFront's certificate, which allows TLS 1.0"));
        }

        foreach (var repeated in props.DomainNames.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DistributionNames.At(where, $"'{repeated.Key}' is listed {repeated.Count()} times", "list each name once"));
        }

        foreach (var name in props.DomainNames)
        {
            if (!DnsName.TryParse(name, out var parsed))
            {
                problems.Add(DiagnosticCatalogue.NotADnsName.At(where, $"'{name}' is not a DNS name", "write it like www.example.com"));
            }
            else if (!DnsName.IsIn(parsed, zoneName.TrimEnd('.')))
            {
                problems.Add(DiagnosticCatalogue.DistributionNames.At(where, $"'{name}' is not in the zone {zoneName}", "name the zone that it is in"));
            }
        }
    }

    private static void CheckArns(EdgeDistributionProps props, PatternContext context, ProblemList problems)
    {
        if (!context.IsToken(props.CertificateArn) && props.CertificateArn.Split(':') is not [_, _, "acm", ZonePlan.GlobalRegion, ..])
        {
            problems.Add(DiagnosticCatalogue.DistributionCertificate.At(
                context.At(nameof(props.CertificateArn)), $"'{props.CertificateArn}' is not the ARN of a certificate in {ZonePlan.GlobalRegion}", $"make a ZonedCertificate with IsForCloudFront in a stack of {ZonePlan.GlobalRegion}"));
        }

        if (!context.IsToken(props.WebAclArn) && !(props.WebAclArn.Split(':') is [_, _, "wafv2", ZonePlan.GlobalRegion, ..] && props.WebAclArn.Contains(":global/webacl/", StringComparison.Ordinal)))
        {
            problems.Add(DiagnosticCatalogue.DistributionWebAcl.At(
                context.At(nameof(props.WebAclArn)), $"'{props.WebAclArn}' is not the ARN of a WebACL for CloudFront", "give the ARN of a WebAcl of scope CloudFront; a regional one protects no distribution"));
        }
    }

    private static void CheckCountries(EdgeCountries countries, string where, ProblemList problems)
    {
        if (countries.Reason is { Length: < 10 } reason)
        {
            problems.Add(DiagnosticCatalogue.DistributionCountries.At(where, $"'{reason}' does not say why it answers everywhere", "give a reason of at least ten characters"));
        }

        if (countries.Reason is null && countries.Codes.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.DistributionCountries.At(where, "the list of countries is empty", "name countries, or say EdgeCountries.All and why"));
        }

        foreach (var code in countries.Codes.Where(code => code.Length != 2 || !code.All(char.IsAsciiLetterUpper)))
        {
            problems.Add(DiagnosticCatalogue.DistributionCountries.At(where, $"'{code}' is not the code of a country", "write two capital letters (ISO 3166), like NL"));
        }
    }

    private static void CheckSigners(EdgeDistributionProps props, string where, ProblemList problems)
    {
        foreach (var signers in props.Signers)
        {
            if (!ResourceName.IsValid(signers.Name) || signers.PublicKeys.Keys.Any(name => !ResourceName.IsValid(name)))
            {
                problems.Add(DiagnosticCatalogue.DistributionSigners.At(where, $"'{signers.Name}' or a key of it cannot be part of a logical ID", "use a letter, then letters, digits and hyphens"));
            }

            if (signers.PublicKeys.Count is 0 or > MostKeys)
            {
                problems.Add(DiagnosticCatalogue.DistributionSigners.At(where, $"'{signers.Name}' has {signers.PublicKeys.Count} keys, and a group has 1 to {MostKeys}", "add a key, or leave old ones out"));
            }

            foreach (var key in signers.PublicKeys.Where(key => !key.Value.Contains("-----BEGIN PUBLIC KEY-----", StringComparison.Ordinal)))
            {
                problems.Add(DiagnosticCatalogue.DistributionSigners.At(where, $"the key '{key.Key}' is not a public key in PEM", "give what openssl rsa -pubout writes; never the private key"));
            }
        }

        foreach (var repeated in props.Signers.GroupBy(signers => ResourceName.Key(signers.Name), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DistributionSigners.At(where, $"{repeated.Count()} groups are called '{repeated.First().Name}'", "give each group a name of its own"));
        }
    }
}
