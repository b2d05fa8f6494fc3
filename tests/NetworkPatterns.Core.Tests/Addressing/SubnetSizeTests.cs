using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Core.Tests.Addressing;

public sealed class SubnetSizeTests
{
    [Theory]
    [InlineData(1, 28)]
    [InlineData(11, 28)]
    [InlineData(12, 27)]
    [InlineData(251, 24)]
    [InlineData(252, 23)]
    [InlineData(65_531, 16)]
    public void FindPrefixFor_Addresses_LeavesTheFiveThatAwsKeeps(long addresses, int prefix) =>
        SubnetSize.FindPrefixFor(addresses).ShouldBe(prefix);

    [Fact]
    public void FindPrefixFor_MoreThanASlash16_IsNull() => SubnetSize.FindPrefixFor(65_532).ShouldBeNull();

    // The limits and results of these instance types are published: m5.large, t3.medium, m5.2xlarge.
    [Theory]
    [InlineData(3, 10, 29, 29)]
    [InlineData(3, 6, 17, 17)]
    [InlineData(4, 15, 58, 59)]
    public void MaxPodsPerNode_InstanceLimits_FollowsBothPublishedFormulas(int interfaces, int addresses, int pods, int simple)
    {
        EksPods.MaxPodsPerNode(interfaces, addresses).ShouldBe(pods);
        EksPods.SimpleMaxPodsPerNode(interfaces, addresses).ShouldBe(simple);
    }

    [Fact]
    public void MaxPodsPerNode_PrefixDelegation_PutsSixteenInEverySlot() =>
        EksPods.MaxPodsPerNode(3, 10, prefixDelegation: true).ShouldBe(434);

    [Fact]
    public void PerNode_Pods_CountsTheNodesOwnAddresses() => EksPods.PerNode(10, 29).Addresses.ShouldBe(300);

    [Fact]
    public void PerNode_PrefixDelegation_RoundsUpToWholePrefixes() =>
        EksPods.PerNode(10, 110, prefixDelegation: true).Addresses.ShouldBe(10 * (112 + 1));

    [Fact]
    public void PerNode_SeveralInterfaces_CountsEachOnesOwnAddress() =>
        EksPods.PerNode(2, 50, interfacesPerNode: 4).Addresses.ShouldBe(108);

    [Fact]
    public void PerInstance_EveryAddressInUse_IsInterfacesTimesAddresses() =>
        EksPods.PerInstance(5, 3, 10).Addresses.ShouldBe(150);

    [Fact]
    public void PerInstance_PrefixDelegationWithALimit_TakesOnlyThePrefixesItNeeds() =>
        EksPods.PerInstance(5, 3, 10, prefixDelegation: true, maxPods: 110).Addresses.ShouldBe(5 * (112 + 3));

    [Theory]
    [InlineData(0, 3, 10)]
    [InlineData(5, 0, 10)]
    [InlineData(5, 3, 1)]
    public void PerInstance_ImpossibleNumbers_AskForNothing(int nodes, int interfaces, int addresses) =>
        EksPods.PerInstance(nodes, interfaces, addresses).Addresses.ShouldBe(0);

    [Fact]
    public void Pods_Description_SaysHowManyAddresses() =>
        SubnetSize.Pods(EksPods.PerNode(10, 110, prefixDelegation: true)).ToString()
            .ShouldBe("10 EKS nodes with 110 pods each, prefix delegation (1130 addresses)");
}
