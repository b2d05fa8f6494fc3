namespace NetworkPatterns.Validation.Tests.Support;

/// <summary>Every test that starts CDK: the jsii bridge is not thread-safe, so they run one after another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CdkCollection : ICollectionFixture<ReferenceAssembly>, ICollectionFixture<LockedDoors>
{
    public const string Name = "CDK";
}
