using NetworkPatterns.Packaging.Tests.Support;

namespace NetworkPatterns.Packaging.Tests;

/// <summary>A platform team's app: it has the package and nothing else of ours.</summary>
[Collection(ProcessCollection.Name)]
public sealed class ConsumerTests(PackedLibrary library) : IDisposable
{
    private const string Program = """
        using Amazon.CDK;
        using NetworkPatterns.Constructs.Vpc;

        var app = new App();
        var stack = new Stack(app, "Dev", new StackProps { Env = new Amazon.CDK.Environment { Region = "eu-west-1" } });
        _ = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
        });
        app.Synth();
        """;

    private const string TestProgram = """
        using Amazon.CDK;
        using NetworkPatterns.Constructs.Vpc;
        using NetworkPatterns.Core.Guarantees;
        using NetworkPatterns.Testing;
        using NetworkPatterns.Validation;

        var app = new App(new AppProps { PolicyValidationBeta1 = [new NetworkProof()] });
        var stack = new Stack(app, "Dev", new StackProps { Env = new Amazon.CDK.Environment { Region = "eu-west-1" } });
        _ = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = ["eu-west-1a", "eu-west-1b"] });
        var network = NetworkUnderTest.Of(stack);
        network.ShouldReach("tier:web", "tier:app", Traffic.Tcp(8080));
        network.ShouldOnlyLeaveThrough("tier:app", "type:AWS::EC2::NatGateway");
        try
        {
            network.ShouldNotReach("tier:app", "internet");
        }
        catch (NetworkAssertionException failure)
        {
            Console.WriteLine($"refuted: {failure.Message}");
        }
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task PackageReference_IsAllThatAnAppNeeds()
    {
        await WriteApp();
        var environment = Environment("first", "C", "UTC");

        (await ProcessRun.Of(_folder.Path, environment, "dotnet", "run")).ShouldSucceed();

        var types = new CloudAssembly(_folder["first"]).Template("Dev.template.json")["Resources"]!.AsObject()
            .CountBy(resource => resource.Value!["Type"]!.GetValue<string>())
            .ToDictionary();
        types["AWS::EC2::VPC"].ShouldBe(1);
        types["AWS::EC2::Subnet"].ShouldBe(6);
        types["AWS::EC2::NatGateway"].ShouldBe(2);
        types["AWS::EC2::SecurityGroup"].ShouldBe(3);
        types["AWS::EC2::NetworkAcl"].ShouldBe(3);
        types["AWS::EC2::VPCEndpoint"].ShouldBe(2);
        types.Keys.ShouldAllBe(type => type.StartsWith("AWS::", StringComparison.Ordinal));

        // Turkish folds i otherwise, and Kiritimati is a day ahead; this app, unlike ours, does not run invariant.
        var elsewhere = Environment("second", "tr_TR.UTF-8", "Pacific/Kiritimati");
        (await ProcessRun.Of(_folder.Path, elsewhere, "dotnet", "run", "--no-build")).ShouldSucceed();

        new CloudAssembly(_folder["second"]).ShouldEqual(new CloudAssembly(_folder["first"]));
    }

    [Fact]
    public async Task TestingPackage_InAnAppOfAConsumer_ProvesAndRefutes()
    {
        await WriteApp(TestProgram, "NetworkPatterns.Testing", "NetworkPatterns.Validation");

        var run = await ProcessRun.Of(_folder.Path, Environment("tested", "C", "UTC"), "dotnet", "run");

        run.ShouldSucceed().Output.ShouldContain("refuted: tier:app never reaches internet: does not hold");
        run.Output.ShouldContain("AWS::EC2::NatGateway");
    }

    public void Dispose() => _folder.Dispose();

    private async Task WriteApp(string program = Program, params string[] packages)
    {
        var locals = await ProcessRun.Of(
            _folder.Path, new Dictionary<string, string?>(StringComparer.Ordinal), "dotnet", "nuget", "locals", "global-packages", "--list", "--force-english-output");
        var shared = locals.ShouldSucceed().Output.Split("global-packages:")[1].Trim();
        await File.WriteAllTextAsync(_folder["Program.cs"], program);
        var references = string.Concat(packages.Select(package => $"<PackageReference Include=\"{package}\" Version=\"{library.Version}\" />"));
        await File.WriteAllTextAsync(_folder["App.csproj"], $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="NetworkPatterns.Constructs" Version="{library.Version}" />
                {references}
              </ItemGroup>
            </Project>
            """);

        // CDK comes from where the machine has it already; the fresh versions stay in this folder.
        await File.WriteAllTextAsync(_folder["nuget.config"], $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{library.Feed}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="shared" value="{shared}" />
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    private Dictionary<string, string?> Environment(string output, string culture, string timeZone) => new(StringComparer.Ordinal)
    {
        ["NUGET_PACKAGES"] = _folder["packages"],
        ["CDK_OUTDIR"] = _folder[output],
        ["LANG"] = culture,
        ["LC_ALL"] = culture,
        ["TZ"] = timeZone,
    };
}
