using NetworkPatterns.TemplateRules.Rules.SecurityGroups;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

public sealed class TierChainTests
{
    [Fact]
    public void Problems_EachTierTakesTheOneBeforeOnly_FindsNothing() =>
        Problems(SecurityGroupCases.Chain).ShouldBeEmpty();

    [Theory]
    [InlineData("""Skip AWS::EC2::SecurityGroupIngress {"GroupId": "=Data.GroupId", "IpProtocol": "tcp", "FromPort": 3306, "ToPort": 3306, "SourceSecurityGroupId": "=Web.GroupId"}""")]
    [InlineData("""Skip AWS::EC2::SecurityGroupIngress {"GroupId": "=Data.GroupId", "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "SourceSecurityGroupId": "=App.GroupId"}""")]
    [InlineData("""Skip AWS::EC2::SecurityGroupIngress {"GroupId": "=Data.GroupId", "IpProtocol": "tcp", "FromPort": 3306, "ToPort": 3306, "CidrIp": "10.0.0.0/16"}""")]
    public void Problems_AnotherWayIn_IsNamed(string rule) =>
        Problems(SecurityGroupCases.Chain.With(rule)).Single().ShouldContain("not only App on 3306");

    [Fact]
    public void Problems_TierThatLetsNothingIn_IsNamed() =>
        Problems(SecurityGroupCases.Chain.Without("DataFromApp")).ShouldBe(["Data lets nothing in"]);

    [Fact]
    public void Problems_GroupThatIsNotThere_IsNamed() =>
        Problems(SecurityGroupCases.Chain.Without("App")).ShouldBe(["App is not a security group of the template"]);

    private static IEnumerable<string> Problems(Fragment fragment) =>
        TierChain.Problems(fragment.ToTemplate(), "Web", ("App", 8080), ("Data", 3306));
}
