using System.Collections.Immutable;
using System.Text.Json;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Templates.Sources;

namespace NetworkPatterns.Network.Tests.Reachability;

/// <summary>The templates of a <see cref="SegmentedEstate"/>, as the CDK writes them: one for each Region's hub, one for each VPC.</summary>
/// <remarks>Only the peerings between the Regions' hubs are left out: an ID of another Region is in no template.</remarks>
internal sealed class SegmentedTemplates
{
    private const string TierTag = "networkpatterns:tier";

    private readonly List<TemplateSource> sources = [];

    public SegmentedTemplates(int vpcs)
    {
        foreach (var region in Enumerable.Range(0, SegmentedEstate.Regions.Length))
        {
            Add($"Hub{region}", region, template => WriteHub(template, region));
        }

        foreach (var vpc in Enumerable.Range(0, vpcs))
        {
            Add($"Vpc{vpc}", SegmentedEstate.RegionOf(vpc), template => WriteVpc(template, vpc));
        }
    }

    public ImmutableArray<TemplateSource> Sources => [.. sources];

    public long Bytes => sources.Sum(source => (long)source.Content.Length);

    /// <summary>The tiers of a model that was read from these templates, in the order of the VPCs: web, app, data of each.</summary>
    public static ImmutableArray<InterfaceGroup> Tiers(NetworkModel model) =>
    [
        .. model.All<NetworkInterface>()
            .GroupBy(item => (Vpc: int.Parse(item.Id.Stack.AsSpan(3), System.Globalization.CultureInfo.InvariantCulture), Tier: item.Component.Tags[TierTag]))
            .OrderBy(tier => (tier.Key.Vpc, Array.IndexOf(SegmentedEstate.Tiers, tier.Key.Tier)))
            .Select(tier => new InterfaceGroup($"Vpc{tier.Key.Vpc}{tier.Key.Tier}", [.. tier.Select(item => item.Id)])),
    ];

    private void Add(string name, int region, Action<TemplateWriter> write)
    {
        using var stream = new MemoryStream();
        using (var template = new TemplateWriter(name, stream))
        {
            write(template);
        }

        sources.Add(new TemplateSource($"{name}.template.json", stream.ToArray()) { Region = SegmentedEstate.Regions[region], Account = "111111111111" });
    }

    private static void WriteHub(TemplateWriter template, int region)
    {
        template.Resource("Tgw", "AWS::EC2::TransitGateway", ("DefaultRouteTableAssociation", "disable"), ("DefaultRouteTablePropagation", "disable"));
        template.Export($"Tgw{region}", "Tgw");
        foreach (var segment in Enumerable.Range(0, SegmentedEstate.Segments))
        {
            template.Resource($"Segment{segment}", "AWS::EC2::TransitGatewayRouteTable", ("TransitGatewayId", Ref("Tgw")));
            template.Export($"Tgw{region}Segment{segment}", $"Segment{segment}");
        }
    }

    private static void WriteVpc(TemplateWriter template, int vpc)
    {
        var range = SegmentedEstate.RangeOf(vpc);
        var hub = $"Tgw{SegmentedEstate.RegionOf(vpc)}";
        var segment = Import($"{hub}Segment{SegmentedEstate.SegmentOf(vpc)}");
        template.Resource("Vpc", "AWS::EC2::VPC", ("CidrBlock", range.ToString()), ("EnableDnsHostnames", true), ("EnableDnsSupport", true));
        template.Resource("Igw", "AWS::EC2::InternetGateway");
        template.Resource("IgwAttachment", "AWS::EC2::VPCGatewayAttachment", ("InternetGatewayId", Ref("Igw")), ("VpcId", Ref("Vpc")));
        template.Resource(
            "Attachment",
            "AWS::EC2::TransitGatewayAttachment",
            ("TransitGatewayId", Import(hub)),
            ("VpcId", Ref("Vpc")),
            ("SubnetIds", new[] { Ref("Transit0"), Ref("Transit1") }));
        template.Resource("Association", "AWS::EC2::TransitGatewayRouteTableAssociation", ("TransitGatewayAttachmentId", Ref("Attachment")), ("TransitGatewayRouteTableId", segment));
        template.Resource("Propagation", "AWS::EC2::TransitGatewayRouteTablePropagation", ("TransitGatewayAttachmentId", Ref("Attachment")), ("TransitGatewayRouteTableId", segment));
        WriteGroups(template, vpc);
        WriteDataAcl(template, vpc, range);
        for (var zone = 0; zone < 2; zone++)
        {
            for (var tier = 0; tier < SegmentedEstate.Tiers.Length; tier++)
            {
                WriteTier(template, hub, tier, zone, range.Subnet(24, (UInt128)((tier * 3) + zone)));
            }

            WriteSubnet(template, $"Transit{zone}", zone, range.Subnet(24, (UInt128)(14 + zone)), isPublic: false);
        }
    }

