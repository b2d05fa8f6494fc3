using NetworkPatterns.Cli.Input;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Cli.Tests.Input;

public sealed class QuestionTests
{
    [Theory]
    [InlineData(null, null, QueryProtocol.Any)]
    [InlineData(null, "443", QueryProtocol.Tcp)]
    [InlineData("tcp", null, QueryProtocol.Tcp)]
    [InlineData("udp", "53", QueryProtocol.Udp)]
    [InlineData("icmp", null, QueryProtocol.Icmp)]
    [InlineData("any", null, QueryProtocol.Any)]
    public void Read_Protocol_IsTcpWithAPortAndAnyWithout(string? protocol, string? port, QueryProtocol expected) =>
        Read(protocol, port).Question!.Protocol.ShouldBe(expected);

    [Theory]
    [InlineData("443", 443, 443)]
    [InlineData("8000-8080", 8000, 8080)]
    [InlineData("0", 0, 0)]
    [InlineData("65535", 65535, 65535)]
    public void Read_Ports_AreOneOrARange(string text, int first, int last) =>
        Read("tcp", text).Question!.Ports.ShouldBe(new PortRange(first, last));

    [Theory]
    [InlineData("https")]
    [InlineData("65536")]
    [InlineData("-1")]
    [InlineData("9-8")]
    [InlineData("1-2-3")]
    [InlineData("")]
    public void Read_NotAPort_IsAProblem(string text) => Read("tcp", text).ShouldBe((null, ["NP2154 at --port"]), Comparer);

    [Theory]
    [InlineData("icmp")]
    [InlineData("any")]
    public void Read_PortOfAProtocolWithoutPorts_IsAProblem(string protocol) =>
        Read(protocol, "443").ShouldBe((null, ["NP2151 at --port"]), Comparer);

    [Fact]
    public void Read_UnknownChoices_AreReportedTogether() =>
        Read("sctp", "x", "5").ShouldBe((null, ["NP2153 at --ip-version", "NP2153 at --protocol", "NP2154 at --port"]), Comparer);

    [Theory]
    [InlineData("4", IpVersion.V4)]
    [InlineData("6", IpVersion.V6)]
    public void Read_IpVersion_IsFourOrSix(string text, IpVersion expected) => Read("tcp", "443", text).Question!.IpVersion.ShouldBe(expected);

    private static IEqualityComparer<(Question?, string[])> Comparer { get; } = EqualityComparer<(Question? Question, string[] Problems)>.Create(
        (one, other) => one.Question == other.Question && one.Problems.SequenceEqual(other.Problems));

    private static (Question? Question, string[] Problems) Read(string? protocol, string? port, string? ipVersion = null)
    {
        var problems = new ProblemList();
        var question = Question.Read("internet", "tier:web", protocol, port, ipVersion, "--", problems);
        return (question, [.. problems.ToSorted().Select(problem => $"{problem.Code} at {problem.Where}")]);
    }
}
