using NetworkPatterns.Cli.Commands;

return CommandLine.Run(args, Console.Out, Console.Error, Console.IsOutputRedirected);
