using System.CommandLine;
using System.CommandLine.Invocation;

namespace NetworkPatterns.Cli.Commands;

/// <summary>The <c>netpatterns</c> command line.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line to its exit code. Results go to the output, problems to the error writer.</summary>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, bool isRedirected = true) =>
        Run(args, new CommandOutput(output, error, isRedirected));

    /// <summary>Runs a command line to its exit code.</summary>
    public static int Run(IReadOnlyList<string> args, CommandOutput console)
    {
        var root = new RootCommand("Proves from CloudFormation templates what can reach what in an AWS network: no account, no credentials.")
        {
            ReachCommand.Create(console),
            CheckCommand.Create(console),
            PlanCommand.Create(console),
            CompletionCommand.Create(console),
            DiffCommand.Create(console),
            MatrixCommand.Create(console),
            FindingsCommand.Create(console),
            GraphCommand.Create(console),
        };
        if (args.Count == 0 || args[0].StartsWith('-'))
        {
            Shorten(root.Subcommands);
        }

        var parse = root.Parse(args);
        var exitCode = parse.Invoke(new InvocationConfiguration { Output = console.Out, Error = console.Error, EnableDefaultExceptionHandler = false });
        return parse.Action is ParseErrorAction ? ExitCode.BadInput : exitCode;
    }

    // The list of all commands has a sentence for each; the help of one has examples.
    private static void Shorten(IEnumerable<Command> commands)
    {
        foreach (var command in commands)
        {
            var description = command.Description!.ReplaceLineEndings("\n");
            command.Description = description.Split("\n\n")[0].Replace('\n', ' ');
        }
    }
}