    private static void WriteTier(TemplateWriter template, string hub, int tier, int zone, Cidr range)
    {
        var name = SegmentedEstate.Tiers[tier];
        var subnet = $"{name}{zone}";
        WriteSubnet(template, subnet, zone, range, isPublic: tier == 0);
        template.Resource($"{subnet}ToHub", "AWS::EC2::Route", ("RouteTableId", Ref($"{subnet}Table")), ("DestinationCidrBlock", "10.0.0.0/8"), ("TransitGatewayId", Import(hub)));
        if (tier == 0)
        {
            template.Resource($"{subnet}Default", "AWS::EC2::Route", ("RouteTableId", Ref($"{subnet}Table")), ("DestinationCidrBlock", "0.0.0.0/0"), ("GatewayId", Ref("Igw")));
        }

        if (tier == 2)
        {
            template.Resource($"{subnet}Acl", "AWS::EC2::SubnetNetworkAclAssociation", ("NetworkAclId", Ref("DataAcl")), ("SubnetId", Ref(subnet)));
        }

        template.Resource(
            $"{subnet}Host",
            "AWS::EC2::Instance",
            ("ImageId", "ami-00000000000000000"),
            ("InstanceType", "t4g.small"),
            ("SubnetId", Ref(subnet)),
            ("SecurityGroupIds", new[] { GroupId($"{name}Group") }),
            ("Tags", new[] { Tag(TierTag, name) }));
    }

    private static void WriteSubnet(TemplateWriter template, string name, int zone, Cidr range, bool isPublic)
    {
        template.Resource(
            name,
            "AWS::EC2::Subnet",
            ("VpcId", Ref("Vpc")),
            ("CidrBlock", range.ToString()),
            ("AvailabilityZone", Map("Fn::Select", new object[] { zone, Map("Fn::GetAZs", "") })),
            ("MapPublicIpOnLaunch", isPublic),
            ("Tags", new[] { Tag("Name", name) }));
        template.Resource($"{name}Table", "AWS::EC2::RouteTable", ("VpcId", Ref("Vpc")), ("Tags", new[] { Tag("Name", name) }));
        template.Resource($"{name}Association", "AWS::EC2::SubnetRouteTableAssociation", ("RouteTableId", Ref($"{name}Table")), ("SubnetId", Ref(name)));
    }

    private static void WriteGroups(TemplateWriter template, int vpc)
    {
        object[] web = [Rule(443, "0.0.0.0/0")];
        object[] app = SegmentedEstate.Deviates(vpc) ? [Rule(8443, "10.0.0.0/8"), Rule(22, "10.64.0.0/10")] : [Rule(8443, "10.0.0.0/8")];
        object[] data = SegmentedEstate.Deviates(vpc) ? [Rule(5432, SegmentedEstate.RangeOf(Math.Max(0, vpc - 60)).ToString())] : [];
        foreach (var (tier, rules) in SegmentedEstate.Tiers.Zip([web, app, data]))
        {
            template.Resource($"{tier}Group", "AWS::EC2::SecurityGroup", ("GroupDescription", $"{tier} tier"), ("VpcId", Ref("Vpc")), ("SecurityGroupIngress", rules));
        }

        Between("App", 8080, "Web");
        Between("Data", 5432, "App");

        void Between(string to, int port, string from) => template.Resource(
            $"{to}From{from}",
            "AWS::EC2::SecurityGroupIngress",
            ("GroupId", GroupId($"{to}Group")),
            ("IpProtocol", "tcp"),
            ("FromPort", port),
            ("ToPort", port),
            ("SourceSecurityGroupId", GroupId($"{from}Group")));
    }

