using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Addressing;

/// <summary>Reads the layout of a VPC out of the template that CDK's own <c>ec2.Vpc</c> synthesized.</summary>
/// <remarks>
/// Better than <see cref="CdkVpc"/> where the template is at hand: it knows which resources exist, whatever renamed them.
/// </remarks>
public sealed class CdkVpcTemplate
{
    private const string GroupTag = "aws-cdk:subnet-name";
    private readonly string _vpcId;
    private readonly List<(string Id, string Type, JsonElement Properties)> _resources;

    private CdkVpcTemplate(JsonElement resources, string vpcId)
    {
        _vpcId = vpcId;
        _resources =
        [
            .. resources.EnumerateObject()
                .Where(r => r.Value.ValueKind == JsonValueKind.Object)
                .Select(r => (r.Name, Text(Get(r.Value, "Type")) ?? "", Get(r.Value, "Properties"))),
        ];
    }

    /// <summary>The layout of a VPC.</summary>
    /// <param name="template">A CloudFormation template, as JSON.</param>
    /// <param name="vpcId">The logical ID of the VPC in it.</param>
    /// <param name="tiers">The tier that each subnet group becomes part of; a group that is not here is a tier of its own name.</param>
    /// <exception cref="PlanException">No such VPC, or a subnet whose block or zone is not literal.</exception>
    public static ExistingLayout Read(JsonElement template, string vpcId, IReadOnlyDictionary<string, string>? tiers = null)
    {
        ArgumentNullException.ThrowIfNull(vpcId);
        var resources = Get(template, "Resources");
        var problems = new ProblemList();
        var layout = resources.ValueKind == JsonValueKind.Object
            ? new CdkVpcTemplate(resources, vpcId).Read(tiers ?? ImmutableDictionary<string, string>.Empty, problems)
            : null;
        if (layout is null)
        {
            problems.Add(DiagnosticCatalogue.LayoutNotReadable.At(
                $"{vpcId}.CidrBlock", "the template has no such VPC with a literal block", "name the logical ID of an AWS::EC2::VPC"));
        }

        problems.ThrowIfAny();
        return layout!;
    }

    private ExistingLayout? Read(IReadOnlyDictionary<string, string> tiers, ProblemList problems)
    {
        if (Text(Get(_resources.Find(r => r.Id == _vpcId && r.Type == "AWS::EC2::VPC").Properties, "CidrBlock")) is not { } block)
        {
            return null;
        }

        var subnets = _resources
            .FindAll(r => r.Type == "AWS::EC2::Subnet" && IsRef(Get(r.Properties, "VpcId"), _vpcId))
            .ConvertAll(r => ReadSubnet(r.Id, r.Properties, tiers, problems));
        var attachment = Find("AWS::EC2::VPCGatewayAttachment", "VpcId", _vpcId, p => RefOf(Get(p, "InternetGatewayId")) is not null);
        return new()
        {
            CidrBlock = block,
            Subnets = [.. subnets],
            VpcId = _vpcId,
            GatewayAttachmentId = attachment?.Id,
            InternetGatewayId = attachment is { } found ? RefOf(Get(found.Properties, "InternetGatewayId")) : null,
            Ipv6CidrBlockId = Find("AWS::EC2::VPCCidrBlock", "VpcId", _vpcId, p => Get(p, "CidrBlock").ValueKind == JsonValueKind.Undefined)?.Id,
            EgressOnlyInternetGatewayId = Find("AWS::EC2::EgressOnlyInternetGateway", "VpcId", _vpcId)?.Id,
        };
    }

    private ExistingSubnet ReadSubnet(string id, JsonElement subnet, IReadOnlyDictionary<string, string> tiers, ProblemList problems)
    {
        var group = Get(subnet, "Tags") is { ValueKind: JsonValueKind.Array } tags
            ? tags.EnumerateArray().Where(tag => Text(Get(tag, "Key")) == GroupTag).Select(tag => Text(Get(tag, "Value"))).FirstOrDefault()
            : null;
        var (block, zone) = (Text(Get(subnet, "CidrBlock")), ZoneOf(subnet));
        if (group is null || block is null || zone is null)
        {
            problems.Add(DiagnosticCatalogue.LayoutNotReadable.At(
                id,
                $"the subnet has no {(group is null ? $"tag {GroupTag}" : block is null ? "literal CidrBlock" : "literal zone")}",
                "write the layout down subnet by subnet"));
        }

        var association = Find("AWS::EC2::SubnetRouteTableAssociation", "SubnetId", id);
        var table = association is { } found ? RefOf(Get(found.Properties, "RouteTableId")) : null;
        var nat = Find("AWS::EC2::NatGateway", "SubnetId", id);
        return new(group is null ? "" : tiers.GetValueOrDefault(group, group), zone ?? "", block ?? "")
        {
            SubnetId = id,
            Ipv6Index = SelectedIndex(Get(subnet, "Ipv6CidrBlock"), "Fn::Cidr"),
            RouteTableId = table,
            RouteTableAssociationId = association?.Id,
            DefaultRouteId = table is null ? null : Find("AWS::EC2::Route", "RouteTableId", table, p => Text(Get(p, "DestinationCidrBlock")) == "0.0.0.0/0")?.Id,
            Ipv6DefaultRouteId = table is null ? null : Find("AWS::EC2::Route", "RouteTableId", table, p => Text(Get(p, "DestinationIpv6CidrBlock")) == "::/0")?.Id,
            NatGatewayId = nat?.Id,
            EipId = nat is { } gateway && Get(Get(gateway.Properties, "AllocationId"), "Fn::GetAtt") is { ValueKind: JsonValueKind.Array } att
                ? Text(att[0])
                : null,
        };
    }

    // A stack that does not know its Region takes zones by index.
    private static string? ZoneOf(JsonElement subnet) =>
        Text(Get(subnet, "AvailabilityZone")) ?? Text(Get(subnet, "AvailabilityZoneId"))
        ?? (SelectedIndex(Get(subnet, "AvailabilityZone"), "Fn::GetAZs") is { } index
            ? string.Create(CultureInfo.InvariantCulture, $"#{index}")
            : null);

    private (string Id, JsonElement Properties)? Find(
        string type, string property, string id, Func<JsonElement, bool>? also = null)
    {
        var found = _resources.Find(r => r.Type == type && IsRef(Get(r.Properties, property), id) && (also is null || also(r.Properties)));
        return found.Id is null ? null : (found.Id, found.Properties);
    }

    private static int? SelectedIndex(JsonElement value, string list) =>
        Get(value, "Fn::Select") is { ValueKind: JsonValueKind.Array } select && select.GetArrayLength() == 2
        && select[0].ValueKind == JsonValueKind.Number && select[0].TryGetInt32(out var index)
        && Get(select[1], list).ValueKind != JsonValueKind.Undefined
            ? index
            : null;

    private static bool IsRef(JsonElement value, string id) => RefOf(value) == id;

    private static string? RefOf(JsonElement value) => Text(Get(value, "Ref"));

    private static JsonElement Get(JsonElement value, string property) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(property, out var found) ? found : default;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
