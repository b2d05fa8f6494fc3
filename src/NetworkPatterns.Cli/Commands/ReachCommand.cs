using System.CommandLine;
using NetworkPatterns.Cli.Input;
using NetworkPatterns.Cli.Rendering;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Cli.Commands;

/// <summary><c>netpatterns reach</c>: can this reach that, with which packets, along which path; and if not, what blocks it.</summary>
internal sealed class ReachCommand
{
    private const string Description = """
        Answers whether one part of the network reaches another.

        Selectors: internet, a logical ID or construct path (Stack/Id where several templates have it), subnet:ID, sg:ID,
        vpc:ID, tier:NAME, tag:KEY=VALUE, cidr:RANGE (a range outside, such as on-premises).

        Examples:
          netpatterns reach cdk.out --from internet --to tier:web --protocol tcp --port 443
          netpatterns reach vpc.yaml app.yaml --from tier:app --to Database --port 3306 --format json
          netpatterns reach cdk.out --queries questions.json

        Exit codes: 0 reachable (and always with --queries), 1 not reachable, 2 bad input, 3 unknown.
        """;

    private readonly Argument<string[]> _paths = EstateArguments.Paths();
    private readonly Option<string?> _from = new("--from") { Description = "Who opens the conversation.", HelpName = "SEL" };
    private readonly Option<string?> _to = new("--to") { Description = "Who answers.", HelpName = "SEL" };
    private readonly Option<string?> _protocol = new("--protocol")
    {
        Description = "tcp, udp, icmp (echo) or any. Default: tcp with --port, otherwise any.",
        HelpName = "tcp|udp|icmp|any",
    };

    private readonly Option<string?> _port = new("--port") { Description = "Destination port, or a range of them; one that works is enough.", HelpName = "N|N-M" };
    private readonly Option<string?> _ipVersion = new("--ip-version") { Description = "4 or 6. Default: either.", HelpName = "4|6" };
    private readonly Option<string> _format = new("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
    private readonly Option<string?> _queries = new("--queries")
    {
        Description = "A JSON list of {\"from\", \"to\", \"protocol\", \"port\", \"ipVersion\"}; prints a JSON list of answers in the same order.",
        HelpName = "FILE",
    };

    private readonly EstateArguments _estate = new();

    private ReachCommand()
    {
        _format.AcceptOnlyFromAmong("text", "json");
    }

    public static Command Create(CommandOutput output)
    {
        var reach = new ReachCommand();
        var command = new Command("reach", Description)
        {
            reach._paths, reach._from, reach._to, reach._protocol, reach._port, reach._ipVersion,
            reach._format, reach._queries,
        };
        reach._estate.AddTo(command);
        command.SetAction(parse => reach.Run(parse, output));
        return command;
    }

    private int Run(ParseResult parse, CommandOutput output)
    {
        var problems = new ProblemList();
        var options = _estate.Read(parse, problems);
        var queries = parse.GetValue(_queries);
        var question = queries is null ? ReadQuestion(parse, problems) : null;
        if (queries is not null && (parse.GetValue(_from) ?? parse.GetValue(_to) ?? parse.GetValue(_protocol) ?? parse.GetValue(_port) ?? parse.GetValue(_ipVersion)) is not null)
        {
            problems.Add(DiagnosticCatalogue.ContradictoryArguments.At(
                "--queries", "a file of questions and a question of its own are given", "put every question into the file, or leave --queries out"));
        }

        EstateArguments.RefuseOptions(parse.GetRequiredValue(_paths), "reach", problems);
        var analysis = problems.IsEmpty ? Analysis.Load(parse.GetRequiredValue(_paths), options, problems) : null;
        if (analysis is null || !problems.IsEmpty)
        {
            return output.Fail(problems.ToSorted());
        }

        return queries is null
            ? AnswerOne(question!, analysis, parse.GetValue(_format) == "json", output)
            : AnswerAll(queries, analysis, output);
    }

    private static int AnswerOne(Question question, Analysis analysis, bool asJson, CommandOutput output)
    {
        var problems = new ProblemList();
        if (analysis.Ask(question, problems) is not { } answer)
        {
            return output.Fail(problems.ToSorted());
        }

        if (asJson)
        {
            AnswerJson.Write(output.Out, answer);
        }
        else
        {
            new AnswerText(output).Write(question, answer);
        }

        return answer.Verdict switch
        {
            Verdict.Reachable => ExitCode.Reachable,
            Verdict.NotReachable => ExitCode.NotReachable,
            _ => ExitCode.Unknown,
        };
    }

    private static int AnswerAll(string file, Analysis analysis, CommandOutput output)
    {
        var problems = new ProblemList();
        if (QuestionFile.Read(file, problems) is not { } questions)
        {
            return output.Fail(problems.ToSorted());
        }

        AnswerJson.WriteAll(output.Out, questions.Select(entry => entry.Question is null ? (null, entry.Error) : Ask(entry.Question)));
        return ExitCode.Reachable;

        (ReachabilityAnswer? Answer, string? Error) Ask(Question question)
        {
            var found = new ProblemList();
            var answer = analysis.Ask(question, found);
            return (answer, answer is null ? string.Join('\n', found.ToSorted()) : null);
        }
    }

    private Question? ReadQuestion(ParseResult parse, ProblemList problems)
    {
        var (from, to) = (parse.GetValue(_from), parse.GetValue(_to));
        foreach (var missing in new[] { (_from.Name, Value: from), (_to.Name, Value: to) }.Where(option => string.IsNullOrWhiteSpace(option.Value)))
        {
            problems.Add(DiagnosticCatalogue.MissingArgument.At(
                missing.Name, $"{missing.Name} is not given", "name both ends of the question, or give a file of questions with --queries"));
        }

        return from is null || to is null
            ? null
            : Question.Read(from, to, parse.GetValue(_protocol), parse.GetValue(_port), parse.GetValue(_ipVersion), "--", problems);
    }
}
