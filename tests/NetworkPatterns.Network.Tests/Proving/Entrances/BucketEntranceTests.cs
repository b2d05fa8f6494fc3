using NetworkPatterns.Network.Checking;
using NetworkPatterns.Network.Proving;

namespace NetworkPatterns.Network.Tests.Proving.Entrances;

/// <summary>The single entrance of a bucket.</summary>
public sealed class BucketEntranceTests
{
    [Fact]
    public void Prove_ABucketOfItsDistribution_Holds() => Outcome(Doors.Files).ShouldBe(GuaranteeOutcome.Holds);

    // Who uploads the files is of the account, and does not come from the internet.
    [Fact]
    public void Prove_WithAPrincipalOfTheAccount_Holds() =>
        Outcome(Doors.Files.But("        Statement:\n", "        Statement:\n          - { Effect: Allow, Principal: { AWS: 'arn:aws:iam::111122223333:role/deploy' }, Action: s3:PutObject, Resource: '*' }\n")).ShouldBe(GuaranteeOutcome.Holds);

    [Theory]
    [InlineData("BlockPublicPolicy: true", "BlockPublicPolicy: false", "Bucket")]
    [InlineData("Principal: { Service: cloudfront.amazonaws.com }", "Principal: '*'", null)]
    [InlineData("'AWS:SourceArn': !Sub 'arn:aws:cloudfront::${AWS::AccountId}:distribution/${Door}'", "'AWS:SourceAccount': '111122223333'", "Policy")]
    [InlineData("distribution/${Door}", "distribution/*", "Policy")]
    [InlineData("StringEquals: {", "StringNotEquals: {", "Policy")]
    [InlineData("Effect: Allow", "Effect: Deny", "Policy")]
    [InlineData("Action: s3:GetObject", "Action: s3:PutObject", "Policy")]
    [InlineData("SigningBehavior: always", "SigningBehavior: no-override", "Access")]
    [InlineData("OriginAccessControlId: !GetAtt Access.Id, ", "", "Door")]
    [InlineData("DomainName: !GetAtt Bucket.RegionalDomainName", "DomainName: !GetAtt EdgeAcl.Id", "Door")]
    [InlineData("WebACLId: !GetAtt EdgeAcl.Arn", "WebACLId: ''", "Door")]
    public void Prove_Changed_FailsThere(string text, string instead, string? names)
    {
        var result = Doors.Prove(Doors.Files.But(text, instead));

        result.Outcome.ShouldBe(names is null ? GuaranteeOutcome.Undecided : GuaranteeOutcome.Fails, string.Join('\n', EvidenceText.Lines(result)));
        EvidenceText.Components(result).Select(id => id.LogicalId).ShouldContain(names ?? "Policy", string.Join('\n', EvidenceText.Lines(result)));
    }

    [Theory]
    [InlineData("BlockPublicPolicy: true", "BlockPublicPolicy: !Ref Flag")]
    [InlineData("Bucket: !Ref Bucket", "Bucket: !Ref Flag")]
    [InlineData("Effect: Allow", "Effect: !Ref Flag")]
    [InlineData("distribution/${Door}'", "distribution/${Flag}'")]
    public void Prove_WithSomethingUnknown_DoesNotHold(string text, string instead) =>
        Outcome(Doors.Files.But(text, instead)).ShouldNotBe(GuaranteeOutcome.Holds);

    private static GuaranteeOutcome Outcome(string template) => Doors.Prove(template).Outcome;
}
