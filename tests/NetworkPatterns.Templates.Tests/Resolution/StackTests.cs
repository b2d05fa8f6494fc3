using NetworkPatterns.Templates.Sources;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Tests.Resolution;

public sealed class StackTests
{
    private const string Exporter =
        """
        Resources:
          Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
          A: { Type: AWS::EC2::Subnet }
          B: { Type: AWS::EC2::Subnet }
        Outputs:
          Vpc: { Value: !Ref Vpc, Export: { Name: !Sub "${AWS::StackName}-vpc" } }
          Subnets: { Value: !Join [",", [!Ref A, !Ref B]], Export: { Name: net-subnets } }
        """;

    private const string Importer =
        """
        Parameters: { Net: { Type: String, Default: net } }
        Resources:
          Group: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !ImportValue { "Fn::Sub": "${Net}-vpc" } } }
          Function:
            Type: AWS::Lambda::Function
            Properties: { VpcConfig: { SubnetIds: !Split [",", !ImportValue net-subnets] } }
        """;

    [Fact]
    public void ImportValue_OfAnotherTemplate_IsItsResource()
    {
        var estate = Given.Files(("net.yaml", Exporter), ("app.yaml", Importer));

        estate.Warnings.ShouldBeEmpty();
        estate.Find("app", "Group")!.Reference("VpcId").Value.Identity.ShouldBe("net/Vpc");
        estate.Find("app", "Function")!.Map("VpcConfig").Value.List("SubnetIds").Value
            .Select(subnet => subnet.Identity).ShouldBe(["net/A", "net/B"]);
    }

    [Fact]
    public void ImportValue_ThatNothingExports_IsUnknownAndWarned()
    {
        var estate = Given.Files(("app.yaml", Importer));

        estate.Warnings.Select(warning => warning.Code).ShouldBe(["NP2008", "NP2008"]);
        estate.Find("app", "Group")!.Reference("VpcId").Unknown!.Key.ShouldBe("import:net-vpc");
    }

    [Fact]
    public void ImportValue_ThatIsAssumed_IsTheAssumption() =>
        Given.Files(
                new EstateOptions { Assumptions = new Dictionary<string, string> { ["import:net-vpc"] = "vpc-1" }.ToImmutable() },
                ("app.yaml", Importer))
            .Find("app", "Group")!.Text("VpcId").Value.ShouldBe("vpc-1");

    [Fact]
    public void ImportValue_OfAnotherRegion_IsNotSeen()
    {
        var estate = Estate.Read([
            TemplateSource.FromText("net.yaml", Exporter) with { Region = "us-east-1" },
            TemplateSource.FromText("app.yaml", Importer) with { Region = "eu-west-1" },
        ]);

        estate.Find("app", "Group")!.Reference("VpcId").Unknown!.Reason.ShouldContain("not seen from another account or Region");
    }

    [Fact]
    public void ImportValue_OfTheSameNameInTwoRegions_IsTheOneOfItsOwn()
    {
        var estate = Estate.Read([
            TemplateSource.FromText("net.yaml", Exporter) with { Region = "us-east-1" },
            TemplateSource.FromText("net.yaml", Exporter) with { Region = "eu-west-1" },
            TemplateSource.FromText("app.yaml", Importer) with { Region = "eu-west-1" },
        ]);

        estate.Problems.ShouldBeEmpty();
        estate.Find("app", "Group")!.Reference("VpcId").Value.Resource.Stack.Region.ShouldBe("eu-west-1");
    }

    [Fact]
    public void Read_TwoExportsOfOneName_IsWarnedAndUnknown()
    {
        const string Template = """{ "Resources": {}, "Outputs": { "O": { "Value": "v", "Export": { "Name": "e" } } } }""";
        var estate = Given.Files(
            ("A.json", Template),
            ("B.json", Template),
            ("C.json", """{ "Resources": { "It": { "Type": "Test::It", "Properties": { "Value": { "Fn::ImportValue": "e" } } } } }"""));

        estate.Warnings.ShouldHaveSingleItem().Code.ShouldBe("NP2009");
        estate.Find("C", "It")!.Text("Value").Unknown!.Reason.ShouldContain("A and B");
    }

    private const string Parent =
        """
        Resources:
          A: { Type: AWS::EC2::Subnet }
          B: { Type: AWS::EC2::Subnet }
          Network:
            Type: AWS::CloudFormation::Stack
            Properties:
              TemplateURL: !Sub "https://${Bucket}.s3.amazonaws.com/templates/network.yaml?versionId=1"
              Parameters: { Range: 10.4.0.0/16, Subnets: !Join [",", [!Ref A, !Ref B]] }
          Group:
            Type: AWS::EC2::SecurityGroup
            Properties: { VpcId: !GetAtt Network.Outputs.VpcId }
        Parameters: { Bucket: { Type: String } }
        """;

