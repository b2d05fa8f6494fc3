using System.CommandLine;

namespace NetworkPatterns.Cli.Commands;

/// <summary><c>netpatterns completion</c>: the script that makes a shell complete commands and options.</summary>
/// <remarks>Each script asks the tool itself, through the parser's <c>[suggest]</c> directive, so it never goes out of date.</remarks>
internal static class CompletionCommand
{
    private const string Description = """
        Prints the script that makes a shell complete commands, options and their values.

        Examples:
          source <(netpatterns completion bash)                              # in ~/.bashrc
          source <(netpatterns completion zsh)                               # in ~/.zshrc, after compinit
          netpatterns completion pwsh | Out-String | Invoke-Expression       # in $PROFILE
        """;

    private const string Bash = """
        _netpatterns() {
          local IFS=$'\n'
          COMPREPLY=( $(compgen -W "$(netpatterns "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}") )
        }
        complete -o default -F _netpatterns netpatterns
        """;

    private const string Zsh = """
        _netpatterns() {
          local line="${(j: :)words[1,CURRENT]}"
          local -a found
          found=("${(@f)$(netpatterns "[suggest:${#line}]" "${line}" 2>/dev/null)}")
          compadd -- "${found[@]}"
          _files
        }
        compdef _netpatterns netpatterns
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName netpatterns -ScriptBlock {
          param($wordToComplete, $commandAst, $cursorPosition)
          netpatterns "[suggest:$cursorPosition]" "$commandAst" 2>$null |
            Where-Object { $_ -like "$wordToComplete*" } |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    public static Command Create(CommandOutput output)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "pwsh");
        var command = new Command("completion", Description) { shell };
        command.SetAction(parse =>
        {
            output.Out.WriteLine(parse.GetRequiredValue(shell) switch { "bash" => Bash, "zsh" => Zsh, _ => PowerShell });
            return ExitCode.Reachable;
        });
        return command;
    }
}
