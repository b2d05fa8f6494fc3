namespace NetworkPatterns.Packaging.Tests.Support;

/// <summary>Tests that build: one after another, so that no two builds share an output folder.</summary>
[CollectionDefinition(Name)]
public sealed class ProcessCollection : ICollectionFixture<PackedLibrary>
{
    public const string Name = "Processes";
}
