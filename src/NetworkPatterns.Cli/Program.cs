using NetworkPatterns.Cli.Commands;

return CommandLine.Run(args, new CommandOutput(Console.Out, Console.Error, Console.IsOutputRedirected) { IsErrorRedirected = Console.IsErrorRedirected });
