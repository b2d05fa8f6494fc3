using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reachability.Index;

/// <content>Transit Gateway attachments and tables.</content>
internal sealed partial class NetworkIndex
{
    private void AddTransitGateways()
    {
        foreach (var model in Model.All<TransitGatewayAttachment>())
        {
            var node = attachments[model.Id] = new(model);
            if (model.Resource is AttachedResource.OfVpc of && FindVpc(of.Vpc) is { } vpc)
            {
                node.Vpc = vpc;
                node.Subnets = [.. model.Subnets.Where(id => id.IsKnown).Select(id => FindSubnet(id.Value)).OfType<SubnetNode>()];
                node.SubnetsUnknown = model.Subnets.FirstOrDefault(id => !id.IsKnown || FindSubnet(id.Value) is null) is { } missing && node.Subnets.Length < model.Subnets.Length
                    ? missing.Unknown ?? new(model.Id, "a subnet of the attachment is not among the given templates")
                    : null;
                vpc.Attachments.Add(node);
            }
        }

        var tables = Model.All<TransitGatewayRouteTable>().ToDictionary(table => table.Id);
        var gateways = Model.All<TransitGateway>().ToDictionary(gateway => gateway.Id);
        foreach (var gateway in gateways.Values)
        {
            tables.TryAdd(gateway.DefaultRouteTable, new(gateway.Component.Implies("DefaultRouteTable", "AWS::EC2::TransitGatewayRouteTable"), gateway.Id));
        }

        var compiler = new TransitRouteCompiler(attachments, addresses, Connections);
        var byGateway = attachments.Values.Where(node => node.Model.TransitGateway.IsKnown).ToLookup(node => node.Model.TransitGateway.Value);
        foreach (var table in tables.Values)
        {
            if (gateways.TryGetValue(table.TransitGateway, out var gateway))
            {
                transitTables[table.Id] = new(table.Component, gateway, compiler.Compile(table, Propagations(table, gateway, byGateway)));
            }
        }
    }

    private IEnumerable<(AttachmentNode Attachment, UnknownValue? Doubt)> Propagations(
        TransitGatewayRouteTable table, TransitGateway gateway, ILookup<ComponentId, AttachmentNode> byGateway)
    {
        var named = table.Propagations.Select(FindAttachment).OfType<AttachmentNode>().Distinct().ToList();
        foreach (var attachment in named)
        {
            yield return (attachment, null);
        }

        if (table.Id == gateway.DefaultRouteTable && gateway.DefaultPropagation.Or(true))
        {
            foreach (var attachment in byGateway[gateway.Id].Except(named))
            {
                yield return (attachment, gateway.DefaultPropagation.Unknown);
            }

            foreach (var attachment in attachments.Values.Where(each => !each.Model.TransitGateway.IsKnown).Except(named))
            {
                yield return (attachment, attachment.Model.TransitGateway.Unknown);
            }
        }
    }
}
