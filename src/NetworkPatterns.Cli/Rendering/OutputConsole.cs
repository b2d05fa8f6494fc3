using NetworkPatterns.Cli.Commands;
using Spectre.Console;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>The console that results are written to: colour on a terminal only.</summary>
internal static class OutputConsole
{
    private const int WidthWhenRedirected = 200;

    public static IAnsiConsole Of(CommandOutput output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = output.IsRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = output.IsRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output.Out),
        });
        if (output.IsRedirected)
        {
            console.Profile.Width = WidthWhenRedirected;
        }

        return console;
    }
}