    private static void WriteDataAcl(TemplateWriter template, int vpc, Cidr range)
    {
        template.Resource("DataAcl", "AWS::EC2::NetworkAcl", ("VpcId", Ref("Vpc")));
        if (SegmentedEstate.Deviates(vpc))
        {
            Entry(50, "deny", "10.128.0.0/10", (5432, 5432));
        }

        Entry(100, "allow", "10.0.0.0/8", (5432, 5432));
        Entry(200, "allow", range.ToString());
        Entry(100, "allow", "10.0.0.0/8", (1024, 65535), egress: true);

        void Entry(int number, string action, string cidr, (int From, int To)? ports = null, bool egress = false) => template.Resource(
            $"DataAcl{(egress ? "Out" : "In")}{number}",
            "AWS::EC2::NetworkAclEntry",
            [
                ("NetworkAclId", Ref("DataAcl")),
                ("RuleNumber", number),
                ("RuleAction", action),
                ("Egress", egress),
                ("CidrBlock", cidr),
                ("Protocol", ports is null ? -1 : 6),
                .. ports is { } range ? new (string, object)[] { ("PortRange", new Dictionary<string, object> { ["From"] = range.From, ["To"] = range.To }) } : [],
            ]);
    }

    private static Dictionary<string, object> Rule(int port, string cidr) =>
        new() { ["CidrIp"] = cidr, ["IpProtocol"] = "tcp", ["FromPort"] = port, ["ToPort"] = port };

    private static Dictionary<string, object> Tag(string key, string value) => new() { ["Key"] = key, ["Value"] = value };

    private static Dictionary<string, object> Ref(string logicalId) => Map("Ref", logicalId);

    private static Dictionary<string, object> GroupId(string logicalId) => Map("Fn::GetAtt", new[] { logicalId, "GroupId" });

    private static Dictionary<string, object> Import(string name) => Map("Fn::ImportValue", name);

    private static Dictionary<string, object> Map(string key, object value) => new() { [key] = value };

    /// <summary>Writes one template, indented as the CDK does it and with its construct paths.</summary>
    private sealed class TemplateWriter : IDisposable
    {
        private readonly string name;
        private readonly Utf8JsonWriter json;
        private readonly List<(string Name, string LogicalId)> exports = [];

        public TemplateWriter(string name, Stream stream)
        {
            this.name = name;
            json = new(stream, new JsonWriterOptions { Indented = true, IndentSize = 1 });
            json.WriteStartObject();
            json.WriteStartObject("Resources");
        }

        public void Resource(string logicalId, string type, params ReadOnlySpan<(string Name, object Value)> properties)
        {
            json.WriteStartObject(logicalId);
            json.WriteString("Type", type);
            json.WriteStartObject("Properties");
            foreach (var (property, value) in properties)
            {
                json.WritePropertyName(property);
                JsonSerializer.Serialize(json, value);
            }

            json.WriteEndObject();
            json.WriteStartObject("Metadata");
            json.WriteString("aws:cdk:path", $"{name}/{logicalId}/Resource");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        public void Export(string exported, string logicalId) => exports.Add((exported, logicalId));

        public void Dispose()
        {
            json.WriteEndObject();
            json.WriteStartObject("Outputs");
            foreach (var (exported, logicalId) in exports)
            {
                json.WritePropertyName($"Export{exported}");
                JsonSerializer.Serialize(json, new Dictionary<string, object> { ["Value"] = Ref(logicalId), ["Export"] = Map("Name", exported) });
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.Dispose();
        }
    }
}
