using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.TemplateRules.Reading;
using CdkVpcConstruct = Amazon.CDK.AWS.EC2.Vpc;

namespace NetworkPatterns.Constructs.Tests.Vpc;

/// <summary>CDK's own <c>Vpc</c> becomes a three-tier one in place.</summary>
[Collection(CdkCollection.Name)]
public sealed class AdoptionTests
{
    private static readonly string[] Zones = ["eu-west-1a", "eu-west-1b"];

    private static readonly ThreeTierVpcProps Adopting = new()
    {
        CidrBlock = "10.0.0.0/16",
        Zones = ["eu-west-1a", "eu-west-1b"],
        Adopt = new CdkVpc
        {
            Path = "Main",
            Zones = [.. Zones],
            Groups = [new("Public") { Tier = "web" }, new("Private", 20) { Tier = "app" }, new("Isolated", 24) { Tier = "data" }],
        }.ToLayout(),
    };

    [Fact]
    public void Adopt_CdksOwnVpc_ReplacesAndDeletesNothing()
    {
        var old = Synthesized.NewStack(Synthesized.NewApp());
        _ = new CdkVpcConstruct(old, "Main", new VpcProps
        {
            IpAddresses = IpAddresses.Cidr("10.0.0.0/16"),
            AvailabilityZones = Zones,
            RestrictDefaultSecurityGroup = false,
            SubnetConfiguration =
            [
                new SubnetConfiguration { Name = "Public", SubnetType = SubnetType.PUBLIC },
                new SubnetConfiguration { Name = "Private", SubnetType = SubnetType.PRIVATE_WITH_EGRESS, CidrMask = 20 },
                new SubnetConfiguration { Name = "Isolated", SubnetType = SubnetType.PRIVATE_ISOLATED, CidrMask = 24 },
            ],
        });
        var now = Synthesized.NewStack(Synthesized.NewApp());
        _ = new ThreeTierVpc(now, "Network", Adopting);

        var before = old.UncheckedTemplate();
        TemplateChecks.Replacement.ThrowIfFailed(Parse(before), Parse(now.Template()));
        before.Resources().Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Adopt_AnotherZone_IsPinnedBesideTheOthers()
    {
        var plan = new ThreeTierVpcProps
        {
            CidrBlock = Adopting.CidrBlock,
            Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
            Adopt = Adopting.Adopt,
            Pins = [new("web", "eu-west-1c", "10.0.48.0/22"), new("app", "eu-west-1c", "10.0.52.0/22"), new("data", "eu-west-1c", "10.0.56.0/24")],
        };
        var (before, after) = (Adopting.Plain(), plan.Plain());
        TemplateChecks.Replacement.ThrowIfFailed(Parse(before), Parse(after));
        after.Properties("WebSubnetC")["CidrBlock"]!.GetValue<string>().ShouldBe("10.0.48.0/22");
    }

    [Fact]
    public void Adopt_AnotherBlock_IsAMistake() => Should.Throw<Core.Diagnostics.PlanException>(() =>
            new ThreeTierVpcProps { CidrBlock = "10.1.0.0/16", Zones = Adopting.Zones, Adopt = Adopting.Adopt }.Plan())
        .Problems.ShouldContain(problem => problem.Code == "NP1208" && problem.Where == "Dev/Network: ThreeTierVpcProps.CidrBlock");

    private static Template Parse(JsonObject template) => Template.Parse("Dev", template.ToJsonString());
}
