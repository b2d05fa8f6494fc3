using System.Globalization;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>The resource policy of a REST API: the denial of the lock, and the user's statements.</summary>
/// <remarks>
/// A policy has to allow what no authorizer of IAM or a function decides, so it allows everybody what nothing in it denies. On signed routes everybody
/// would be every account of AWS; there it allows the API's own. An unsigned request has no account, and the condition lets it pass.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html</para>
/// </remarks>
internal static class RestPolicyBlueprint
{
    /// <summary>The policy; <see langword="null"/> where neither the lock nor the user needs one.</summary>
    public static MapValue? Of(RestApiPlan plan, TokenInputs inputs)
    {
        var denial = OriginLockBlueprint.DenialOf(plan, inputs);
        var own = plan.Props.PolicyStatements;
        return denial is null && own.Count == 0 ? null : Value.Map(
            ("Version", "2012-10-17"),
            ("Statement", Value.List(
            [
                Statement("Allow", "*", plan.Routes.Any(route => route.Authorizer.Kind == ApiAuthorizerKind.Iam) ? OwnAccount : null),
                .. denial is null ? Array.Empty<Value>() : [Statement("Deny", "*", denial)],
                .. own.Select((statement, index) => Of(statement, plan.Props.Lock, string.Create(CultureInfo.InvariantCulture, $"PolicyStatement{index}"), inputs)),
            ])));
    }

    private static MapValue OwnAccount => Value.Map(("StringEqualsIfExists", Value.Map(("aws:PrincipalAccount", Value.AccountId))));

    private static MapValue Of(ApiPolicyStatement statement, OriginLock originLock, string name, TokenInputs inputs)
    {
        var values = Value.List(statement.Values.Select((value, index) => ValueOf(statement.Callers, value, string.Create(CultureInfo.InvariantCulture, $"{name}Value{index}"), inputs)));
        var isOnly = statement.Effect == ApiPolicyEffect.Only;
        return statement.Callers switch
        {
            ApiCallerKind.Principal => Statement(statement.Effect == ApiPolicyEffect.Allow ? "Allow" : "Deny", Value.Map(("AWS", values)), condition: null),
            // A private API sees addresses of the VPC, under another key.
            ApiCallerKind.Address => Deny(isOnly ? "NotIpAddress" : "IpAddress", originLock.Kind == OriginLockKind.Private ? "aws:VpcSourceIp" : "aws:SourceIp", values),
            _ => Deny(isOnly ? "StringNotEquals" : "StringEquals", "aws:SourceVpc", values),
        };
    }

    private static MapValue Deny(string comparison, string key, ListValue values) => Statement("Deny", "*", Value.Map((comparison, Value.Map((key, values)))));

    private static MapValue Statement(string effect, Value principal, MapValue? condition) => Value.Map(
        ("Effect", effect), ("Principal", principal), ("Action", "execute-api:Invoke"), ("Resource", "execute-api:/*"), ("Condition", condition));

    private static Value ValueOf(ApiCallerKind callers, string value, string name, TokenInputs inputs) =>
        callers == ApiCallerKind.Principal && RestPolicyRules.Account().IsMatch(value)
            ? Value.Sub($"arn:${{AWS::Partition}}:iam::{value}:root")
            : inputs.Of(name, value);
}
