using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>Properties that load balancers of both kinds, their listeners and target groups have alike.</summary>
internal static class LoadBalancerParts
{
    public const string LoadBalancerId = "LoadBalancer";

    /// <summary>How targets are checked.</summary>
    public static IEnumerable<(string Key, Value? Value)> HealthCheck(TargetHealthCheck check)
    {
        var isHttp = check.Protocol != TargetHealthCheckProtocol.Tcp;
        return
        [
            ("HealthCheckEnabled", true),
            ("HealthCheckProtocol", check.Protocol.ToString().ToUpperInvariant()),
            ("HealthCheckPort", check.Port is { } port ? port.ToString(CultureInfo.InvariantCulture) : "traffic-port"),
            ("HealthCheckPath", isHttp ? (Value)check.Path! : null),
            ("HealthCheckIntervalSeconds", (int)check.Interval.TotalSeconds),
            ("HealthCheckTimeoutSeconds", (int)check.Timeout.TotalSeconds),
            ("HealthyThresholdCount", check.HealthyThreshold),
            ("UnhealthyThresholdCount", check.UnhealthyThreshold),
            ("Matcher", isHttp ? Value.Map(("HttpCode", check.Matcher)) : null),
        ];
    }

    /// <summary>The certificates of a listener, tokens as inputs.</summary>
    public static ImmutableArray<Value> Certificates(string listenerId, IReadOnlyList<string> arns, TokenInputs inputs) =>
        [.. arns.Select((arn, number) => inputs.Of(string.Create(CultureInfo.InvariantCulture, $"{listenerId}Certificate{number}"), arn))];

    /// <summary>A listener takes one certificate itself; the others, which it chooses by SNI, are a resource of their own.</summary>
    public static void AddMoreCertificates(BlueprintBuilder builder, string listenerId, ImmutableArray<Value> certificates)
    {
        if (certificates.Length > 1)
        {
            builder.Add(
                $"{listenerId}Certificates",
                "AWS::ElasticLoadBalancingV2::ListenerCertificate",
                ("ListenerArn", Value.Ref(listenerId)),
                ("Certificates", Value.List(certificates.Skip(1).Select(certificate => Value.Map(("CertificateArn", certificate))))));
        }
    }

    /// <summary>The action that sends all to a target group.</summary>
    public static ListValue ForwardTo(string targetGroupId) => Value.List(Value.Map(("Type", "forward"), ("TargetGroupArn", Value.Ref(targetGroupId))));

    /// <summary>Attributes of a load balancer or a target group.</summary>
    public static ListValue Attributes(params (string Key, Value Value)[] attributes) =>
        Value.List(attributes.Select(attribute => Value.Map(("Key", attribute.Key), ("Value", attribute.Value))));

    /// <summary>A boolean as attributes spell it.</summary>
    public static string Text(bool value) => value ? "true" : "false";

    /// <summary>A number as attributes spell it.</summary>
    public static string Seconds(TimeSpan value) => ((int)value.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    /// <summary>The prefix of access logs. It may not hold what construct paths may; paths are unique in an app.</summary>
    public static string LogPrefix(string path) =>
        string.Concat(path.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' ? letter : '-')).Trim('/');
}