    private const string Child =
        """
        Parameters:
          Range: { Type: String, Default: 10.0.0.0/16 }
          Subnets: { Type: "List<AWS::EC2::Subnet::Id>" }
        Resources:
          Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref Range, Subnets: !Ref Subnets, Name: !Ref "AWS::StackName" } }
        Outputs:
          VpcId: { Value: !Ref Vpc }
        """;

    [Fact]
    public void NestedStack_OfAGivenFile_TakesParametersAndGivesOutputs()
    {
        var estate = Given.Files(("root.yaml", Parent), ("network.yaml", Child));

        estate.Problems.ShouldBeEmpty();
        estate.Stacks.Select(stack => stack.Name).ShouldBe(["root", "root/Network"]);
        var vpc = estate.OfType("AWS::EC2::VPC").ShouldHaveSingleItem();
        vpc.ToString().ShouldBe("root/Network/Vpc");
        vpc.Text("CidrBlock").Value.ShouldBe("10.4.0.0/16");
        vpc.List("Subnets").Value.Select(subnet => subnet.Identity).ShouldBe(["root/A", "root/B"]);
        estate.Find("root", "Group")!.Reference("VpcId").Value.Resource.ShouldBe(vpc);
        estate.Find("root/Network", "Vpc").ShouldBe(vpc);
    }

    [Fact]
    public void NestedStack_WithoutItsTemplate_IsUnknownAndWarned()
    {
        var estate = Given.Files(("root.yaml", Parent));

        estate.Warnings.ShouldHaveSingleItem().Code.ShouldBe("NP2010");
        estate.Find("root", "Group")!.Reference("VpcId").Unknown!.Reason.ShouldContain("nested stack root/Network");
    }

    [Fact]
    public void NestedStack_TwiceOfOneTemplate_IsTwoStacks()
    {
        const string Twice =
            """
            Resources:
              One: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ./network.yaml, Parameters: { Range: 10.1.0.0/16, Subnets: "" } } }
              Two: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: network.yaml, Parameters: { Range: 10.2.0.0/16, Subnets: "" } } }
            """;

        Given.Files(("root.yaml", Twice), ("network.yaml", Child)).OfType("AWS::EC2::VPC").Select(vpc => vpc.Text("CidrBlock").Value)
            .ShouldBe(["10.1.0.0/16", "10.2.0.0/16"]);
    }

    [Fact]
    public void NestedStack_WhoseConditionIsFalse_DoesNotExist()
    {
        const string Root =
            """
            Conditions: { Never: !Equals [a, b] }
            Resources:
              Network: { Type: AWS::CloudFormation::Stack, Condition: Never, Properties: { TemplateURL: network.yaml } }
            """;

        Given.Files(("root.yaml", Root), ("network.yaml", Child)).OfType("AWS::EC2::VPC").ShouldBeEmpty();
    }

    [Fact]
    public void NestedStack_ThatNestsItself_IsAProblem()
    {
        const string Self = """Resources: { Me: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: self.yaml } } }""";

        Given.Files(("self.yaml", Self)).Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2007");
    }

    [Fact]
    public void NestedStacks_ThatNestEachOther_AreAProblem() =>
        Given.Files(
                ("a.yaml", """Resources: { B: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: b.yaml } } }"""),
                ("b.yaml", """Resources: { A: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: a.yaml } } }"""))
            .Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2007");

    [Fact]
    public void Read_TwoFilesOfOneName_IsAProblem() =>
        Given.Files(("one/net.yaml", Exporter), ("two/net.template.json", """{ "Resources": {} }"""))
            .Problems.ShouldContain(problem => problem.Code == "NP2006");

    [Fact]
    public void SsmParameters_AreSeenOnlyInTheirRegion()
    {
        const string Writer = """Resources: { P: { Type: AWS::SSM::Parameter, Properties: { Name: /net/vpc, Value: vpc-1 } } }""";
        const string Reader =
            """
            Parameters: { Vpc: { Type: "AWS::SSM::Parameter::Value<AWS::EC2::VPC::Id>", Default: /net/vpc } }
            Resources: { It: { Type: Test::It, Properties: { Value: !Ref Vpc } } }
            """;

        var estate = Estate.Read([
            TemplateSource.FromText("writer.yaml", Writer) with { Region = "us-east-1" },
            TemplateSource.FromText("near.yaml", Reader) with { Region = "us-east-1" },
            TemplateSource.FromText("far.yaml", Reader) with { Region = "eu-west-1" },
        ]);

        estate.Find("near", "It")!.Text("Value").Value.ShouldBe("vpc-1");
        estate.Find("far", "It")!.Text("Value").Unknown!.Key.ShouldBe("ssm:/net/vpc");
    }
}
