using System.Reflection;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Architecture.Tests;

public sealed class PublicApiTests
{
    [Theory]
    [InlineData("NetworkPatterns.Core")]
    [InlineData("NetworkPatterns.Constructs")]
    [InlineData("NetworkPatterns.Templates")]
    [InlineData("NetworkPatterns.Network")]
    [InlineData("NetworkPatterns.Validation")]
    [InlineData("NetworkPatterns.Testing")]
    public void PublicApi_OfAPackage_IsWhatWasApproved(string assembly) =>
        Snapshot.Matches(PublicApi.Of(Assembly.Load(assembly)), $"PublicApi.{assembly}", "txt");

    [Fact]
    public void Of_AType_ListsWhatCallersCanUse() =>
        PublicApi.Of(typeof(Sample)).ShouldBe(
            """
            public abstract class NetworkPatterns.Architecture.Tests.PublicApiTests.Sample : System.IDisposable
              protected Sample(string name, int? count = null)
              public const int Limit = 5
              public static readonly string[] Names
              public string? Name { get; init; }
              protected abstract T Get<T>(System.Collections.Generic.IReadOnlyList<T> items, params string[] names) where T : class
              public void Dispose()
            """.ReplaceLineEndings("\n"));

    public abstract class Sample : IDisposable
    {
        public const int Limit = 5;

        public static readonly string[] Names = [];

        protected Sample(string name, int? count = null) => Name = name + count;

        public string? Name { get; init; }

        public void Dispose() => GC.SuppressFinalize(this);

        internal void Hidden() => Dispose();

        protected abstract T Get<T>(IReadOnlyList<T> items, params string[] names)
            where T : class;
    }
}
