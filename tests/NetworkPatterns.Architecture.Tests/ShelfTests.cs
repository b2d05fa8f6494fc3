using System.Collections.Immutable;
using System.Reflection;

namespace NetworkPatterns.Architecture.Tests;

/// <summary>Inside a project, who may name what.</summary>
public sealed class ShelfTests
{
    private const string CdkNames = @"\b(Amazon\.(CDK|JSII)|using Constructs)\b";

    // Synthesis is the one place where a blueprint becomes CDK resources.
    private static readonly ImmutableArray<Type> PlansAndBlueprints =
    [
        .. Types("NetworkPatterns.Core"),
        .. Types("NetworkPatterns.Constructs").Where(type =>
            type.Namespace?.EndsWith(".Synthesis", StringComparison.Ordinal) == false
            && (type.Name.EndsWith("Plan", StringComparison.Ordinal) || type.Name.EndsWith("Planner", StringComparison.Ordinal) || type.Name.EndsWith("Blueprint", StringComparison.Ordinal))),
    ];

    [Fact]
    public void PlansAndBlueprints_NoMember_HasATypeOfCdk()
    {
        PlansAndBlueprints.ShouldContain(type => type.Name == "ThreeTierVpcPlan");

        PlansAndBlueprints.SelectMany(type => Signatures(type).Where(IsOfCdk).Select(used => $"{type.FullName} names {used.FullName}"))
            .Distinct(StringComparer.Ordinal)
            .ShouldBeEmpty();
    }

    [Fact]
    public void PlansAndBlueprints_NoFile_NamesCdk()
    {
        var files = Sources.CSharp("src/NetworkPatterns.Core")
            .Concat(Sources.CSharp("constructs").Where(file =>
                !file.Contains("/Synthesis/", StringComparison.Ordinal)
                && Path.GetFileNameWithoutExtension(file) is var name
                && (name.EndsWith("Plan", StringComparison.Ordinal) || name.EndsWith("Planner", StringComparison.Ordinal) || name.EndsWith("Blueprint", StringComparison.Ordinal))));

        Sources.Lines(files, CdkNames).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Model", @"NetworkPatterns\.(Templates|Network\.(Reachability|Findings|Reading))|""AWS::|System\.Text\.Json")]
    [InlineData("Reachability", @"NetworkPatterns\.(Templates|Network\.(Findings|Reading))|System\.Text\.Json|YamlDotNet")]
    public void Network_Shelf_NamesNothingAboveIt(string shelf, string above) =>
        Sources.Lines(Sources.CSharp($"src/NetworkPatterns.Network/{shelf}"), above).ShouldBeEmpty();

    [Fact]
    public void Constructs_Warnings_GoThroughAnnotations() =>
        Sources.Lines(Sources.CSharp("constructs"), @"\bConsole\.").ShouldBeEmpty();

    private static ImmutableArray<Type> Types(string assembly) => [.. Assembly.Load(assembly).GetTypes()];

    private static IEnumerable<Type> Signatures(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var named = type.GetFields(All).Select(field => field.FieldType)
            .Concat(type.GetProperties(All).Select(property => property.PropertyType))
            .Concat(type.GetMethods(All).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .Concat(type.GetConstructors(All).SelectMany(constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType)))
            .Concat(type.GetInterfaces());
        return (type.BaseType is { } parent ? named.Append(parent) : named).SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];

    private static bool IsOfCdk(Type type) =>
        type.Assembly.GetName().Name is { } name && (name.StartsWith("Amazon.", StringComparison.Ordinal) || name == "Constructs");
}
