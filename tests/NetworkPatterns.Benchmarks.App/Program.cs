using Amazon.CDK;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Reference.Edge;
using NetworkPatterns.Reference.Vpc;

// Usage: NetworkPatterns.Benchmarks.App <number of VPCs, "full" for the reference app's stack with every option, or "door" for its front door of services>.
// CDK_OUTDIR says where to.
const int VpcsPerStack = 5;

var app = new App(new AppProps { AnalyticsReporting = false });
var environment = new Amazon.CDK.Environment { Region = "eu-west-1" };
if (args[0] == "full")
{
    _ = new FullThreeTierStack(app, "Full", new AddressBook());
    app.Synth();
    return;
}

if (args[0] == "door")
{
    ServicesFrontDoor.AddTo(app, "Door", new AddressBook());
    app.Synth();
    return;
}

var vpcs = int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture);
var stack = new Stack(app, "Stack0", new StackProps { Env = environment });
for (var index = 0; index < vpcs; index++)
{
    if (index > 0 && index % VpcsPerStack == 0)
    {
        stack = new Stack(app, $"Stack{index / VpcsPerStack}", new StackProps { Env = environment });
    }

    _ = new ThreeTierVpc(stack, $"Network{index}", new ThreeTierVpcProps
    {
        CidrBlock = $"10.{index}.0.0/16",
        Zones = ["eu-west-1a", "eu-west-1b"],
    });
}

app.Synth();
