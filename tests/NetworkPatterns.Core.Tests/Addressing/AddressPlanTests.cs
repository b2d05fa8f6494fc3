using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Core.Tests.Addressing;

public sealed class AddressPlanTests
{
    [Fact]
    public void From_Defaults_GivesEverySubnetItsPlaceBySlots() =>
        AddressPlan.From(Plans.ThreeTiers).Show().ShouldBe(
        [
            "web eu-west-1a 10.0.0.0/21 0",
            "web eu-west-1b 10.0.8.0/21 1",
            "web eu-west-1c 10.0.16.0/21 2",
            "app eu-west-1a 10.0.32.0/21 16",
            "app eu-west-1b 10.0.40.0/21 17",
            "app eu-west-1c 10.0.48.0/21 18",
            "data eu-west-1a 10.0.64.0/21 32",
            "data eu-west-1b 10.0.72.0/21 33",
            "data eu-west-1c 10.0.80.0/21 34",
        ]);
}
