using NetworkPatterns.Network.Findings;
using NetworkPatterns.Network.Tests.Proving.Entrances;

namespace NetworkPatterns.Network.Tests.Findings;

/// <summary>NP3030: an API that answers its distribution, and others too.</summary>
public sealed class EntranceFindingTests
{
    [Fact]
    public void EntranceAround_OfAnOpenStage_NamesTheWay()
    {
        var finding = Find(Doors.HeaderGate.Without("Association")).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(FindingSeverity.Error);
        finding.Component.Id.LogicalId.ShouldBe("Api");
        finding.Related.Select(component => component.Id.LogicalId).ShouldBe(["Domain", "Mapping", "Stage"]);
        finding.Detail.ShouldContain("no lock stands on this way");
    }

    [Fact]
    public void EntranceAround_OfTheGeneratedName_IsFound() =>
        Find(Doors.OriginMtls.But("DisableExecuteApiEndpoint: true", "DisableExecuteApiEndpoint: false")).ShouldHaveSingleItem().Detail.ShouldContain("the name that API Gateway generates");

    [Fact]
    public void EntranceAround_OfALockedApi_IsNone() => Find(Doors.HeaderGate).ShouldBeEmpty();

    // Nobody says that an API without a distribution is to have one.
    [Fact]
    public void EntranceAround_WithoutADistributionThatLeadsThere_IsNone() =>
        Find(Doors.HeaderGate.Without("Association").But("DomainName: origin.example.com, OriginCustomHeaders", "DomainName: elsewhere.example.com, OriginCustomHeaders")).ShouldBeEmpty();

    [Fact]
    public void EntranceAround_WhereALockIsUnknown_IsNone() => Find(Doors.HeaderGate.But("WebACLArn: !GetAtt Gate.Arn", "WebACLArn: !Ref Acl")).ShouldBeEmpty();

    private static IReadOnlyList<Finding> Find(string template) =>
        [.. NetworkFindings.Of(Reading.Templates.Estate(template)).Where(finding => finding.Diagnostic.Code == "NP3030")];
}
