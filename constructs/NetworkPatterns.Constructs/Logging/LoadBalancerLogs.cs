using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.S3;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Logging;

/// <summary>A bucket for the access logs of Application and Network Load Balancers of one Region and account.</summary>
/// <remarks>
/// Emits <c>AWS::S3::Bucket</c> twice (the second holds the access logs of the first) and <c>AWS::S3::BucketPolicy</c>
/// for both. Neither is deleted with the stack. A Network Load Balancer logs connections of TLS listeners only.
/// <para>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html</para>
/// <para>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html</para>
/// </remarks>
public sealed class LoadBalancerLogs : Construct
{
    /// <summary>Makes the bucket.</summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="props">For how long it keeps what it gets. Default: 90 days.</param>
    /// <exception cref="PlanException">Nothing can be kept for so long.</exception>
    public LoadBalancerLogs(Construct scope, string id, LoadBalancerLogsProps? props = null)
        : base(scope, id)
    {
        var plan = LoadBalancerLogsPlan.From(props ?? new(), this.ContextFor(nameof(LoadBalancerLogsProps)));
        var emitted = this.Emit(plan.ToBlueprint());
        BucketName = emitted.Ref(LoadBalancerLogsPlan.BucketId);
        Bucket = Amazon.CDK.AWS.S3.Bucket.FromBucketName(this, "Bucket", BucketName);
        Policy = emitted.GetResource(LoadBalancerLogsPlan.PolicyId);
    }

    /// <summary>The bucket of the load balancers' logs.</summary>
    public IBucket Bucket { get; }

    internal string BucketName { get; }

    internal Amazon.CDK.CfnResource Policy { get; }

    /// <summary>Turns on the access logs of a load balancer, under a prefix of its own.</summary>
    /// <param name="loadBalancer">A load balancer of the same Region and account.</param>
    /// <param name="prefix">What its logs' keys begin with, without a slash at either end; no <c>AWSLogs</c> in it.</param>
    public void LogAccessOf(BaseLoadBalancer loadBalancer, string prefix)
    {
        ArgumentNullException.ThrowIfNull(loadBalancer);
        loadBalancer.SetAttribute("access_logs.s3.enabled", "true");
        loadBalancer.SetAttribute("access_logs.s3.bucket", BucketName);
        loadBalancer.SetAttribute("access_logs.s3.prefix", prefix);
        // Elastic Load Balancing writes a test object when logs are turned on.
        loadBalancer.Node.AddDependency(Policy);
    }
}
