using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Tests.Sources;

public sealed class CloudAssemblyTests
{
    private const string Manifest =
        """
        { "version": "38.0.0", "artifacts": {
          "Net.assets": { "type": "cdk:asset-manifest" },
          "Net": { "type": "aws:cloudformation:stack", "environment": "aws://123456789012/us-west-2",
            "properties": { "templateFile": "Net.template.json", "parameters": { "Range": "10.7.0.0/16" } },
            "metadata": { "/Net/Vpc/Resource": [{ "type": "aws:cdk:logicalId", "data": "Vpc1" }] }, "displayName": "Net" },
          "Free": { "type": "aws:cloudformation:stack", "environment": "aws://unknown-account/unknown-region",
            "properties": { "templateFile": "Free.template.json", "stackName": "free-stack" } },
          "assembly-Prod": { "type": "cdk:cloud-assembly", "properties": { "directoryName": "assembly-Prod" } },
          "Tree": { "type": "cdk:tree" } } }
        """;

    private const string Net =
        """
        { "Parameters": { "Range": { "Type": "String" } }, "Resources": {
          "Vpc1": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": { "Ref": "Range" }, "Name": { "Ref": "AWS::AccountId" }, "Zone": { "Fn::Select": [0, { "Fn::GetAZs": "" }] } } },
          "Nested1": { "Type": "AWS::CloudFormation::Stack", "Properties": { "TemplateURL": { "Fn::Join": ["", ["https://s3.", { "Ref": "AWS::URLSuffix" }, "/0a1b.json"]] } },
            "Metadata": { "aws:asset:path": "NetNested1.nested.template.json" } } } }
        """;

    private const string Simple = """{ "Resources": { "Vpc": { "Type": "AWS::EC2::VPC", "Metadata": { "aws:cdk:path": "Prod/Net/Vpc/Resource" } } } }""";

    private static Estate Read() => Given.Folder(
        ("manifest.json", Manifest),
        ("Net.template.json", Net),
        ("NetNested1.nested.template.json", """{ "Resources": { "Inner": { "Type": "AWS::EC2::VPC" } } }"""),
        ("Free.template.json", """{ "Resources": { "Topic": { "Type": "AWS::SNS::Topic", "Properties": { "Name": { "Ref": "AWS::StackName" } } } } }"""),
        ("assembly-Prod/manifest.json", """
            { "artifacts": { "ProdNet8A": { "type": "aws:cloudformation:stack", "environment": "aws://1/eu-central-1",
              "properties": { "templateFile": "ProdNet8A.template.json", "stackName": "Prod-Net" } } } }
            """),
        ("assembly-Prod/ProdNet8A.template.json", Simple));

    [Fact]
    public void Read_AnAssembly_ReadsStacksStagesAndNestedStacks()
    {
        var estate = Read();

        estate.Problems.ShouldBeEmpty();
        estate.Stacks.Select(stack => stack.Name).ShouldBe(["Net", "Net/Nested1", "free-stack", "Prod-Net"]);
        estate.Find("Net/Nested1", "Inner").ShouldNotBeNull();
        estate.Find("Prod-Net", "Vpc")!.Stack.Region.ShouldBe("eu-central-1");
    }

    [Fact]
    public void Read_AnAssembly_TakesRegionAccountAndParametersFromTheManifest()
    {
        var vpc = Read().Find("Net", "Vpc1")!;

        vpc.Text("CidrBlock").Value.ShouldBe("10.7.0.0/16");
        vpc.Text("Name").Value.ShouldBe("123456789012");
        vpc.Text("Zone").Value.ShouldBe("us-west-2a");
    }

    [Fact]
    public void Read_AStackWithoutAnEnvironment_TakesTheCallersRegion()
    {
        var stack = Read().FindStack("free-stack")!;

        stack.Region.ShouldBe("eu-west-1");
        stack.Account.ShouldBeNull();
        stack.Find("Topic")!.Text("Name").Value.ShouldBe("free-stack");
    }

    [Fact]
    public void ConstructPath_ComesFromTheTemplateOrTheManifest()
    {
        var estate = Read();

        estate.Find("Net", "Vpc1")!.ConstructPath.ShouldBe("Net/Vpc/Resource");
        estate.FindByConstructPath("Net/Vpc").ShouldHaveSingleItem().LogicalId.ShouldBe("Vpc1");
        estate.FindByConstructPath("Prod/Net/Vpc").ShouldHaveSingleItem().Stack.Name.ShouldBe("Prod-Net");
        estate.Find("Net", "Vpc1")!["CidrBlock"].Origin.Section.ShouldBe("Parameters");
        estate.Find("Net", "Vpc1")!["Zone"].Origin.Section.ShouldBe("Resources");
        estate.Find("Net", "Vpc1")!["Zone"].Origin.ConstructPath.ShouldBe("Net/Vpc/Resource");
    }

    [Theory]
    [InlineData("{ \"artifacts\": ")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{ "artifacts": { "Net": { "type": "aws:cloudformation:stack", "properties": { "templateFile": "gone.json" } } } }""")]
    [InlineData("""{ "artifacts": { "S": { "type": "cdk:cloud-assembly", "properties": { "directoryName": "gone" } } } }""")]
    [InlineData("""{ "artifacts": { "S": { "type": "cdk:cloud-assembly", "properties": { "directoryName": "../.." } } } }""")]
    public void Read_ABrokenAssembly_IsAProblem(string manifest) =>
        Given.Folder(("manifest.json", manifest)).Problems.ShouldContain(problem => problem.Code == "NP2014");

    [Fact]
    public void Read_AnAssemblyWithoutStacks_IsAProblem() =>
        Given.Folder(("manifest.json", """{ "artifacts": {} }""")).Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2005");

    [Fact]
    public void DirectoryFiles_ReadsAFolderOnDisk_AndNothingOutsideIt()
    {
        var root = Directory.CreateTempSubdirectory("networkpatterns-");
        try
        {
            var folder = root.CreateSubdirectory("cdk.out");
            File.WriteAllText(Path.Combine(folder.FullName, "net.yaml"), "Resources: { Vpc: { Type: AWS::EC2::VPC } }");
            File.WriteAllText(Path.Combine(root.FullName, "secret.json"), "{}");
            var files = new NetworkPatterns.Templates.Sources.DirectoryFiles(folder.FullName);

            files.List().ShouldBe(["net.yaml"]);
            files.FindLength("../secret.json").ShouldBeNull();
            files.FindLength(Path.Combine(root.FullName, "secret.json")).ShouldBeNull();
            Estate.Read(new NetworkPatterns.Templates.Sources.FolderSource(files)).Resources.ShouldHaveSingleItem();
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
