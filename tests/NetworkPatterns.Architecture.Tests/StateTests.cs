using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace NetworkPatterns.Architecture.Tests;

/// <summary>No static state, and no clock, environment, console or file below the tool and the apps.</summary>
public sealed class StateTests
{
    private static readonly Type[] Mutable =
    [
        typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(Queue<>), typeof(Stack<>), typeof(SortedDictionary<,>), typeof(SortedSet<>),
        typeof(ConcurrentDictionary<,>), typeof(ConcurrentQueue<>), typeof(ConcurrentBag<>), typeof(ConditionalWeakTable<,>), typeof(StringBuilder), typeof(ThreadLocal<>), typeof(AsyncLocal<>),
    ];

    public static TheoryData<string> Assemblies =>
        ["NetworkPatterns.Core", "NetworkPatterns.Templates", "NetworkPatterns.Network", "netpatterns", "NetworkPatterns.Constructs", "NetworkPatterns.Validation", "NetworkPatterns.Testing"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void StaticField_OfAnyType_CanNotChange(string assembly) =>
        Assembly.Load(assembly).GetTypes()
            .Where(type => !IsMadeByTheCompiler(type))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral && (!field.IsInitOnly || IsMutable(field.FieldType)))
            .Select(field => $"{field.DeclaringType!.FullName}.{field.Name}")
            .ShouldBeEmpty();

    [Theory]
    [InlineData("src/NetworkPatterns.Core")]
    [InlineData("src/NetworkPatterns.Templates")]
    [InlineData("src/NetworkPatterns.Network")]
    [InlineData("src/NetworkPatterns.Testing")]
    [InlineData("constructs/NetworkPatterns.Constructs")]
    public void Library_ReadsNo_ClockEnvironmentConsoleOrChance(string project) =>
        Sources.Lines(Sources.CSharp(project), @"(?<![\w.])(System\.)?((Console|Environment|Process|Random|Stopwatch|TimeProvider)\.[A-Z]|new (Random|Stopwatch|Process)\(|DateTime(Offset)?\.((Utc)?Now|Today)|Guid\.(NewGuid|CreateVersion7)|(CultureInfo|Thread)\.Current)")
            .ShouldBeEmpty();

    // The plugin fails closed by the exit code of its process, and compares suppressions with today; nothing else of it does.
    [Fact]
    public void Validation_TouchesTheProcess_InThePluginOnly() =>
        Sources.Lines(Sources.CSharp("src/NetworkPatterns.Validation"), @"(?<![\w.])(Console|Environment|Process|Random|Stopwatch|TimeProvider)\.[A-Z]|DateTime(Offset)?\.((Utc)?Now|Today)")
            .Select(line => line.Split(':')[0])
            .Distinct(StringComparer.Ordinal)
            .ShouldBe(["src/NetworkPatterns.Validation/NetworkProof.cs"]);

    // Two places touch the disk: the folder that a caller hands to the reader, and the fragment that CfnInclude reads.
    [Fact]
    public void Library_TouchesFiles_InTwoPlacesOnly() =>
        Sources.Lines(
                new[] { "src/NetworkPatterns.Core", "src/NetworkPatterns.Templates", "src/NetworkPatterns.Network", "constructs/NetworkPatterns.Constructs" }.SelectMany(project => Sources.CSharp(project)),
                @"(?<![\w.])(System\.IO\.)?(File|Directory|FileStream|FileInfo|DirectoryInfo|StreamReader|StreamWriter)(\.\w+\(|\s*\()")
            .Select(line => line.Split(':')[0])
            .Distinct(StringComparer.Ordinal)
            .ShouldBe(
            [
                "src/NetworkPatterns.Templates/Sources/DirectoryFiles.cs",
                "constructs/NetworkPatterns.Constructs/Synthesis/BlueprintEmitter.cs",
            ]);

    // Backing fields of static properties are the compiler's too, but a property with a setter is ours.
    private static bool IsMadeByTheCompiler(Type type) =>
        type.Name.Contains('<', StringComparison.Ordinal)
        || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.FullName!.StartsWith("System.Text.RegularExpressions.Generated.", StringComparison.Ordinal);

    private static bool IsMutable(Type type) =>
        Mutable.Contains(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
}
