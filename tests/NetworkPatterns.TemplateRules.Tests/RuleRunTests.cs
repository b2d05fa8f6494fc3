using NetworkPatterns.TemplateRules.Rules.Internet;
using NetworkPatterns.TemplateRules.Rules.WholeTemplate;

namespace NetworkPatterns.TemplateRules.Tests;

public sealed class RuleRunTests
{
    private static readonly Fragment Open = Fragment.Of(
        """Web AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0"}]}""");

    private static readonly Fragment Closed = Fragment.Of(
        """App AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "10.0.0.0/16"}]}""");

    [Fact]
    public void Over_BrokenRule_FailsAndReportsPlaceAndReason()
    {
        var run = RuleRun.Over([Open, Closed], [new ClosedIngressRule()]);

        run.Passed.ShouldBeFalse();
        Should.Throw<RuleRunException>(run.ThrowIfFailed).Message.ShouldBe(
            """
            E62: A security group lets nothing in from everywhere, and names addresses as literals where they are known.
              Stack/Web: lets everyone in (tcp 443-443)
            """, StringCompareShould.IgnoreLineEndings);
    }

    [Fact]
    public void Over_RuleThatExaminesNothingInAnyTemplate_Fails()
    {
        var run = RuleRun.Over([Open, Closed], [new Nat64Rule()]);

        run.Unexamined.Select(rule => rule.Id).ShouldBe(["N22"]);
        Should.Throw<RuleRunException>(run.ThrowIfFailed).Message.ShouldContain("examined no resource of any template");
    }

    [Fact]
    public void Over_RuleThatExaminesSomethingInOneTemplate_Passes() =>
        RuleRun.Over([Closed, Fragment.Of("Vpc AWS::EC2::VPC")], [new ClosedIngressRule()]).ThrowIfFailed();

    [Fact]
    public void Over_ExceptionForThePlace_PassesAndCountsTheExceptionAsUsed()
    {
        var exceptions = RuleExceptions.Parse("# tiers that face the internet\nE62 | */Web | takes the internet's traffic\n");

        RuleRun.Over([Open], [new ClosedIngressRule()], exceptions).ThrowIfFailed();
    }

    [Theory]
    [InlineData("E62 | */App | not here")]
    [InlineData("N19 | */Web | another rule")]
    public void Over_ExceptionThatExcusesNothing_Fails(string line)
    {
        var run = RuleRun.Over([Open], [new ClosedIngressRule()], RuleExceptions.Parse(line));

        run.UnusedExceptions.Length.ShouldBe(1);
        run.Results.Single().Violations.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("E62 | */Web")]
    [InlineData("E62 | */Web | ")]
    [InlineData("E62")]
    public void Parse_LineWithoutAReason_Throws(string line) =>
        Should.Throw<FormatException>(() => RuleExceptions.Parse(line));
}
