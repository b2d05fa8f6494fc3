using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Rules;

/// <summary>An outside referee: cdk-nag's AwsSolutions pack finds nothing in the reference app that is not suppressed with a reason.</summary>
[Collection(CdkCollection.Name)]
public sealed partial class CdkNagTests(ReferenceAssembly assembly)
{
    // What conflicts with what the patterns are for; everything else has to be mended, not suppressed.
    private static readonly Dictionary<string, string> MayBeSuppressed = new(StringComparer.Ordinal)
    {
        ["AwsSolutions-EC23"] = "a tier that faces the internet",
        ["AwsSolutions-VPC3"] = "network ACLs as a second line",
        ["AwsSolutions-COG4"] = "an authorizer that is not Cognito",
        ["AwsSolutions-APIG4"] = "routes of a WebSocket API other than $connect",
        ["AwsSolutions-SMG4"] = "the secret of the origin lock, which is rotated by deployment, and the ID of a VPC origin, which is none",
        ["AwsSolutions-CFR1"] = "a product for the whole world",
        ["AwsSolutions-CFR3"] = "standard logs v2 only",
        ["AwsSolutions-IAM5"] = "a role for execution logs, whose groups API Gateway names",
    };

    [Fact]
    public async Task ReferenceApp_AwsSolutionsPack_FindsNothingThatIsNotApproved()
    {
        var nag = await CdkNag.Run(assembly.Folder);

        nag.Templates.ShouldBe(Directory.EnumerateFiles(assembly.Folder, "*.template.json", SearchOption.AllDirectories).Count());
        nag.Compliant.ShouldBeGreaterThan(nag.Templates);
        nag.Open.Select(finding => finding.ToString()).ShouldBeEmpty();
        nag.Suppressed.Select(finding => finding.Rule).Distinct().ShouldBeSubsetOf(MayBeSuppressed.Keys);
        Snapshot.Matches(
            string.Join('\n', nag.Suppressed
                .Select(finding => $"{finding.Rule} | {NetworkAcls().Replace(finding.Where, "*NetworkAcl*")} | {finding.Reason}")
                .Concat(nag.Placeholders.Select(placeholder => $"not seen | {placeholder.Type} in {placeholder.Template} | its shape is newer than the library"))
                .Distinct()
                .Order(StringComparer.Ordinal)),
            "CdkNag",
            "txt");
    }

    [Fact]
    public async Task Run_TemplateWithMistakes_FindsThem()
    {
        var folder = Directory.CreateTempSubdirectory("networkpatterns-nag-");
        Write(folder, "manifest.json", """{"artifacts": {"Bad": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "Bad.template.json"}}}}""");
        Write(folder, "Bad.template.json", """
            {"Resources": {
              "Bucket": {"Type": "AWS::S3::Bucket"},
              "Excused": {"Type": "AWS::EC2::SecurityGroup",
                "Metadata": {"cdk_nag": {"rules_to_suppress": [{"id": "AwsSolutions-EC23", "reason": "It is meant to be open."}]}},
                "Properties": {"GroupDescription": "Open", "SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "0.0.0.0/0"}]}},
              "Newer": {"Type": "AWS::EC2::NatGateway", "Properties": {"AvailabilityMode": "regional"}}}}
            """);

        var nag = await CdkNag.Run(folder.FullName);

        folder.Delete(recursive: true);
        nag.Open.Select(finding => $"{finding.Rule} {finding.LogicalId}").Order().ShouldBe(["AwsSolutions-S1 Bucket", "AwsSolutions-S10 Bucket"]);
        nag.Suppressed.Select(finding => finding.Reason).ShouldBe(["It is meant to be open."]);
        nag.Placeholders.Select(placeholder => placeholder.LogicalId).ShouldBe(["Newer"]);
    }

    private static void Write(DirectoryInfo folder, string name, string json) =>
        File.WriteAllText(Path.Combine(folder.FullName, name), JsonNode.Parse(json)!.ToJsonString());

    // One line for all network ACLs of a VPC and their entries.
    [GeneratedRegex(@"\w+NetworkAcl((Egress|Ingress)\d+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NetworkAcls();
}
