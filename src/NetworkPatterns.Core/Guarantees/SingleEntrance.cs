using System.Text.Json.Nodes;

namespace NetworkPatterns.Core.Guarantees;

/// <summary>From the internet there is one way in: through this CloudFront distribution and its WebACL.</summary>
/// <remarks>
/// <para>For an API: every other way to it (its generated name, each custom domain, each stage that one leads to) refuses whoever lacks what the
/// distribution alone sends; what stands behind the API is not reached from the internet. For an Application Load
/// Balancer: it is internal, or each listener asks for the secret header before it hands a request on. For a bucket: nobody but the
/// distribution may read it, and public access is blocked.</para>
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html and
/// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html</para>
/// </remarks>
/// <param name="To">The API, load balancer or bucket: <see cref="Party.Resource"/>.</param>
/// <param name="Through">
/// The distribution: <see cref="Party.Resource"/>, which has to lead there; or <see cref="Party.OfType"/> for every distribution of
/// the templates that does, even if none does.
/// </param>
public sealed record SingleEntrance(Party To, Party Through) : Guarantee(Party.Internet, To)
{
    internal const string Name = "single-entrance";

    /// <inheritdoc/>
    public override string ToString() => $"{To} is entered only through {Through}";

    private protected override string Kind => Name;

    internal override JsonObject ToJson()
    {
        var json = base.ToJson();
        json["through"] = Through.ToString();
        return json;
    }
}
