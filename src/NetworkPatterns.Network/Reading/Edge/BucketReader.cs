using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading.Edge;

/// <summary>S3 buckets: whether the public is blocked, and whom their policies let in.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html</remarks>
internal sealed class BucketReader(ReadingContext context, PolicyReader policies)
{
    private static readonly ResourceKind Kind = ResourceKind.Of("AWS::S3::Bucket");
    private static readonly string[] Settings = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];

    public IEnumerable<Bucket> Read()
    {
        var written = context.OfType("AWS::S3::BucketPolicy").Select(Policy).ToList();
        return
            from resource in context.OfType(Kind.Type)
            let id = context.IdOf(resource)
            select new Bucket(context.Named(resource))
            {
                BlocksPublicAccess = Blocks(context.View(resource)),
                Policies = [.. written.Where(policy => !policy.Bucket.IsKnown || policy.Bucket.Value == id).Select(policy => policy.Policy)],
            };
    }

    private (Maybe<ComponentId> Bucket, BucketPolicy Policy) Policy(ResolvedResource resource)
    {
        var view = context.View(resource);
        var bucket = view.Reference("Bucket", Kind) ?? view.Unknown("Bucket is missing");
        var doubt = bucket.Unknown ?? context.DoubtOf(resource);
        return (bucket, new(context.Named(resource), doubt is not null ? doubt : policies.Read(view, view["PolicyDocument"]) ?? view.Unknown("PolicyDocument is missing")));
    }

    private static Maybe<bool> Blocks(View bucket)
    {
        switch (bucket.Inner("PublicAccessBlockConfiguration"))
        {
            case null:
                return false;
            case { IsKnown: false } unknown:
                return unknown.Unknown!;
            case { } block:
                var settings = Settings.Select(name => block.Value.Boolean(name) ?? false).ToList();
                return settings.Exists(setting => setting is { IsKnown: true, Value: false }) ? false
                    : settings.Find(setting => !setting.IsKnown).Unknown is { } open ? open
                    : true;
        }
    }
}
