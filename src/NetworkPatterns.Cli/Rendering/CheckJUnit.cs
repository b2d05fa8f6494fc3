using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using NetworkPatterns.Network.Checking;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>A check as a JUnit report: a test suite for each network and rule file, a test case for each guarantee.</summary>
/// <remarks>
/// What fails or has an expired suppression is a failure, what is undecided an error, what is suppressed skipped.
/// </remarks>
internal static class CheckJUnit
{
    public static void Write(TextWriter output, CheckReport report)
    {
        var suites = report.Guarantees.GroupBy(Suite, StringComparer.Ordinal).Select(suite => Element(suite.Key, [.. suite])).ToList();
        if (!report.NotModelled.IsEmpty)
        {
            suites.Add(new XElement(
                "testsuite",
                Counts("access scopes", report.NotModelled.Length, 0, report.NotModelled.Length, 0),
                report.NotModelled.Select(problem => Case("access scopes", problem.Where, new XElement("error", new XAttribute("type", problem.Code), new XAttribute("message", Clean(problem.What)))))));
        }

        var document = new XDocument(new XElement(
            "testsuites",
            Counts("netpatterns check", suites.Sum(suite => Number(suite, "tests")), suites.Sum(suite => Number(suite, "failures")), suites.Sum(suite => Number(suite, "errors")), suites.Sum(suite => Number(suite, "skipped"))),
            suites));

        // The declaration would otherwise name the encoding of a text in memory.
        output.WriteLine("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        output.WriteLine(document.Root!.ToString());
    }

    private static string Suite(CheckedGuarantee item) => item.Result.Network.Length == 0 ? item.Place.File : item.Result.Network;

    private static XElement Element(string name, List<CheckedGuarantee> items) => new(
        "testsuite",
        Counts(name, items.Count, Of(items, CheckStatus.Fails) + Of(items, CheckStatus.Expired), Of(items, CheckStatus.Undecided), Of(items, CheckStatus.Suppressed)),
        items.Select(item => Case(name, CheckWords.Title(item), Outcome(item))));

    private static XElement Case(string suite, string name, XElement? outcome) =>
        new("testcase", new XAttribute("classname", Clean(suite)), new XAttribute("name", Clean(name)), outcome);

    private static XElement? Outcome(CheckedGuarantee item)
    {
        var element = item.Status switch { CheckStatus.Holds => null, CheckStatus.Undecided => "error", CheckStatus.Suppressed => "skipped", _ => "failure" };
        if (element is null)
        {
            return null;
        }

        var lines = CheckWords.Notes(item).Concat(EvidenceText.Lines(item.Result)).Prepend($"declared: {item.Place}").ToList();
        var message = new XAttribute("message", Clean(CheckWords.Notes(item).Append(item.Result.Detail).First(text => text.Length > 0)));
        return element == "skipped"
            ? new XElement(element, message)
            : new XElement(element, new XAttribute("type", CheckWords.Code(item)!.Code), message, Clean(string.Join('\n', lines)));
    }

    private static object[] Counts(string name, int tests, int failures, int errors, int skipped) =>
    [
        new XAttribute("name", Clean(name)), new XAttribute("tests", tests), new XAttribute("failures", failures),
        new XAttribute("errors", errors), new XAttribute("skipped", skipped),
    ];

    private static int Of(List<CheckedGuarantee> items, CheckStatus status) => items.Count(item => item.Status == status);

    private static int Number(XElement element, string name) => int.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    // XML has no place for control characters, not even escaped.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            clean.Append(XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter) ? letter : '\uFFFD');
        }

        return clean.ToString();
    }
}
