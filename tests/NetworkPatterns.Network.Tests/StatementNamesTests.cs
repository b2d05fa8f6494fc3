using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace NetworkPatterns.Network.Tests;

/// <summary>Every statement about AWS (S1 to S80) has a test that names it.</summary>
public sealed partial class StatementNamesTests
{
    [Fact]
    public void Tests_OfThisProject_NameEveryStatement()
    {
        var named = typeof(StatementNamesTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
            .SelectMany(method => Statement().Matches(method.Name))
            .Select(match => int.Parse(match.ValueSpan[1..], CultureInfo.InvariantCulture))
            .ToHashSet();

        Enumerable.Range(1, 80).Where(statement => !named.Contains(statement)).ShouldBeEmpty();
    }

    // S09_..., S69_S70_S71_...
    [GeneratedRegex("(?<=^|_)S[0-9]+(?=_)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Statement();
}
