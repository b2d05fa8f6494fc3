using Amazon.CDK;
using Constructs;
using NetworkPatterns.Reference.Dns;
using NetworkPatterns.Reference.Vpc;

namespace NetworkPatterns.Reference;

/// <summary>Every pattern of the library in stacks that can be deployed as they are.</summary>
public static class ReferenceApp
{
    private static readonly Amazon.CDK.Environment Ireland = new() { Region = "eu-west-1" };

    /// <summary>Adds every stack to an app or a stage.</summary>
    public static void AddTo(Construct scope)
    {
        _ = new MinimalThreeTierStack(scope, "ThreeTierMinimal", new StackProps { Env = Ireland });
        _ = new SharedServicesStack(scope, "ThreeTierByZoneId", new StackProps { Env = Ireland });
        LatencyApplication.AddTo(scope, "LatencyApplication");
        GeolocationApplication.AddTo(scope, "GeolocationApplication");
        _ = new HybridDnsStack(scope, "HybridDns", new StackProps { Env = Ireland });
    }
}
