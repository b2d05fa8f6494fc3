using Amazon.CDK;
using NetworkPatterns.Constructs.Guarantees;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Testing.Tests;

/// <summary>A consumer's app: a network that keeps its promises, and one with a promise too many.</summary>
public sealed class ShopApp
{
    /// <summary>Builds the app.</summary>
    public ShopApp()
    {
        var app = new App();
        Stack = new Stack(app, "Shop", new StackProps { Env = new Amazon.CDK.Environment { Region = "eu-west-1" } });
        Network = new ThreeTierVpc(Stack, "Network", new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = ["eu-west-1a", "eu-west-1b"] });

        var other = new App();
        var boastful = new Stack(other, "Boastful", new StackProps { Env = new Amazon.CDK.Environment { Region = "eu-west-1" } });
        var network = new ThreeTierVpc(boastful, "Network", new ThreeTierVpcProps { CidrBlock = "10.1.0.0/16", Zones = ["eu-west-1a", "eu-west-1b"] });
        network.Guarantee(new NeverReaches(Party.Tier("app"), Party.Internet));
        Boastful = other;
    }

    /// <summary>The stack.</summary>
    public Stack Stack { get; }

    /// <summary>Its network.</summary>
    public ThreeTierVpc Network { get; }

    /// <summary>An app whose promise does not hold.</summary>
    public App Boastful { get; }
}
