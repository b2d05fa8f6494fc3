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
            DiffCommand.Create(console),
            MatrixCommand.Create(console),
            FindingsCommand.Create(console),
        };
        var parse = root.Parse(args);
        var exitCode = parse.Invoke(new InvocationConfiguration { Output = console.Out, Error = console.Error, EnableDefaultExceptionHandler = false });
        return parse.Action is ParseErrorAction ? ExitCode.BadInput : exitCode;
    }
}
