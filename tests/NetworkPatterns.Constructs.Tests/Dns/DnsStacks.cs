using System.Text.Json.Nodes;
using Amazon.CDK;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Dns;
using IHostedZone = Amazon.CDK.AWS.Route53.IHostedZone;

namespace NetworkPatterns.Constructs.Tests.Dns;

/// <summary>Stacks with a zone, for tests of what is put into it.</summary>
internal static class DnsStacks
{
    internal const string Check = "11111111-2222-3333-4444-555555555555";

    internal static Stack NewStack(string region = "eu-west-1", string id = "Dev") =>
        new(Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true), id, new StackProps { Env = new Amazon.CDK.Environment { Region = region } });

    internal static IHostedZone Zone(Stack stack) => Zones.FromId(stack, "Zone", "Z0123456789EXAMPLE", "example.com");

    internal static RecordGroupProps Group(Stack stack, params IEnumerable<RecordMember> members) =>
        new() { Zone = Zone(stack), Name = "app.example.com", Members = [.. members] };

    internal static RecordMember Checked(this RecordMember member) => member with { HealthCheckId = Check };

    internal static RecordTarget Address(int number) => RecordTarget.Values($"192.0.2.{number}");

    internal static AliasTarget LoadBalancer(string name, bool isDualStack = false) =>
        Alias.LoadBalancer($"{name}-1.eu-west-1.elb.amazonaws.com", "Z32O12XQLNTSW2", isDualStack);

    internal static JsonObject PropertiesOf(this JsonObject template, string idPart) =>
        template.Resources().Single(resource => resource.Key.Contains(idPart, StringComparison.Ordinal)).Value!["Properties"]!.AsObject();

    internal static void ShouldBeJson(this JsonNode? actual, string expected) =>
        JsonNode.DeepEquals(actual, JsonNode.Parse(expected)).ShouldBeTrue($"{actual?.ToJsonString()}\n  is not\n{expected}");
}
