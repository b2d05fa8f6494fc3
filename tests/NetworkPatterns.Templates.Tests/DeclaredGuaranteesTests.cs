using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Templates.Tests;

public sealed class DeclaredGuaranteesTests
{
    private const string Template =
        """
        Resources:
          Vpc:
            Type: AWS::EC2::VPC
            Metadata:
              NetworkPatterns::Guarantees:
                version: 1
                network: Dev/Network
                guarantees:
                  - { kind: never-reaches, from: internet, to: "tier:data" }
                  - { kind: never-reaches, from: internet, to: "tier:ghost" }
          Subnet:
            Type: AWS::EC2::Subnet
            Metadata: { NetworkPatterns::Tiers: [{ network: Dev/Network, tier: data }] }
          Tagged:
            Type: AWS::EC2::Subnet
            Properties: { Tags: [{ Key: Name, Value: x }, { Key: "networkpatterns:tier", Value: !Sub "${AWS::Region}-data" }] }
          Mapped:
            Type: AWS::SSM::Parameter
            Properties: { Tags: { "networkpatterns:tier": web } }
        """;

    [Fact]
    public void Read_MetadataAndTags_GivesSetsAndMembers()
    {
        var estate = Given.Yaml(Template);

        var declared = DeclaredGuarantees.Read(estate);

        declared.Sets.ShouldHaveSingleItem().Resource!.LogicalId.ShouldBe("Vpc");
        declared.Sets[0].Set.Guarantees[0].ShouldBe(new NeverReaches(Party.Internet, Party.Tier("data")));
        declared.Members(new TierMember("Dev/Network", "data")).ShouldHaveSingleItem().LogicalId.ShouldBe("Subnet");
        declared.Members("data").ShouldHaveSingleItem().LogicalId.ShouldBe("Subnet");
        declared.Members("Dev/Network/data").ShouldHaveSingleItem().LogicalId.ShouldBe("Subnet");
        declared.Members("eu-west-1-data").ShouldHaveSingleItem().LogicalId.ShouldBe("Tagged");
        declared.Members("web").ShouldHaveSingleItem().LogicalId.ShouldBe("Mapped");
    }

    [Fact]
    public void Read_AGuaranteeAboutATierWithoutMembers_IsAProblem()
    {
        var problem = DeclaredGuarantees.Read(Given.Yaml(Template)).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe("NP2202");
        problem.Where.ShouldBe("Dev/Vpc");
    }

    [Theory]
    [InlineData("NetworkPatterns::Guarantees: 5")]
    [InlineData("NetworkPatterns::Tiers: 5")]
    [InlineData("NetworkPatterns::Guarantees: { version: 1, network: N, guarantees: [{ kind: maybe }] }")]
    public void Read_MetadataThatIsNotOfTheSchema_IsAProblem(string metadata) =>
        DeclaredGuarantees.Read(Given.Yaml($"Resources: {{ Vpc: {{ Type: AWS::EC2::VPC, Metadata: {{ {metadata} }} }} }}"))
            .Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2201");

    [Fact]
    public void Read_ATierTagWithAnUnknownValue_IsAProblem() =>
        DeclaredGuarantees.Read(Given.Yaml(
                """
                Parameters: { Tier: { Type: String } }
                Resources: { S: { Type: AWS::EC2::Subnet, Properties: { Tags: [{ Key: "networkpatterns:tier", Value: !Ref Tier }] } } }
                """))
            .Problems.ShouldHaveSingleItem().What.ShouldContain("parameter Dev/Tier has no value");
}
