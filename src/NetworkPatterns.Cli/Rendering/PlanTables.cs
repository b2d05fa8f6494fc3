using System.Globalization;
using System.Text.Json.Nodes;
using NetworkPatterns.Cli.Commands;
using NetworkPatterns.Core.Addressing;
using Spectre.Console;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>An address plan as tables: a row for each subnet.</summary>
internal static class PlanTables
{
    public static string[] Head => ["Tier", "Slot", "Zone", "Zone slot", "Block", "Subnet", "Addresses to use", "IPv6 /64"];

    public static IEnumerable<string[]> Rows(AddressPlan plan) => plan.Subnets.Select(subnet => new[]
    {
        subnet.Tier,
        Number(subnet.TierSlot),
        subnet.Zone.Text,
        Number(subnet.ZoneSlot),
        subnet.VpcCidr?.Name ?? "",
        subnet.CidrBlock?.ToString() ?? "",
        Number(subnet.UsableAddresses),
        subnet.Ipv6Index.ToString("x2", CultureInfo.InvariantCulture),
    });

    public static void WriteText(CommandOutput output, AddressPlan plan)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(Head);
        foreach (var row in Rows(plan))
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        OutputConsole.Of(output).Write(table);
    }

    public static void WriteCsv(TextWriter output, AddressPlan plan)
    {
        output.WriteLine(string.Join(',', Head));
        foreach (var row in Rows(plan))
        {
            output.WriteLine(string.Join(',', row));
        }
    }

    public static void WriteJson(TextWriter output, AddressPlan plan) => output.WriteLine(new JsonObject
    {
        ["blocks"] = new JsonArray([.. plan.CidrBlocks.Select(block => new JsonObject { ["name"] = block.Name, ["cidr"] = block.Block.ToString() })]),
        ["subnets"] = new JsonArray([.. plan.Subnets.Select(subnet => new JsonObject
        {
            ["tier"] = subnet.Tier,
            ["tierSlot"] = subnet.TierSlot,
            ["zone"] = subnet.Zone.Text,
            ["zoneSlot"] = subnet.ZoneSlot,
            ["block"] = subnet.VpcCidr?.Name,
            ["cidr"] = subnet.CidrBlock?.ToString(),
            ["usableAddresses"] = subnet.UsableAddresses,
            ["ipv6Index"] = subnet.Ipv6Index,
        })]),
    }.ToJsonString(AnswerJson.Indented));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
