using NetworkPatterns.Constructs.Edge.Waf;
using NetworkPatterns.Constructs.Edge.Waf.Statements;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What makes a REST API refuse everybody but its own distribution.</summary>
/// <remarks>
/// The secrets stay out of templates: dynamic references resolve them at deployment, in the API's Region by the secret itself and in
/// the distribution's by its replica.
/// <para>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html</para>
/// </remarks>
internal static class OriginLockBlueprint
{
    public static void AddTo(BlueprintBuilder builder, RestApiPlan plan, TokenInputs inputs, PatternContext context)
    {
        switch (plan.Props.Lock.Kind)
        {
            case OriginLockKind.HeaderGate:
                AddGate(builder, plan, inputs, context);
                break;
            case OriginLockKind.KeyGate:
                AddKeys(builder, plan);
                break;
            default:
                break;
        }
    }

    /// <summary>The condition on which the lock's resource policy denies; <see langword="null"/> where the lock needs no policy.</summary>
    public static MapValue? DenialOf(RestApiPlan plan, TokenInputs inputs) => plan.Props.Lock.Kind switch
    {
        // The denial holds where the value equals none of the list, so both secrets let a request in.
        OriginLockKind.PolicyGate => Value.Map(("StringNotEquals", Value.Map(("aws:Referer", Value.List(OriginSecrets.AcceptedBy(plan.Props.Lock)))))),
        OriginLockKind.Private => Value.Map(("StringNotEquals", Value.Map(
            ("aws:SourceVpce", Value.List(plan.Props.Lock.VpcEndpointIds.Select((id, index) => inputs.Of($"VpcEndpoint{index}", id))))))),
        _ => null,
    };

    private static void AddGate(BlueprintBuilder builder, RestApiPlan plan, TokenInputs inputs, PatternContext context)
    {
        var acl = WebAclPlan.From(
            new()
            {
                Scope = WafScope.Regional,
                IsBehindCloudFront = true,
                DefaultAction = WafAction.Block,
                KeepsSamples = false,
                Rules =
                [
                    .. OriginSecrets.Colours.Zip(OriginSecrets.AcceptedBy(plan.Props.Lock), (colour, secret) => new MatchRule(
                        $"origin-{colour.ToLowerInvariant()}",
                        new TextStatement(WafField.Header(OriginLock.HeaderName), WafComparison.Exactly, secret, []),
                        WafAction.Allow)),
                ],
            },
            context);
        WebAclBlueprint.AddTo(builder, acl, inputs);
        builder.Add("GateAssociation", "AWS::WAFv2::WebACLAssociation",
            ("ResourceArn", Value.Sub(
                "arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/${Api}/stages/${Stage}",
                ("Api", Value.Ref(RestApiBlueprint.ApiId)), ("Stage", Value.Ref(RestApiBlueprint.StageId)))),
            ("WebACLArn", Value.GetAtt(WebAclBlueprint.WebAclId, "Arn")));
    }

    private static void AddKeys(BlueprintBuilder builder, RestApiPlan plan)
    {
        builder.Add("GatePlan", "AWS::ApiGateway::UsagePlan",
            ("ApiStages", RestUsagePlanBlueprint.StagesOf()),
            ("Throttle", Value.Map(("RateLimit", plan.Props.Throttle.RequestsPerSecond), ("BurstLimit", plan.Props.Throttle.Burst))));
        foreach (var (colour, secret) in OriginSecrets.Colours.Zip(OriginSecrets.AcceptedBy(plan.Props.Lock)))
        {
            builder.Add($"GateKey{colour}", "AWS::ApiGateway::ApiKey", ("Enabled", true), ("Value", secret));
            RestUsagePlanBlueprint.AddKey(builder, "GatePlan", $"GateKey{colour}");
        }
    }
}
