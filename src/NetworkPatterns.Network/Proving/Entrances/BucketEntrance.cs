using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Proving.Entrances;

/// <summary>The entrance of a bucket: its policy lets in the distribution by its ARN and nobody of the public.</summary>
/// <remarks>
/// Principals of the account are not judged: they don't come from the internet.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html</para>
/// </remarks>
internal sealed class BucketEntrance(EdgeModel edge, Bucket bucket, ImmutableArray<Distribution> through, bool mustLead)
{
    private const string CloudFront = "cloudfront.amazonaws.com";
    private const string OldIdentity = "CloudFront Origin Access Identity";
    private static readonly string[] ReadActions = ["s3:GetObject", "s3:Get*", "s3:*", "*"];
    private static readonly string[] Comparisons = ["StringEquals", "ArnEquals", "ArnLike", "StringLike"];

    public IEnumerable<EntranceFlaw> Flaws()
    {
        if (!bucket.BlocksPublicAccess.IsKnown)
        {
            yield return EntranceFlaw.Open(bucket.BlocksPublicAccess.Unknown!);
        }
        else if (!bucket.BlocksPublicAccess.Value)
        {
            yield return Around(bucket.Component, "public access to it is not blocked");
        }

        foreach (var policy in bucket.Policies)
        {
            if (!policy.Policy.IsKnown)
            {
                yield return EntranceFlaw.Open(policy.Policy.Unknown!);
                continue;
            }

            foreach (var flaw in policy.Policy.Value.Statements.Where(statement => statement.Allows).Select(statement => FlawOf(statement, policy)).OfType<EntranceFlaw>())
            {
                yield return flaw;
            }
        }

        foreach (var distribution in through)
        {
            foreach (var flaw in FlawsOf(distribution))
            {
                yield return flaw;
            }
        }
    }

    private EntranceFlaw? FlawOf(PolicyStatement statement, BucketPolicy policy)
    {
        if (statement.Doubt is { } doubt)
        {
            return EntranceFlaw.Open(doubt);
        }

        foreach (var principal in statement.Principals)
        {
            if (principal.IsEverybody)
            {
                return statement.Conditions.IsEmpty
                    ? Around(policy.Component, "it lets everybody in")
                    : EntranceFlaw.Open(new UnknownValue(policy.Id, $"whom the conditions of a statement for everybody let in is not modelled ({string.Join(", ", statement.Conditions.Select(condition => condition.Key))})"));
            }

            if (principal.Kind == "CanonicalUser" || principal.Name.Text.Contains(OldIdentity, StringComparison.Ordinal))
            {
                return Around(policy.Component, $"it lets in {principal.Name}, whatever distribution uses it");
            }

            if (principal.Kind == "Service" && principal.Name.Text == CloudFront && !IsForThrough(statement))
            {
                return Around(policy.Component, "it lets in other distributions of CloudFront: no condition compares aws:SourceArn with this one");
            }
        }

        return null;
    }

    private bool IsForThrough(PolicyStatement statement) => statement.Conditions.Any(condition =>
        condition.Key.Equals("aws:SourceArn", StringComparison.OrdinalIgnoreCase)
        && Comparisons.Contains(condition.Operator, StringComparer.Ordinal)
        && !condition.Values.IsEmpty
        && condition.Values.All(value => through.Any(distribution => IsArnOf(value, distribution))));

    private static bool IsArnOf(EdgeText value, Distribution distribution) =>
        value.Resource == distribution.Id && value.Text.EndsWith('}') && value.Text.Contains(":distribution/$", StringComparison.Ordinal) && !value.Text.Contains('*', StringComparison.Ordinal);

    private IEnumerable<EntranceFlaw> FlawsOf(Distribution distribution)
    {
        var origins = OriginsOf(distribution).ToList();
        if (origins.Count == 0)
        {
            // A staging distribution may lead elsewhere; one of them must lead here.
            if (mustLead && !through.Any(other => OriginsOf(other).Any()))
            {
                yield return DistributionDoor.NotLeading(distribution, bucket.Id, distribution.Origins.Select(origin => origin.Server.Unknown).OfType<UnknownValue>());
            }

            yield break;
        }

        if (DistributionDoor.FlawOf(distribution, edge) is { } door)
        {
            yield return door;
        }

        foreach (var origin in origins)
        {
            if (AccessFlaw(distribution, origin) is { } flaw)
            {
                yield return flaw;
            }
        }

        var lets = bucket.Policies.Any(policy => !policy.Policy.IsKnown || policy.Policy.Value.Statements.Any(statement => Lets(statement, distribution)));
        if (!lets)
        {
            yield return EntranceFlaw.Shut("the distribution is locked out", bucket.Policies.IsEmpty ? bucket.Component : bucket.Policies[0].Component, $"let {distribution.Id} read objects");
        }
    }

    private IEnumerable<DistributionOrigin> OriginsOf(Distribution distribution) =>
        distribution.Origins.Where(origin => origin.Server is { IsKnown: true } server && server.Value.Resource == bucket.Id);

    private static bool Lets(PolicyStatement statement, Distribution distribution) =>
        statement.Allows
        && statement.Principals.Any(principal => principal.IsEverybody || (principal.Kind == "Service" && principal.Name.Text == CloudFront))
        && statement.Actions.Any(action => ReadActions.Contains(action.Text, StringComparer.OrdinalIgnoreCase))
        && (statement.Conditions.IsEmpty || statement.Conditions.SelectMany(condition => condition.Values).Any(value => value.Resource is null || value.Resource == distribution.Id));

    private EntranceFlaw? AccessFlaw(Distribution distribution, DistributionOrigin origin)
    {
        const string LockedOut = "the distribution is locked out";
        if (origin.AccessControl is not { } access)
        {
            return EntranceFlaw.Shut(LockedOut, distribution.Component, $"its origin '{origin.Name}' has no origin access control, so S3 does not know who asks");
        }

        if (!access.IsKnown)
        {
            return EntranceFlaw.Open(access.Unknown!);
        }

        return edge.AccessControls.FirstOrDefault(found => found.Id == access.Value)?.SignsAlways switch
        {
            null or { IsKnown: true, Value: true } => null,
            { IsKnown: true } => EntranceFlaw.Shut(LockedOut, edge.AccessControls.First(found => found.Id == access.Value).Component, "it does not sign every request"),
            { } unknown => EntranceFlaw.Open(unknown.Unknown!),
        };
    }

    private EntranceFlaw Around(Component component, string what) =>
        EntranceFlaw.Around($"requests get to {bucket.Id} around the distribution", component == bucket.Component ? [new Hop(component, what)] : [new Hop(bucket.Component), new Hop(component, what)]);
}
