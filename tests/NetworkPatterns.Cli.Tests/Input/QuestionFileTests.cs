using NetworkPatterns.Cli.Input;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Cli.Tests.Input;

public sealed class QuestionFileTests
{
    [Fact]
    public void Parse_Entries_KeepTheirOrderAndTheirOwnErrors()
    {
        var entries = QuestionFile.Parse(
            """
            [
              {"from": "internet", "to": "tier:web", "protocol": "tcp", "port": 443, "ipVersion": 4},
              {"from": "internet"},
              7,
              {"from": "a", "to": "b", "port": "8000-8080"},
              {"from": "a", "to": "b", "protocol": "sctp"},
              {"from": "a", "to": "b", "protcol": "tcp"}
            ]
            """,
            "q.json",
            new ProblemList())!.Value;

        entries.Length.ShouldBe(6);
        entries[0].Question.ShouldBe(new Question("internet", "tier:web", QueryProtocol.Tcp, new PortRange(443, 443), IpVersion.V4));
        entries[1].Error.ShouldNotBeNull().ShouldContain("from and to");
        entries[2].Error.ShouldNotBeNull().ShouldContain("object");
        entries[3].Question!.Ports.ShouldBe(new PortRange(8000, 8080));
        entries[4].Error.ShouldNotBeNull().ShouldContain("NP2153");
        entries[5].Error.ShouldBe("a question has no 'protcol': its parts are from, to, protocol, port, ipVersion");
    }

    [Theory]
    [InlineData("{}", "q.json")]
    [InlineData("[1,", "q.json, line 1")]
    public void Parse_NotAList_IsAProblem(string text, string where)
    {
        var problems = new ProblemList();
        QuestionFile.Parse(text, "q.json", problems).ShouldBeNull();
        var problem = problems.ToSorted().ShouldHaveSingleItem();
        problem.Code.ShouldBe("NP2155");
        problem.Where.ShouldBe(where);
    }

    [Fact]
    public void Read_NoSuchFile_IsAProblem()
    {
        var problems = new ProblemList();
        QuestionFile.Read("no-such-file.json", problems).ShouldBeNull();
        problems.ToSorted().ShouldHaveSingleItem().Code.ShouldBe("NP2155");
    }
}
