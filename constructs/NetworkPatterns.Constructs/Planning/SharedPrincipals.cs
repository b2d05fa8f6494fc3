using System.Text.RegularExpressions;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Planning;

/// <summary>Those with whom AWS RAM shares: accounts, organizational units, organizations.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html</remarks>
internal static partial class SharedPrincipals
{
    public static bool IsValid(string principal) => Principal().IsMatch(principal);

    /// <summary>A principal for a template, in the partition that the template is deployed to.</summary>
    public static Value ValueOf(string principal, string inputName, ExternalValues values) => principal.StartsWith("arn:", StringComparison.Ordinal)
        ? Value.Sub("arn:${AWS::Partition}:" + string.Join(':', principal.Split(':')[2..]))
        : values.Of(inputName, principal);

    [GeneratedRegex("^([0-9]{12}|arn:aws[a-z-]*:organizations::[0-9]{12}:(organization/o-[a-z0-9]+|ou/o-[a-z0-9]+/ou-[a-z0-9-]+))\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Principal();
}
