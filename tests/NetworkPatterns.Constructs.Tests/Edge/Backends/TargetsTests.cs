using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge.Backends;

[Collection(CdkCollection.Name)]
public sealed class TargetsTests
{
    [Fact]
    public void Fargate_Defaults_Snapshot()
    {
        var stack = new BackendStack();
        stack.Fargate(stack.Balancer(BackendStack.Listener()));

        Snapshot.Matches(PrivateNlbTests.Own(stack, "Service"), "FargateTargets.Defaults");
    }

    [Fact]
    public void Instances_Defaults_Snapshot()
    {
        var stack = new BackendStack();
        stack.Instances(stack.Balancer(BackendStack.Listener(TargetType.Instance)));

        Snapshot.Matches(PrivateNlbTests.Own(stack, "Instances"), "InstanceTargets.Defaults");
    }
}
