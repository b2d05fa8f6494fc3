using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A NAT instance with its security group and its address.</summary>
/// <remarks>
/// EC2 reads the image's ID from AWS's public parameter when it starts the instance: the template says nothing that
/// changes with each new image, so no update replaces the instance.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/userguide/work-with-nat-instances.html</para>
/// </remarks>
internal static class NatInstanceBlueprint
{
    public const string SecurityGroupId = "NatInstanceSecurityGroup";

    private const string Image = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";

    // The address may come after the instance, so the package is asked for until it can be had.
    private const string Script =
        """
        #!/bin/bash
        until dnf install --assumeyes nftables; do sleep 5; done
        echo 'net.ipv4.ip_forward = 1' > /etc/sysctl.d/90-nat.conf
        sysctl --load /etc/sysctl.d/90-nat.conf
        interface=$(ip -oneline route show default | cut --delimiter ' ' --fields 5 | head --lines 1)
        cat > /etc/sysconfig/nftables.conf <<RULES
        table ip nat {
          chain postrouting {
            type nat hook postrouting priority 100; policy accept;
            oifname "$interface" masquerade
          }
        }
        RULES
        systemctl enable --now nftables

        """;

    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan, NatPlan nat, ResourceTags tags)
    {
        var name = tags.Of($"nat-{nat.Subnet!.Zone.Label}");
        SecurityGroupBlueprint.AddGroup(
            builder,
            new(SecurityGroupId, "AWS::EC2::SecurityGroup", Value.Map(
                ("GroupDescription", "NAT instance"),
                ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
                ("Tags", name))),
            plan.NatInstanceAccepts,
            plan.NatInstanceOpens);
        builder.Add(new(nat.Id, "AWS::EC2::Instance", Value.Map(
            ("ImageId", Image),
            ("InstanceType", nat.InstanceType!),
            ("SubnetId", Value.Ref(nat.Subnet.Id)),
            ("SecurityGroupIds", Value.List(Value.GetAtt(SecurityGroupId, "GroupId"))),
            ("SourceDestCheck", false),
            ("MetadataOptions", Value.Map(("HttpTokens", "required"))),
            ("BlockDeviceMappings", Value.List(Value.Map(
                ("DeviceName", "/dev/xvda"),
                ("Ebs", Value.Map(("Encrypted", true), ("VolumeType", "gp3")))))),
            ("Monitoring", true),
            ("DisableApiTermination", true),
            ("UserData", Value.Base64(Script.ReplaceLineEndings("\n"))),
            ("Tags", name)))
        {
            DependsOn = [RoutingBlueprint.AttachmentId],
        });
        builder.Add(new($"{nat.Id}ElasticIpAssociation", "AWS::EC2::EIPAssociation", Value.Map(
            ("AllocationId", nat.ElasticIps[0].AllocationId),
            ("InstanceId", Value.Ref(nat.Id)))));
    }
}
