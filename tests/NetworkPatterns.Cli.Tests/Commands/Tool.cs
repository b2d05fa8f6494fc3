using NetworkPatterns.Cli.Commands;

namespace NetworkPatterns.Cli.Tests.Commands;

/// <summary>The tool in a folder of its own, for one test.</summary>
internal sealed class Tool : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networkpatterns-cli-").FullName;

    /// <summary>A VPC with a public subnet of the tier web and a private one of the tier data; rules as given.</summary>
    public static string Network(string web = "", string data = "", string more = "") => $$"""
        Parameters:
          Office: { Type: String }
        Resources:
          Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
          Gateway: { Type: AWS::EC2::InternetGateway }
          Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway } }
          WebSubnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, MapPublicIpOnLaunch: true, Tags: [{ Key: networkpatterns:tier, Value: web }] } }
          DataSubnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, Tags: [{ Key: networkpatterns:tier, Value: data }] } }
          Routes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
          Association: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref WebSubnet, RouteTableId: !Ref Routes } }
          Default: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway } }
          WebGroup:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
              VpcId: !Ref Vpc
              SecurityGroupIngress:
                - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }
                {{web}}
          DataGroup:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: data
              VpcId: !Ref Vpc
              SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }]
              SecurityGroupIngress:
                - { IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: !Ref WebGroup }
                {{data}}
          Server: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref WebSubnet, SecurityGroupIds: [!Ref WebGroup] } }
          Database: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref DataSubnet, SecurityGroupIds: [!Ref DataGroup] } }
        {{more}}
        """;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Writes a template and gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public static (int ExitCode, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = CommandLine.Run(args, output, error);
        return (exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
