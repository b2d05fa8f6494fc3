using NetworkPatterns.Network.Proving;
using static NetworkPatterns.Network.Tests.Proving.Entrances.EntranceProof;

namespace NetworkPatterns.Network.Tests.Proving.Entrances;

/// <summary>The single entrance of a load balancer, on the internet and inside its VPC.</summary>
public sealed class LoadBalancerEntranceTests
{
    private const string Everybody = "{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }";
    private const string CloudFront = "{ IpProtocol: tcp, FromPort: 443, ToPort: 443, SourcePrefixListId: pl-4fa04526 }";

    [Fact]
    public void Prove_ALockedLoadBalancer_Holds() => Outcome(Doors.Balancer).ShouldBe(GuaranteeOutcome.Holds);

    [Fact]
    public void Prove_AVpcOrigin_Holds() => Outcome(Doors.VpcOrigin).ShouldBe(GuaranteeOutcome.Holds);

    [Theory]
    [InlineData("DefaultActions: [{ Type: fixed-response }]", "DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Targets }]", "Listener")]
    [InlineData("Conditions: [{ Field: http-header, HttpHeaderConfig: { HttpHeaderName: X-Origin-Verify, Values: [", "Conditions: [{ Field: http-header, HttpHeaderConfig: { HttpHeaderName: X-Origin-Verify, Values: ['*', ", "Rule")]
    [InlineData("Values: [", "Values: [open-sesame, ", "Rule")]
    [InlineData("Field: http-header, HttpHeaderConfig", "Field: path-pattern, PathPatternConfig: { Values: ['/*'] }, Ignored", "Rule")]
    [InlineData(CloudFront, Everybody, "Group")]
    [InlineData("HeaderName: x-origin-verify", "HeaderName: x-origin", "Door")]
    [InlineData("DomainName: !GetAtt Balancer.DNSName", "DomainName: !GetAtt EdgeAcl.Id", "Door")]
    [InlineData("WebACLId: !GetAtt EdgeAcl.Arn", "WebACLId: ''", "Door")]
    public void Prove_ALockedLoadBalancer_Changed_FailsThere(string text, string instead, string names) => Fails(Doors.Balancer.But(text, instead), names);

    [Theory]
    [InlineData("Scheme: internal", "Scheme: internet-facing", "Listener")]
    [InlineData(CloudFront, Everybody, "Group")]
    [InlineData(", VpcOriginConfig: { VpcOriginId: vo_1 }", "", "Door")]
    [InlineData("WebACLId: !GetAtt EdgeAcl.Arn", "WebACLId: ''", "Door")]
    public void Prove_AVpcOrigin_Changed_FailsThere(string text, string instead, string names) => Fails(Doors.VpcOrigin.But(text, instead), names);

    [Theory]
    [InlineData("Scheme: internet-facing", "Scheme: !Ref Flag")]
    [InlineData("ListenerArn: !Ref Listener", "ListenerArn: !Ref Flag")]
    [InlineData("Values: [", "Values: [!Ref Flag, ")]
    [InlineData(CloudFront, "{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Ref Flag }")]
    public void Prove_WithSomethingUnknown_IsUndecided(string text, string instead) => Outcome(Doors.Balancer.But(text, instead)).ShouldBe(GuaranteeOutcome.Undecided);

    private static GuaranteeOutcome Outcome(string template) => Doors.Prove(template).Outcome;
}
