using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>A CloudFront distribution with what belongs to it: policies, functions, buckets, logs and records.</summary>
/// <remarks>
/// Emits <c>AWS::CloudFront::Distribution</c>, <c>ResponseHeadersPolicy</c>, <c>CachePolicy</c>, <c>Function</c>, <c>KeyValueStore</c>,
/// <c>PublicKey</c>, <c>KeyGroup</c>, <c>OriginAccessControl</c>, <c>MonitoringSubscription</c>, <c>RealtimeLogConfig</c> with
/// <c>AWS::Kinesis::Stream</c> and <c>AWS::IAM::Role</c>, <c>ContinuousDeploymentPolicy</c>, <c>AWS::Logs::DeliverySource</c>,
/// <c>DeliveryDestination</c>, <c>Delivery</c> and <c>LogGroup</c>, <c>AWS::S3::Bucket</c> with policies for files and logs, and
/// <c>AWS::Route53::RecordSet</c> of type A and AAAA for each name. Belongs into a stack of us-east-1.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Introduction.html</para>
/// </remarks>
public sealed class EdgeDistribution : Construct
{
    private readonly EmittedBlueprint _resources;
    private readonly bool _hasStaging;

    /// <summary>Plans the distribution and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public EdgeDistribution(Construct scope, string id, EdgeDistributionProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(EdgeDistributionProps));
        DecidedArns.Check(props, context);
        var plan = EdgeDistributionPlan.From(props, props.Zone.ZoneName, context);
        var (blueprint, inputs) = EdgeDistributionBlueprint.From(plan, context);
        _resources = this.Emit(blueprint, inputs);
        _hasStaging = plan.Staging is not null;
        if (props.Staging is { IsAttached: false })
        {
            NextPhase.Announce(
                this,
                "The staging distribution gets no requests yet, because CloudFront takes the policy for it only on a distribution that exists: once the command returns, set EdgeStaging.IsAttached and deploy again",
                $"aws cloudfront wait distribution-deployed --id {DistributionId}");
        }

        foreach (var name in props.DomainNames)
        {
            _ = new SimpleRecord(this, name, new SimpleRecordProps { Zone = props.Zone, Name = name, Target = Alias.CloudFront(DistributionDomainName) });
        }
    }

    /// <summary>The distribution's ID, as a token.</summary>
    public string DistributionId => _resources.Ref(EdgeDistributionBlueprint.DistributionId);

    /// <summary>The name that CloudFront gives it, as a token.</summary>
    public string DistributionDomainName => _resources.GetAtt(EdgeDistributionBlueprint.DistributionId, "DomainName");

    /// <summary>The staging distribution's ID, as a token; <see langword="null"/> where there is none.</summary>
    public string? StagingDistributionId => _hasStaging ? _resources.Ref(EdgeDistributionBlueprint.StagingId) : null;

    /// <summary>The name of the bucket behind an origin made by <see cref="EdgeOrigin.Bucket"/>, as a token: upload the files into it.</summary>
    /// <param name="originName">The origin's name.</param>
    /// <exception cref="KeyNotFoundException">There is no such bucket.</exception>
    public string BucketName(string originName) => _resources.Ref(EdgeDistributionBlueprint.BucketIdOf(originName));

    /// <summary>The ARN of the key-value store of a function, as a token: <c>aws cloudfront-keyvaluestore put-key</c> fills it.</summary>
    /// <param name="functionName">The function's name.</param>
    /// <exception cref="KeyNotFoundException">There is no such function, or it has no store.</exception>
    public string StoreArn(string functionName) => _resources.GetAtt(EdgeFunctionBlueprint.StoreIdOf(functionName), "Arn");

    /// <summary>The construct path of the bucket behind an origin.</summary>
    internal string BucketPath(string originName) => _resources.GetResource(EdgeDistributionBlueprint.BucketIdOf(originName)).Node.Path;

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <param name="id">The last part of the resource's construct path, such as <c>Distribution</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);
}
