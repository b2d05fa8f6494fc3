using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Templates.Rules;

namespace NetworkPatterns.Templates.Tests.Rules;

public sealed class RuleFileTests
{
    [Fact]
    public void Read_EveryKindAndSuppressions_GivesGuaranteesWithTheirPlaces()
    {
        var file = Read(
            """
            version: 1
            rules:
              - { id: web, reason: the shop, kind: can-reach, from: internet, to: "tier:web", traffic: [tcp 443, { protocol: udp, ports: 1024-65535 }, icmp] }
              - kind: reaches-at-most
                from: tier:Dev/Network/web
                to: Dev/App/Server
                traffic: tcp
              - { kind: never-reaches, from: any, to: "sg:Database" }
              - { kind: only-through, from: "cidr:10.0.0.0/8", to: "tag:role=web", through: "type:AWS::EC2::NatGateway" }
              - { kind: single-entrance, to: Dev/Api, through: Dev/Door }
            suppressions:
              - { rule: web, reason: migration, expires: 2030-12-31 }
            """,
            out var problems);

        problems.ShouldBeEmpty();
        file!.Rules.Select(rule => rule.Guarantee).ShouldBe(
        [
            new CanReach(Party.Internet, Party.Tier("web"), [Traffic.Tcp(443), Traffic.Udp(1024, 65535), Traffic.Icmp]),
            new ReachesAtMost(Party.Tier("Dev/Network", "web"), Party.Resource("Dev/App/Server"), [Traffic.Tcp(0, 65535)]),
            new NeverReaches(Party.Any, Party.SecurityGroup("Database")),
            new OnlyThrough(Party.Range(Core.Addressing.Cidr.Parse("10.0.0.0/8")), Party.Tagged("role", "web"), Party.OfType("AWS::EC2::NatGateway")),
            new SingleEntrance(Party.Resource("Dev/Api"), Party.Resource("Dev/Door")),
        ]);
        file.Rules[0].ShouldSatisfyAllConditions(rule => rule.Id.ShouldBe("web"), rule => rule.Reason.ShouldBe("the shop"), rule => rule.Line.ShouldBe(3));
        file.Rules[1].ShouldSatisfyAllConditions(rule => rule.Id.ShouldBe("tier:Dev/Network/web reaches resource:Dev/App/Server at most on tcp"), rule => rule.Line.ShouldBe(4));
        file.Suppressions.ShouldHaveSingleItem().ShouldBe(new Suppression("web", "migration", new DateOnly(2030, 12, 31), 12, 5));
    }

    [Theory]
    [InlineData("version: 2", "NP2301 rules.yaml, line 1, column 10: the file has no version that is known (1)")]
    [InlineData("rules: []", "NP2301 rules.yaml, line 1, column 1: the file has no version that is known (1)")]
    [InlineData("version: 1\nrule: []", "NP2301 rules.yaml, line 2, column 1: 'rule' is not known here")]
    [InlineData("version: 1\nrules: 5", "NP2301 rules.yaml, line 2, column 8: 'rules' is not a list")]
    [InlineData("version: 1\nrules: [5]", "NP2301 rules.yaml, line 2, column 9: this is not a mapping of names to values")]
    [InlineData("version: 1\nrules:\n  - { kind: maybe, from: any, to: X }", "NP2301 rules.yaml, line 3, column 13: 'maybe' is not a kind")]
    [InlineData("version: 1\nrules:\n  - { kind: never-reaches, from: any }", "NP2301 rules.yaml, line 3, column 5: 'to' is missing or not text")]
    [InlineData("version: 1\nrules:\n  - { kind: never-reaches, from: any, to: \"web:X\" }", "NP2301 rules.yaml, line 3, column 43: 'web:X' is not a selector")]
    [InlineData("version: 1\nrules:\n  - { kind: can-reach, from: any, to: X }", "NP2301 rules.yaml, line 3, column 5: the rule does not say which traffic")]
    [InlineData("version: 1\nrules:\n  - { kind: can-reach, from: any, to: X, traffic: [tcp 70000] }", "NP2301 rules.yaml, line 3, column 51: an entry is not traffic")]
    [InlineData("version: 1\nrules:\n  - { kind: never-reaches, from: any, to: X, traffic: tcp 22 }", "NP2301 rules.yaml, line 3, column 55: a rule of kind never-reaches has no 'traffic'")]
    [InlineData("version: 1\nrules:\n  - { kind: never-reaches, from: any, to: X, to: Y }", "NP2301 rules.yaml, line 3, column 46: 'to' stands twice")]
    [InlineData("version: 1\nrules:\n  - { id: a, kind: never-reaches, from: any, to: X }\n  - { id: a, kind: never-reaches, from: any, to: Y }", "NP2302 rules.yaml, line 4, column 5: two rules have the id 'a'")]
    [InlineData("version: 1\nsuppressions:\n  - { rule: a, expires: 2030-01-01 }", "NP2301 rules.yaml, line 3, column 5: 'reason' is missing or not text")]
    [InlineData("version: 1\nsuppressions:\n  - { rule: a, reason: b, expires: tomorrow }", "NP2301 rules.yaml, line 3, column 36: 'tomorrow' is not a date")]
    [InlineData("version: 1\nrules:\n  - { kind: single-entrance, from: any, to: X, through: Y }", "NP2301 rules.yaml, line 3, column 36: a rule of kind single-entrance is about the internet")]
    [InlineData("", "NP2300 rules.yaml, line 1, column 1: the file holds nothing")]
    public void Read_WhatIsNotOfTheSchema_IsAProblemAtItsPlace(string yaml, string expected)
    {
        Read(yaml, out var problems).ShouldBeNull();

        problems.ShouldContain(expected);
    }

    [Fact]
    public void Read_BrokenYaml_IsAProblemWithItsLine()
    {
        Read("version: 1\nrules: [unclosed", out var problems).ShouldBeNull();

        problems.ShouldHaveSingleItem().ShouldStartWith("NP2300 rules.yaml, line ");
    }

    private static RuleFile? Read(string yaml, out IReadOnlyList<string> problems)
    {
        var found = new ProblemList();
        var file = RuleFile.Read("rules.yaml", yaml, found);
        problems = [.. found.ToSorted().Select(problem => $"{problem.Code} {problem.Where}: {problem.What}")];
        return file;
    }
}
