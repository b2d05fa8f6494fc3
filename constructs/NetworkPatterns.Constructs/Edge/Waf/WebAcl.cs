using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>A WebACL: rules over requests, with their capacity summed and checked, and logs without secrets.</summary>
/// <remarks>
/// Emits <c>AWS::WAFv2::WebACL</c>, <c>IPSet</c> and <c>RegexPatternSet</c> for sets of its rules, <c>LoggingConfiguration</c>, and
/// <c>AWS::Logs::LogGroup</c> or <c>AWS::S3::Bucket</c> for its logs. A distribution names it in its own properties; a resource of
/// a Region is given to <see cref="Protect"/>.
/// <para>Source: https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html</para>
/// </remarks>
public sealed class WebAcl : Construct
{
    private readonly EmittedBlueprint _resources;
    private readonly WebAclPlan _plan;
    private readonly List<IConstruct> _associations = [];

    /// <summary>Plans the WebACL and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public WebAcl(Construct scope, string id, WebAclProps? props = null)
        : base(scope, id)
    {
        var context = this.ContextFor(nameof(WebAclProps));
        _plan = WebAclPlan.From(props ?? new(), context);
        var (blueprint, inputs) = WebAclBlueprint.From(_plan, context);
        _resources = this.Emit(blueprint, inputs);
    }

    /// <summary>The WebACL's ARN, as a token.</summary>
    public string WebAclArn => _resources.GetAtt(WebAclBlueprint.WebAclId, "Arn");

    /// <summary>The name of its metrics, for alarms.</summary>
    public string MetricName => WebAclBlueprint.MetricOf(_plan);

    /// <summary>What the rules cost together, in capacity units.</summary>
    public int Capacity => _plan.Capacity;

    /// <summary>The name of the log group that it made, as a token; <see langword="null"/> where it logs elsewhere.</summary>
    public string? LogGroupName => _plan.Props.Logging.Destination == WafLogDestination.LogGroup ? _resources.Ref(WebAclLogBlueprint.LogGroupId) : null;

    /// <summary>Protects a resource of the Region, such as a load balancer; for a distribution, give it the ARN instead.</summary>
    /// <param name="scope">Where the association belongs.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="resourceArn">The resource's ARN, made of the resource's own <c>Ref</c>, so that CloudFormation makes it first.</param>
    /// <exception cref="PlanException">The WebACL is CloudFront's.</exception>
    public void Protect(Construct scope, string id, string resourceArn)
    {
        if (_plan.Scope == WafScope.CloudFront)
        {
            throw new PlanException(DiagnosticCatalogue.WafRegion.At(
                $"{_plan.Path}: {nameof(Protect)}", "a WebACL for CloudFront cannot be associated", $"give its ARN to the distribution, or set {nameof(WebAclProps.Scope)} to {nameof(WafScope.Regional)}"));
        }

        _associations.Add(new Amazon.CDK.AWS.WAFv2.CfnWebACLAssociation(scope, id, new Amazon.CDK.AWS.WAFv2.CfnWebACLAssociationProps { ResourceArn = resourceArn, WebAclArn = WebAclArn }));
    }

    /// <summary>What it protects.</summary>
    internal WafScope Scope => _plan.Scope;

    /// <summary>The most that its rules may cost.</summary>
    internal int CapacityLimit => _plan.Props.CapacityLimit;

    /// <summary>The associations that <see cref="Protect"/> made.</summary>
    internal IEnumerable<IConstruct> Associations => _associations;

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <param name="id">The last part of the resource's construct path, such as <c>WebAcl</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);
}
