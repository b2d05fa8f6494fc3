using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Sources;

namespace NetworkPatterns.Network.Tests.Reading;

/// <summary>Small templates in test code, read as an estate.</summary>
internal static class Templates
{
    /// <summary>A VPC 10.0.0.0/16 with subnets A (zone a) and B (zone b).</summary>
    public const string Vpc = """
          Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: 10.0.0.0/16 } }
          A: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: eu-west-1a } }
          B: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: eu-west-1b } }
        """;

    /// <summary>Reads resources, written below a <c>Resources:</c> line, as the only stack.</summary>
    public static NetworkReading Read(string resources, string head = "", EstateOptions? options = null) =>
        NetworkModelReader.Read(Estate($"{head}\nResources:\n{resources}", options));

    /// <summary>Reads <see cref="Vpc"/> and more.</summary>
    public static NetworkReading ReadInVpc(string resources, string head = "") => Read($"{Vpc}\n{resources}", head);

    public static Estate Estate(string template, EstateOptions? options = null) =>
        Healthy(NetworkPatterns.Templates.Estate.Read(TemplateSource.FromText("Net.yaml", template), options));

    public static Estate Estate(params (string Stack, string Template)[] templates) => Healthy(NetworkPatterns.Templates.Estate.Read(
        templates.Select(template => TemplateSource.FromText($"{template.Stack}.yaml", template.Template))));

    /// <summary>The part of the model with this logical ID.</summary>
    public static T Get<T>(this NetworkReading reading, string id)
        where T : NetworkObject => reading.Model.All<T>().Where(part => part.Id.ToString() == id).ShouldHaveSingleItem(id);

    public static NetworkInterface Interface(this NetworkReading reading, string id) => reading.Get<NetworkInterface>(id);

    public static ComponentId Id(string logicalId) => new("", logicalId);

    private static Estate Healthy(Estate estate)
    {
        estate.Problems.ShouldBeEmpty();
        return estate;
    }
}
