using System.CommandLine;
using NetworkPatterns.Network.Survey;

namespace NetworkPatterns.Cli.Commands;

/// <summary>The option <c>--by</c>: whose reachability is looked at.</summary>
internal static class Groupings
{
    public static Option<string> Option()
    {
        var option = new Option<string>("--by")
        {
            Description = "tier, segment (of a Transit Gateway), vpc, or interface. Default: tier; what is in no tier stands for itself.",
            DefaultValueFactory = _ => "tier",
        };
        option.AcceptOnlyFromAmong("tier", "segment", "vpc", "interface");
        return option;
    }

    public static SurveyGrouping Parse(string text) => Enum.Parse<SurveyGrouping>(text, ignoreCase: true);
}
