using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Cli.Commands;

/// <summary>What every command that reads templates takes: values for what the templates leave open.</summary>
internal sealed class EstateArguments
{
    private readonly Option<string[]> _parameters = new("--parameters") { Description = "Values of template parameters.", HelpName = "NAME=VALUE", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _region = new("--region") { Description = "Region of templates that name none. Default: the assembly's, else eu-west-1.", HelpName = "REGION" };
    private readonly Option<string[]> _assume = new("--assume") { Description = "Values for what the templates leave open, by the key that an unknown names.", HelpName = "KEY=VALUE", AllowMultipleArgumentsPerToken = true };

    /// <summary>The paths of one estate.</summary>
    public static Argument<string[]> Paths() => new("PATH")
    {
        Description = "A cloud assembly (cdk.out), a folder of templates, or template files; all together are one estate.",
        Arity = ArgumentArity.OneOrMore,
    };

    public void AddTo(Command command)
    {
        command.Add(_parameters);
        command.Add(_region);
        command.Add(_assume);
    }

    public EstateOptions Read(ParseResult parse, ProblemList problems) => new()
    {
        Region = parse.GetValue(_region) ?? new EstateOptions().Region,
        Parameters = ReadPairs(_parameters.Name, parse.GetValue(_parameters), problems),
        Assumptions = ReadPairs(_assume.Name, parse.GetValue(_assume), problems),
    };

    /// <summary>Paths that are options the parser does not know: it takes them for one more path.</summary>
    public static void RefuseOptions(IEnumerable<string> paths, string command, ProblemList problems)
    {
        foreach (var option in paths.Where(path => path.StartsWith("--", StringComparison.Ordinal)))
        {
            problems.Add(DiagnosticCatalogue.UnknownChoice.At(option, $"'{option}' is not an option", $"see netpatterns {command} --help; write ./ before a path that starts so"));
        }
    }

    private static ImmutableDictionary<string, string> ReadPairs(string option, IEnumerable<string>? texts, ProblemList problems)
    {
        var pairs = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var text in texts ?? [])
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                problems.Add(DiagnosticCatalogue.NotAPair.At(option, $"'{text}' has no name and value", $"write {option} NAME=VALUE"));
            }
            else
            {
                pairs[text[..equals]] = text[(equals + 1)..];
            }
        }

        return pairs.ToImmutable();
    }
}
